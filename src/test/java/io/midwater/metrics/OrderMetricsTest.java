package io.midwater.metrics;

import static io.midwater.slice.TestSlice.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.midwater.slice.Collected;
import io.midwater.slice.MeasuredOrder;
import io.midwater.slice.TestSlice;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One order at a time, its figures worked out by hand. Prices are tenths of a cent: 10,050 is 10.050. */
class OrderMetricsTest {
    private static final long T = at("11:00");
    private static final long SECOND = 1_000_000_000L;
    private static final Object[] SELL = {"side", 2};

    /** A market of 10.00 to 10.20 when the order is received. */
    private static TestSlice received(long quantity, Object... more) {
        Object[] cells = new Object[more.length + 4];
        System.arraycopy(new Object[] {"national_bid", 10_000, "national_offer", 10_200}, 0, cells, 0, 4);
        System.arraycopy(more, 0, cells, 4, more.length);
        return new TestSlice().usualSession().event(1, T, "1:6", quantity, quantity, 0, cells);
    }

    private static Map<String, Object> measured(TestSlice day) {
        MeasuredOrder order = MeasuredOrder.of(day);
        Collected rows = new Collected();
        MetricsTable table = new MetricsTable(rows);
        new OrderMetrics(order.slice(), table).add(order.life(), order.classes(), order.quote(), order.fills());
        table.flush();
        return rows.rows().get(0);
    }

    @Test
    void aBuyThatIsImprovedOnAndOneAtTheTouch() {
        // Receipt at 10.00/10.20; buys 150: 100 at 10.05 and 50 at 10.20.
        Map<String, Object> row = measured(received(150, "price", 10_200)
                .event(1, T + 2 * SECOND, "1:3", 150, 50, 100)
                .leg(1, T + 2 * SECOND, 10_050, 100)
                .event(1, T + 5 * SECOND, "2:3", 150, 0, 150)
                .leg(1, T + 5 * SECOND, 10_200, 50));

        assertThat(row)
                .containsEntry("arrival_bid_px", 10_000L)
                .containsEntry("arrival_offer_px", 10_200L)
                .containsEntry("arrival_mid_px", 10_100.0)
                .containsEntry("fills", 2L)
                .containsEntry("traded_quantity", 150L)
                // 100 × 10,050 + 50 × 10,200 = 1,005,000 + 510,000.
                .containsEntry("traded_value", 1_515_000L)
                .containsEntry("vwap_px", 10_100.0)
                // 100 shares × (10,200 − 10,050); the 50 at the offer add nothing.
                .containsEntry("price_improvement_value", 15_000L)
                .containsEntry("improvement_value", 15_000L)
                .containsEntry("improved_quantity", 100L)
                .containsEntry("at_quote_quantity", 50L)
                .containsEntry("outside_quote_quantity", 0L)
                // 2 × (10,050 − 10,100) × 100 + 2 × (10,200 − 10,100) × 50 = −10,000 + 10,000: signed, it is nothing.
                .containsEntry("arrival_cost_half_value", 0L)
                .containsEntry("effective_spread_bps", 0.0)
                .containsEntry("arrival_cost_bps", 0.0)
                .containsEntry("eq_ratio", 0.0);
        // 15,000 over 150 shares is 100 units, 0.10 a share; over the 100 improved ones 0.15.
        assertThat((long) row.get("price_improvement_value") / 150.0).isEqualTo(100.0);
        // 200 / 10,100.
        assertThat((double) row.get("quoted_spread_bps")).isCloseTo(198.0198, within(1e-4));
        // First fill after 2 s, complete after 5 s, share-weighted (100 × 2 + 50 × 5) / 150 = 3 s.
        assertThat(row)
                .containsEntry("time_to_first_fill_ns", 2 * SECOND)
                .containsEntry("time_to_completion_ns", 5 * SECOND)
                .containsEntry("weighted_fill_time_ns", 3e9)
                .containsEntry("execution_duration_ns", 3 * SECOND)
                .containsEntry("time_between_fills_ns", 3e9);
    }

    @Test
    void aBuyAtTheOfferPaysTheWholeSpread() {
        Map<String, Object> row = measured(received(100).leg(1, T, 10_200, 100));

        // Half the spread against the midpoint: 100 / 10,100; the effective spread is twice that, the quoted one.
        assertThat((double) row.get("arrival_cost_bps")).isCloseTo(99.0099, within(1e-4));
        assertThat(row.get("effective_spread_bps")).isEqualTo(row.get("quoted_spread_bps"));
        assertThat(row).containsEntry("eq_ratio", 1.0).containsEntry("price_improvement_value", 0L);
    }

