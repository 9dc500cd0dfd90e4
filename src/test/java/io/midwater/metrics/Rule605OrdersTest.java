package io.midwater.metrics;

import static io.midwater.domain.Side.BUY;
import static io.midwater.domain.Side.SELL;
import static io.midwater.metrics.MarketScript.AUCTION;
import static io.midwater.metrics.MarketScript.DARK;
import static io.midwater.metrics.MarketScript.LIT;
import static io.midwater.metrics.Measured.MS;
import static io.midwater.metrics.Measured.S;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.midwater.domain.Side;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices are thousandths of a currency unit: 10200 is 10.20. */
class Rule605OrdersTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final long US = 1_000;
    private static final long IMMEDIATE = 0;

    private static Map<String, Object> only(MarketScript script) {
        return Measured.rule605(script.slice()).get(0);
    }

    private static void values(Map<String, Object> row, String column, double expected) {
        assertThat((Double) row.get(column)).as(column).isCloseTo(expected, EXACT);
    }

    @Test
    void marketableLimitOrder() {
        Map<String, Object> row = only(new MarketScript()
                .quote(1, 10_000, 10_200)
                .enter(7, 2 * S, BUY, 10_200, 150)
                .fill(7, 3 * S, 10_050, 100, LIT, 1)
                .fill(7, 4 * S, 10_200, 50, LIT, 2)
                .quote(4 * S + 500 * MS, 10_100, 10_300));
        assertThat(row).containsEntry("order_type", "LYNNN").containsEntry("lot_class", "ROUND_LOT");
        // 150 × 10.20 = 1,530: the class from 1,000.
        values(row, "notional", 1_530);
        assertThat(row).containsEntry("order_size", "1000");
        assertThat(row).containsEntry("ordered_quantity", 150L).containsEntry("executed_quantity", 150L);
        // Midpoint 10.10, spread 0.20.
        values(row, "mid_value", 150 * 10.10);
        values(row, "quoted_spread_value", 150 * 0.20);
        // 100 × 2 (10.05 − 10.10) + 50 × 2 (10.20 − 10.10) = −10 + 10.
        values(row, "effective_spread_value", 0);
        // 100 × (10.20 − 10.05), 1 s after receipt; 50 at the offer, 2 s after.
        assertThat(row).containsEntry("improved_quantity", 100L).containsEntry("at_quote_quantity", 50L);
        values(row, "improved_value", 15);
        values(row, "improved_share_seconds", 100);
        values(row, "at_quote_share_seconds", 100);
        values(row, "time_share_seconds", 200);
        // 1 s is not less than 1 s.
        assertThat(row).containsEntry("executed_10ms_to_1s_quantity", 0L);
        assertThat(row).containsEntry("executed_1s_to_10s_quantity", 150L);
        // Midpoint 1 s after the fills: 10.10 and 10.20. 100 × 2 (10.05 − 10.10) + 50 × 2 (10.20 − 10.20) = −10.
        assertThat(row).containsEntry("realized_spread_1s_quantity", 150L);
        values(row, "realized_spread_1s_value", -10);
        values(row, "realized_spread_1s_mid_value", 150 * 10.10);
    }

    @Test
    void marketOrderWithARest() {
        Map<String, Object> row = only(new MarketScript()
                .quote(1, 10_000, 10_200)
                .enter(7, 2 * S, SELL, 0, 99)
                .fill(7, 2 * S + 99 * US, 9_990, 60, LIT, 1)
                .cancel(7, 3 * S));
        assertThat(row).containsEntry("order_type", "MXXNN").containsEntry("lot_class", "ODD_LOT");
        // 99 × 10.10 = 999.90 is less than 1,000.
        values(row, "notional", 999.9);
        assertThat(row).containsEntry("order_size", "250");
        assertThat(row).containsEntry("cancelled_quantity", 39L);
        assertThat(row).containsEntry("executed_0_to_100us_quantity", 60L);
        // Below the bid: 60 × (10.00 − 9.99); effective 60 × 2 (10.10 − 9.99).
        assertThat(row).containsEntry("outside_quote_quantity", 60L);
        values(row, "outside_quote_value", 0.6);
        values(row, "effective_spread_value", 13.2);
    }

    /** The quote is 10.00 / 10.20. */
    @ParameterizedTest
    @CsvSource({
        "BUY, 10200, LYNNN, LYNYN",
        "BUY, 10199, LNYNN, LNYYN",
        "BUY, 10100, LNYNN, LNYYN",
        "BUY, 10099, LNNNN, LNNYN",
        "BUY, 10000, LNNNN, LNNYN",
        "BUY, 9999, NOT_COVERED_UNREACHED, NOT_COVERED_UNREACHED",
        "SELL, 10000, LYNNN, LYNYN",
        "SELL, 10001, LNYNN, LNYYN",
        "SELL, 10100, LNYNN, LNYYN",
        "SELL, 10101, LNNNN, LNNYN",
        "SELL, 10200, LNNNN, LNNYN",
        "SELL, 10201, NOT_COVERED_UNREACHED, NOT_COVERED_UNREACHED",
    })
    void typeFollowsFromLimitAndQuote(Side side, long limit, String resting, String immediate) {
        MarketScript script = new MarketScript().quote(1, 10_000, 10_200).enter(7, S, side, limit, 100);
        assertThat(only(script)).containsEntry("order_type", resting);
        assertThat(only(script.with("timevalidity", IMMEDIATE))).containsEntry("order_type", immediate);
    }

    @Test
    void anOrderBehindTheMarketIsMeasuredFromWhenTheMarketComesToIt() {
        Map<String, Object> row = only(new MarketScript()
                .quote(1, 10_000, 10_200)
                .enter(7, 2 * S, BUY, 9_900, 100)
                .quote(10 * S, 9_900, 10_100)
                .fill(7, 12 * S, 9_900, 10, LIT, 1)
                .cancel(7, 20 * S));
        assertThat(row).containsEntry("order_type", "LNNNN").containsEntry("executed_quantity", 10L);
        // 2 s after 10 s; midpoint then 10.00; 10 × 2 (9.90 − 10.00) = −2; the offer then 10.10.
        values(row, "time_share_seconds", 20);
        values(row, "mid_value", 100);
        values(row, "effective_spread_value", -2);
        values(row, "improved_value", 2);
        assertThat(row).containsEntry("cancelled_quantity", 90L);
    }

    @Test
    void aFillBeforeAnyQuoteReachesTheLimitShowsThatTheOrderIsExecutable() {
        Map<String, Object> row = only(new MarketScript()
                .quote(1, 10_000, 10_200)
                .enter(7, 2 * S, SELL, 10_300, 100)
                .quote(5 * S, 10_050, 10_250)
                .fill(7, 6 * S, 10_300, 100, LIT, 1)
                .quote(6 * S, 10_100, 10_300));
        // Measured from the fill, against the quote before it: midpoint 10.15.
        assertThat(row).containsEntry("order_type", "LNNNN");
        values(row, "time_share_seconds", 0);
        values(row, "mid_value", 1_015);
        values(row, "effective_spread_value", -30);
        assertThat(row).containsEntry("executed_0_to_100us_quantity", 100L);
    }

    @Test
    void anOrderThatEndedBeforeTheMarketCameIsNotCovered() {
        MarketScript script = new MarketScript()
                .quote(1, 10_000, 10_200)
                .enter(7, 2 * S, BUY, 9_900, 100)
                .cancel(7, 10 * S)
                .quote(10 * S, 9_900, 10_100);
        Map<String, Object> row = only(script);
        assertThat(row).containsEntry("order_type", "NOT_COVERED_UNREACHED");
        assertThat(row).containsEntry("lot_class", null).containsEntry("order_size", null);
        assertThat(row).containsEntry("ordered_quantity", 100L).containsEntry("cancelled_quantity", 0L);
    }

    @ParameterizedTest
    @CsvSource({
        "changereason, 30, NOT_COVERED_CARRIED",
        "triggercondition, 1, NOT_COVERED_SPECIAL",
        "preferenceonly, 1, NOT_COVERED_SPECIAL",
        "midtick, 5, NOT_COVERED_SPECIAL",
        "exchangeordertype, 256, NOT_COVERED_SPECIAL",
        "ordertype, 16, NOT_COVERED_SPECIAL",
        "midtick, 4, LYNNN",
        "ordertype, 3, LYNNN",
    })
    void specialHandlingIsNotCovered(String column, long value, String type) {
        MarketScript script = new MarketScript().quote(1, 10_000, 10_200).enter(7, S, BUY, 10_200, 100);
        assertThat(only(script.with(column, value))).containsEntry("order_type", type);
    }

    @Test
    void ordersOutsideContinuousTradingOrWithoutAQuoteAreNotCovered() {
        assertThat(only(new MarketScript().quote(1, 10_000, 10_200).close(S).enter(7, S, BUY, 10_200, 100)))
                .containsEntry("order_type", "NOT_COVERED_HOURS");
        assertThat(only(new MarketScript().quote(1, 10_200, 10_000).enter(7, S, BUY, 10_200, 100)))
                .containsEntry("order_type", "NOT_COVERED_QUOTE");
    }

    @Test
    void onlyContinuousTradingIsAnExecution() {
        Map<String, Object> row = only(new MarketScript()
                .quote(1, 10_000, 10_200)
                .enter(7, S, BUY, 10_200, 100)
                .fill(7, 2 * S, 10_100, 40, DARK, 1)
                .fill(7, 3 * S, 10_150, 60, AUCTION, 2));
        assertThat(row).containsEntry("executed_quantity", 40L).containsEntry("improved_quantity", 40L);
    }
}
