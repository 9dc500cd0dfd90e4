package io.midwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of orders that are left out, of settings, and of the replay of the real dark flow. */
class ScopeAndQualityTest {
    @Test
    void ordersOutsideTheSelectionAreSaidToBeLeftOut() {
        String words = "Orders outside select.participants or select.trading-hours";
        assertThat(page(Map.of(), Map.of())).doesNotContain(words);
        assertThat(page(Map.of("select.participants", "67"), Map.of()))
                .contains(words)
                .contains("they stay in the order book and in tables orders and trades")
                .contains("not counted.");
        assertThat(page(Map.of("select.trading-hours.to", "16:00"), Map.of())).contains(words);
    }

    @Test
    void classesAndHolidaysAreAmongTheSettings() {
        assertThat(page(
                        Map.of("market.holidays", "2024-12-25", "classification.notional-buckets", "SMALLEST"),
                        Map.of()))
                .contains("2024-12-25")
                .contains("SMALLEST")
                .contains("input.price-decimals");
    }

    @Test
    void aReplayThatWasNotAskedForIsSaidToBeMissing() {
        assertThat(page(Map.of("simulation.validate", "false"), Map.of()))
                .contains("The replay was not validated (simulation.validate = false).");
        assertThat(page(Map.of("simulation.validate", "true"), Map.of()))
                .contains("Aggregate replay_quality is not in this output.");
    }

    @Test
    void theReplayShowsItsTotal() {
        Figures unit = new Figures(Map.of("security_code", 110621L, "real_quantity", 77_777L));
        Figures total = new Figures(Map.of(
                "real_quantity",
                249_085L,
                "simulated_quantity",
                247_577L,
                "overlap_quantity",
                231_900L,
                "recall",
                0.931,
                "precision",
                0.9367));
        assertThat(page(Map.of("simulation.validate", "true"), Map.of("replay_quality", List.of(unit, total))))
                .contains("249,085", "247,577", "231,900", "93.10 %", "93.67 %")
                .doesNotContain("77,777");
    }

    private static String page(Map<String, String> settings, Map<String, List<Figures>> aggregates) {
        return HtmlReport.render(new ReportData(
                HostileDataTest.manifest("x", "x"),
                settings,
                aggregates,
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                false));
    }
}