    @Test
    void aFillAtTheMidpointCostsNothing() {
        Map<String, Object> row = measured(received(100).leg(1, T, 10_100, 100, "dealsource", 47));

        assertThat(row)
                .containsEntry("arrival_cost_bps", 0.0)
                .containsEntry("effective_spread_bps", 0.0)
                .containsEntry("price_improvement_value", 10_000L)
                .containsEntry("dark_quantity", 100L)
                .containsEntry("lit_quantity", 0L);
    }

    @Test
    void aSellIsTheMirror() {
        // Sells 100 at 9.95: 0.05 worse than the bid, 0.15 below the midpoint.
        Map<String, Object> row = measured(received(100, SELL).leg(1, T, 9_950, 100, SELL));

        assertThat(row)
                .containsEntry("side", "SELL")
                .containsEntry("price_improvement_value", -5_000L)
                .containsEntry("outside_quote_quantity", 100L)
                .containsEntry("improvement_value", 0L)
                // −(2 × 9,950 − 20,200) × 100.
                .containsEntry("arrival_cost_half_value", 30_000L);
        assertThat((double) row.get("arrival_cost_bps")).isCloseTo(148.5149, within(1e-4));
    }

    @Test
    void bookingsAndAuctionsAreFillsWithoutPriceQuality() {
        Map<String, Object> row = measured(received(400)
                .leg(1, T, 10_200, 100)
                .leg(1, T, 9_000, 100, "dealsource", 44)
                .leg(1, T, 9_000, 100, "dealsource", 20)
                // Reported off the market: no fill at all.
                .leg(1, T, 9_000, 100, "dealsource", 5));

        assertThat(row)
                .containsEntry("traded_quantity", 300L)
                .containsEntry("continuous_quantity", 100L)
                .containsEntry("booked_quantity", 100L)
                .containsEntry("auction_quantity", 100L)
                .containsEntry("reported_quantity", 100L)
                .containsEntry("eq_ratio", 1.0);
    }

    @Test
    void withoutFillsThereIsNothingToMeasure() {
        Map<String, Object> row = measured(received(100));

        assertThat(row)
                .containsEntry("traded_quantity", 0L)
                .containsEntry("fill_ratio", 0.0)
                .containsEntry("arrival_mid_px", 10_100.0);
        for (String column : new String[] {
            "vwap_px",
            "average_fill_quantity",
            "arrival_cost_bps",
            "effective_spread_bps",
            "eq_ratio",
            "price_improvement_value",
            "improved_quantity",
            "time_to_first_fill_ns",
            "time_to_completion_ns",
            "weighted_fill_time_ns"
        }) {
            assertThat(row).containsEntry(column, null);
        }
    }

    @Test
    void withoutAnArrivalQuoteNothingIsMadeUp() {
        Map<String, Object> row = measured(new TestSlice()
                .usualSession()
                .event(1, T, "1:6", 100, 100, 0, "national_bid", 10_200, "national_offer", 10_000)
                .leg(1, T, 10_200, 100));

        assertThat(row)
                .containsEntry("vwap_px", 10_200.0)
                .containsEntry("arrival_mid_px", null)
                .containsEntry("quoted_spread_bps", null)
                .containsEntry("arrival_cost_bps", null)
                .containsEntry("price_improvement_value", null);
    }

    @Test
    void aLockedQuoteHasAMidpointAndNoSpread() {
        Map<String, Object> row = measured(new TestSlice()
                .usualSession()
                .event(1, T, "1:6", 100, 100, 0, "national_bid", 10_000, "national_offer", 10_000)
                .leg(1, T, 10_010, 100));

        assertThat(row)
                .containsEntry("quoted_spread_bps", 0.0)
                .containsEntry("arrival_cost_bps", 10.0)
                .containsEntry("eq_ratio", null);
    }

    @Test
    void aFillBeforeArrivalHasNoTime() {
        Map<String, Object> row = measured(received(100).leg(1, T - 1, 10_100, 100));

        assertThat(row)
                .containsEntry("traded_quantity", 100L)
                .containsEntry("time_to_first_fill_ns", null)
                .containsEntry("weighted_fill_time_ns", null);
    }

    @Test
    void fillRatiosAreOfWhatWasAskedFor() {
        // 222 ordered, 211 matched, amended to 10, cancelled: 211 of 221, and 211 of the initial 222.
        Map<String, Object> row = measured(received(222)
                .event(1, T + 1, "1:3", 222, 11, 211)
                .event(1, T + 2, "1:5", 10, 10, 211)
                .event(1, T + 3, "2:1", 10, 10, 211));

        assertThat((double) row.get("fill_ratio")).isCloseTo(0.954751, within(1e-6));
        assertThat((double) row.get("fill_ratio_initial")).isCloseTo(0.950450, within(1e-6));
    }
}
