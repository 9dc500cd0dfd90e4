package io.midwater.simulation;

import static io.midwater.slice.TestSlice.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.midwater.simulation.SimulationOptions.Benchmark;
import io.midwater.slice.Collected;
import io.midwater.slice.MeasuredOrder;
import io.midwater.slice.TestSlice;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The scenarios without a book, worked out by hand: a market of 10,000 to 10,200, midpoint 10,100. */
class ClosedFormTest {
    private static final long T = at("11:00");
    private static final Set<Scenario> CLOSED =
            EnumSet.of(Scenario.UNLIMITED, Scenario.LIMITED_50, Scenario.PRICE_IMPACT);

    /** An order that rests at its limit and trades a second later. */
    private static TestSlice order(int side, long limit, long quantity, long price) {
        return new TestSlice()
                .usualSession()
                .event(
                        1,
                        T,
                        "1:6",
                        quantity,
                        quantity,
                        0,
                        "side",
                        side,
                        "price",
                        limit,
                        "national_bid",
                        10_000,
                        "national_offer",
                        10_200)
                .event(1, T + 1_000_000_000L, "2:3", quantity, 0, quantity, "side", side, "price", limit)
                .leg(1, T + 1_000_000_000L, price, quantity, "side", side);
    }

    private static Map<String, Map<String, Object>> scenarios(TestSlice day) {
        return scenarios(day, Benchmark.ARRIVAL);
    }

    /** Rows by scenario; half at the benchmark, an impact of 5 bps. */
    private static Map<String, Map<String, Object>> scenarios(TestSlice day, Benchmark benchmark) {
        return scenarios(day, benchmark, 0.5);
    }

    private static Map<String, Map<String, Object>> scenarios(TestSlice day, Benchmark benchmark, double fraction) {
        MeasuredOrder order = MeasuredOrder.of(day);
        Collected rows = new Collected();
        SimulationTable table = new SimulationTable(rows, List.of());
        new ClosedForm(order.slice(), new SimulationOptions(CLOSED, benchmark, fraction, 5, null, false), table)
                .add(order.life(), order.classes(), order.quote(), order.fills());
        table.flush();
        Map<String, Map<String, Object>> byScenario = new HashMap<>();
        rows.rows().forEach(row -> byScenario.put((String) row.get("scenario"), row));
        return byScenario;
    }

    @Test
    void aBuyAtTheOfferWouldHaveSavedHalfTheSpread() {
        Map<String, Map<String, Object>> rows = scenarios(order(1, 10_200, 100, 10_200));

        assertThat(rows).containsOnlyKeys("unlimited", "limited_50", "price_impact");
        // 100 × (10,200 − 10,100).
        assertThat(rows.get("unlimited"))
                .containsEntry("scope_quantity", 100L)
                .containsEntry("simulated_quantity", 100L)
                .containsEntry("simulated_price_px", 10_100.0)
                .containsEntry("real_value", 1_020_000.0)
                .containsEntry("savings_value", 10_000.0)
                .containsEntry("savings_base_value", 1_010_000.0)
                .containsEntry("engaged", 1L);
        assertThat((double) rows.get("unlimited").get("savings_bps")).isCloseTo(99.0099, within(1e-4));
        // Half of it; the base stays the whole.
        assertThat(rows.get("limited_50"))
                .containsEntry("simulated_quantity", 50L)
                .containsEntry("real_value", 510_000.0)
                .containsEntry("savings_value", 5_000.0)
                .containsEntry("savings_base_value", 1_010_000.0);
        // 50 at 10,100 and 50 at 10,105.05: 1,020,000 − 505,000 − 505,252.5.
        assertThat(rows.get("price_impact")).containsEntry("simulated_quantity", 100L);
        assertThat((double) rows.get("price_impact").get("savings_value")).isCloseTo(9_747.5, within(1e-6));
    }

