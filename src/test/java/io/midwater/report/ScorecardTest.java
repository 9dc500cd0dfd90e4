package io.midwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the scorecard says of costs, of missing intervals, and of how much a scenario trades. */
class ScorecardTest {
    private static final Figures WHOLE = new Figures(Map.of(
            "matched_quantity", 1L,
            "demand_quantity", 2L,
            "total_orders", 40L,
            "full_orders", 20L,
            "partial_orders", 0L,
            "unfilled_orders", 20L));

    @Test
    void aMissingIntervalSaysWhetherTheAggregateOrTheDaysAreMissing() {
        Figures day = new Figures(Map.of("matched_quantity", 1L, "demand_quantity", 2L));
        assertThat(fillRatio(List.of()).reason())
                .isEqualTo("aggregate time_series is not in this output, or has no rows");
        assertThat(fillRatio(List.of(day)).reason()).isEqualTo("fewer than two security-days");
        assertThat(fillRatio(List.of(day, day)).text()).isEqualTo("50.00 %");
    }

    @Test
    void costsAreSaidWithTheirSign() {
        assertThat(Scorecard.cost(3.2, null)).isEqualTo("Continuous fills cost 3.20 bps against the arrival mid.");
        assertThat(Scorecard.cost(3.2, new RatioInterval(3.2, 1, 5, 4)))
                .endsWith("; the 95 % interval of the cost lies above 0.");
        assertThat(Scorecard.cost(-3.2, new RatioInterval(-3.2, -5, -1, 4)))
                .isEqualTo("Continuous fills were 3.20 bps better than the arrival mid; the 95 % interval of the cost"
                        + " lies below 0.");
        assertThat(Scorecard.cost(-3.2, new RatioInterval(-3.2, -7, 1, 4))).endsWith("includes 0.");
    }

    @Test
    void eachScenarioSaysHowMuchOfItTrades() {
        Figures midpoint = new Figures(Map.ofEntries(
                Map.entry("scenario", "midpoint"),
                Map.entry("fill_class", "ALL"),
                Map.entry("orders", 200L),
                Map.entry("engaged_orders", 50L),
                Map.entry("engaged_ratio", 0.25),
                Map.entry("scope_quantity", 4_000L),
                Map.entry("simulated_ratio", 0.1),
                Map.entry("savings_value", 5_000L),
                Map.entry("savings_bps", 1.5),
                Map.entry("mean_engaged_savings_bps", 6.0),
                Map.entry("full_difference", -0.125),
                Map.entry("full_difference_ci_lower", -0.2),
                Map.entry("full_difference_ci_upper", -0.05)));
        Figures unlimited = new Figures(Map.of("scenario", "unlimited", "fill_class", "ALL", "orders", 90L));
        Figures part = new Figures(Map.of("scenario", "midpoint", "fill_class", "FULL", "orders", 7L));
        Table table = grid(
                data(Map.of("scenario_comparison", List.of(unlimited, midpoint, part))),
                "How much of each scenario trades, and what it saves");
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(1).stream().map(Cell::text))
                .containsExactly(
                        "midpoint",
                        "200",
                        "50",
                        "25.00 %",
                        "4,000",
                        "10.00 %",
                        "5",
                        "1.50",
                        "6.00",
                        "\u221212.50 (\u221220.00 to \u22125.00)");
        assertThat(table.rows().get(0).get(9).reason()).startsWith("the scenario assumes its fills");
    }

    private static Cell fillRatio(List<Figures> days) {
        return grid(
                        data(Map.of("global_summary", List.of(WHOLE), "time_series", days)),
                        "Headline figures over all orders")
                .rows()
                .get(0)
                .get(3);
    }

    private static Table grid(ReportData data, String caption) {
        return new Scorecard(data, new Pictures())
                .section().blocks().stream()
                        .filter(Block.Grid.class::isInstance)
                        .map(block -> ((Block.Grid) block).table())
                        .filter(table -> table.caption().equals(caption))
                        .findFirst()
                        .orElseThrow();
    }

    private static ReportData data(Map<String, List<Figures>> aggregates) {
        return new ReportData(
                HostileDataTest.manifest("x", "x"),
                Map.of("market.price-scale", "1000"),
                aggregates,
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                false);
    }
}