    @Test
    void aSellAtTheBidIsTheMirror() {
        Map<String, Map<String, Object>> rows = scenarios(order(2, 10_000, 100, 10_000));

        assertThat(rows.get("unlimited")).containsEntry("savings_value", 10_000.0);
        assertThat(rows.get("limited_50")).containsEntry("savings_value", 5_000.0);
        // The impact is against the order: 50 at 10,094.95.
        assertThat((double) rows.get("price_impact").get("simulated_value"))
                .isCloseTo(505_000 + 504_747.5, within(1e-6));
        assertThat((double) rows.get("price_impact").get("savings_value")).isCloseTo(9_747.5, within(1e-6));
    }

    @Test
    void aSellSoldHigherThanTheMidpointLosesInTheDark() {
        assertThat(scenarios(order(2, 10_000, 100, 10_150)).get("unlimited")).containsEntry("savings_value", -5_000.0);
    }

    @Test
    void aLimitThatDoesNotAllowTheMidpointKeepsTheRealPrice() {
        for (Map<String, Object> row : scenarios(order(1, 10_050, 100, 10_050)).values()) {
            assertThat(row)
                    .containsEntry("simulated_quantity", 0L)
                    .containsEntry("simulated_value", null)
                    .containsEntry("simulated_price_px", null)
                    .containsEntry("savings_value", 0.0)
                    .containsEntry("savings_bps", 0.0)
                    .containsEntry("engaged", 0L);
        }
    }

    @Test
    void aLimitAtTheMidpointAllowsItButNotTheImpact() {
        Map<String, Map<String, Object>> rows = scenarios(order(1, 10_100, 100, 10_100));

        assertThat(rows.get("unlimited"))
                .containsEntry("simulated_quantity", 100L)
                .containsEntry("savings_value", 0.0);
        assertThat(rows.get("price_impact")).containsEntry("simulated_quantity", 50L);
    }

    @Test
    void oddQuantitiesAreCutDown() {
        // Half of 75 is 37.
        assertThat(scenarios(order(1, 10_200, 75, 10_200)).get("limited_50"))
                .containsEntry("simulated_quantity", 37L)
                .containsEntry("savings_value", 3_700.0);
    }

    @Test
    void aFractionIsTheOneThatIsWritten() {
        // 0.57 × 100 as doubles is 56.99999999999999.
        assertThat(scenarios(order(1, 10_200, 100, 10_200), Benchmark.ARRIVAL, 0.57)
                        .get("limited_50"))
                .containsEntry("simulated_quantity", 57L)
                .containsEntry("savings_value", 5_700.0);
    }

    @Test
    void marketOrdersTakeAnyPrice() {
        assertThat(scenarios(order(1, 0, 100, 10_200)).get("price_impact")).containsEntry("simulated_quantity", 100L);
    }

    @Test
    void withoutAQuoteThereIsNoAnswer() {
        TestSlice day = new TestSlice()
                .usualSession()
                .event(1, T, "1:6", 100, 100, 0)
                .event(1, T + 1, "2:3", 100, 0, 100)
                .leg(1, T + 1, 10_000, 100);

        assertThat(scenarios(day).get("unlimited"))
                .containsEntry("simulated_quantity", null)
                .containsEntry("savings_value", null)
                .containsEntry("savings_bps", null)
                .containsEntry("engaged", null);
    }

    @Test
    void ordersWithoutContinuousFillsHaveNoRow() {
        TestSlice unfilled = new TestSlice().usualSession().event(1, T, "1:6", 100, 100, 0);
        TestSlice booked = new TestSlice()
                .usualSession()
                .event(1, T, "1:6", 100, 100, 0)
                .leg(1, T + 1, 10_000, 100, "dealsource", 44);

        assertThat(scenarios(unfilled)).isEmpty();
        assertThat(scenarios(booked)).isEmpty();
    }

    @Test
    void theTimeWeightedBenchmarkLooksAtTheWholeLife() {
        // Midpoint 10,100 for three quarters of the ten seconds, then 10,140.
        long second = 1_000_000_000L;
        TestSlice day = new TestSlice()
                .usualSession()
                .event(1, T, "1:6", 100, 100, 0, "price", 10_200, "national_bid", 10_000, "national_offer", 10_200)
                .event(2, T + 7 * second + second / 2, "1:6", 5, 5, 0, "national_bid", 10_080, "national_offer", 10_200)
                .event(
                        1,
                        T + 10 * second,
                        "2:3",
                        100,
                        0,
                        100,
                        "price",
                        10_200,
                        "national_bid",
                        10_080,
                        "national_offer",
                        10_200)
                .leg(1, T + 10 * second, 10_200, 100);

        assertThat(scenarios(day, Benchmark.TIME_WEIGHTED).get("unlimited"))
                .containsEntry("benchmark_px", 10_110.0)
                .containsEntry("savings_value", 9_000.0);
    }

    @Test
    void theTimeWeightedBenchmarkLeavesAHaltOut() {
        // 11:00:00 to 11:00:10 at 10,100; halted until 11:20 with 12,000; then 30 s at 10,140:
        // (10 × 10,100 + 30 × 10,140) / 40.
        TestSlice day = new TestSlice()
                .usualSession()
                .session(at("11:00:10"), "TRADING_HALT")
                .session(at("11:20"), "OPEN")
                .event(1, T, "1:6", 100, 100, 0, "price", 10_200, "national_bid", 10_000, "national_offer", 10_200)
                .event(2, at("11:00:10"), "1:6", 5, 5, 0, "national_bid", 11_900, "national_offer", 12_100)
                .event(2, at("11:20"), "1:5", 5, 5, 0, "national_bid", 10_080, "national_offer", 10_200)
                .event(1, at("11:20:30"), "2:3", 100, 0, 100, "price", 10_200)
                .leg(1, at("11:20:30"), 10_200, 100);

        assertThat(scenarios(day, Benchmark.TIME_WEIGHTED).get("unlimited"))
                .containsEntry("benchmark_px", 10_130.0)
                .containsEntry("savings_value", 7_000.0);
    }

    @Test
    void theTimeWeightedBenchmarkKnowsNoQuoteAfterTheClose() {
        TestSlice day = new TestSlice()
                .usualSession()
                .event(
                        1,
                        at("16:05"),
                        "1:6",
                        100,
                        100,
                        0,
                        "price",
                        10_200,
                        "national_bid",
                        10_000,
                        "national_offer",
                        10_200)
                .event(1, at("16:05:01"), "2:3", 100, 0, 100, "price", 10_200)
                .leg(1, at("16:05:01"), 10_200, 100);

        assertThat(scenarios(day, Benchmark.TIME_WEIGHTED).get("unlimited"))
                .containsEntry("benchmark_px", null)
                .containsEntry("savings_value", null);
    }

    @Test
    void aBenchmarkWithoutAnArrivalQuoteAnswersInMoneyOnly() {
        // The first quote comes five seconds after the arrival: 10,100 until the fill. No arrival midpoint, so no bps.
        long second = 1_000_000_000L;
        TestSlice day = new TestSlice()
                .usualSession()
                .event(1, T, "1:6", 100, 100, 0, "price", 10_200)
                .event(2, T + 5 * second, "1:6", 5, 5, 0, "national_bid", 10_000, "national_offer", 10_200)
                .event(1, T + 10 * second, "2:3", 100, 0, 100, "price", 10_200)
                .leg(1, T + 10 * second, 10_200, 100);

        assertThat(scenarios(day, Benchmark.TIME_WEIGHTED).get("unlimited"))
                .containsEntry("benchmark_px", 10_100.0)
                .containsEntry("simulated_quantity", 100L)
                .containsEntry("savings_value", 10_000.0)
                .containsEntry("savings_base_value", null)
                .containsEntry("savings_bps", null)
                .containsEntry("engaged", 1L);
    }
}
