package io.midwater.metrics;

import static io.midwater.domain.Side.BUY;
import static io.midwater.domain.Side.SELL;
import static io.midwater.metrics.MarketScript.AUCTION;
import static io.midwater.metrics.MarketScript.BOOKED;
import static io.midwater.metrics.MarketScript.DARK;
import static io.midwater.metrics.MarketScript.LIT;
import static io.midwater.metrics.MarketScript.REPORT;
import static io.midwater.metrics.Measured.MS;
import static io.midwater.metrics.Measured.S;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Orders small enough to measure by hand. Prices are thousandths of a currency unit: 10000 is 10.00. */
class OrderMetricsTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final long HOUR = 3600 * S;

    @Test
    void priceImprovementAndEffectiveSpreadOfTheRulesExample() {
        // Receipt at 10.00 / 10.20; buy 150: 100 at 10.05, 50 at 10.20.
        Map<String, Object> row = Measured.order(
                new MarketScript()
                        .quote(1, 10_000, 10_200)
                        .enter(7, 2 * S, BUY, 10_200, 150)
                        .fill(7, 3 * S, 10_050, 100, LIT, 1)
                        .fill(7, 4 * S, 10_200, 50, LIT, 2),
                7);
        // Against the offer: 100 × (10.20 − 10.05) + 50 × 0 = 15.00; over 150 shares 0.10, over the 100 improved 0.15.
        assertThat(row).containsEntry("price_improvement_value", 15_000L);
        assertThat(row).containsEntry("price_improvement_px", 100.0);
        assertThat(row).containsEntry("improved_quantity", 100L).containsEntry("at_quote_quantity", 50L);
        assertThat(row).containsEntry("outside_quote_quantity", 0L);
        assertThat(row).containsEntry("improvement_per_improved_share", 150.0);
        // Quoted spread 0.20 over the midpoint 10.10.
        assertThat((Double) row.get("quoted_spread_bps")).isCloseTo(1e4 * 200 / 10_100, EXACT);
        // Signed: 100 × 2 (10.05 − 10.10) + 50 × 2 (10.20 − 10.10) = −10 + 10 = 0.
        assertThat(row).containsEntry("effective_spread_bps", 0.0).containsEntry("eq_ratio", 0.0);
        assertThat(row).containsEntry("arrival_cost_half_value", 0L);
        // 150 filled of 150: (100 × 1 s + 50 × 2 s) / 150 = 1.333… s.
        assertThat((Double) row.get("weighted_fill_time_ns")).isCloseTo(4.0 / 3 * S, within(1e-3));
    }

    @Test
    void shortfallChargesTheUnfilledPartAndFees() {
        MarketScript script = new MarketScript()
                .quote(1, 39_990, 40_010) // decision at 40.00
                .enter(7, 2 * S, BUY, 40_100, 1_000)
                .fill(7, 3 * S, 40_050, 700, LIT, 1)
                .quote(4 * S, 40_070, 40_090) // 40.08 when the rest is given up
                .cancel(7, 5 * S);
        // A fee of 17.00 on 700 × 40.05 = 28,035.00.
        MetricsOptions options = new MetricsOptions(List.of(), 1e4 * 17 / 28_035);
        Map<String, Object> row = Measured.order(script, 7, options);
        // 700 × 0.05 = 35; 300 × 0.08 = 24; 17: together 76 of 1,000 × 40.00 = 40,000: 0.19 %.
        assertThat((Double) row.get("implementation_shortfall_bps")).isCloseTo(19.0, EXACT);
        assertThat((Double) row.get("opportunity_cost_bps")).isCloseTo(1e4 * 24 / 40_000, EXACT);
        assertThat(row).containsEntry("unfilled_quantity", 300L).containsEntry("end_mid_px", 40_080.0);
        assertThat(row).containsEntry("opportunity_cost_half_value", 2 * 300 * 80L);
        assertThat(row).containsEntry("shortfall_base_half_value", 2 * 1_000 * 40_000L);
        assertThat((Double) row.get("fees_value")).isCloseTo(17_000, within(1e-6));
        assertThat((Double) row.get("arrival_cost_bps")).isCloseTo(1e4 * 50 / 40_000, EXACT);
    }

    @Test
    void bookedAndAuctionQuantityIsNeitherChargedNorCalledUnfilled() {
        Map<String, Object> row = Measured.order(
                new MarketScript()
                        .quote(1, 3_380, 3_400) // mid 3,390
                        .enter(7, S, SELL, 3_300, 1_000)
                        .fill(7, 2 * S, 3_300, 200, BOOKED, 1)
                        .fill(7, 3 * S, 3_370, 300, AUCTION, 2)
                        .fill(7, 4 * S, 3_380, 100, LIT, 3)
                        .quote(5 * S, 3_360, 3_380) // mid 3,370: the market fell, bad for who still wants to sell
                        .cancel(7, 6 * S),
                7);
        // D′ = 1,000 − 200 − 300 = 500; Q = 100; unfilled 400.
        // 100 × (3,390 − 3,380) + 400 × (3,390 − 3,370) = 1,000 + 8,000 = 9,000 of 500 × 3,390.
        assertThat((Double) row.get("implementation_shortfall_bps")).isCloseTo(1e4 * 9_000 / (500 * 3_390.0), EXACT);
        // Auction apart: 300 × 2 (3,390 − 3,370) = 12,000 half values.
        assertThat(row).containsEntry("auction_cost_half_value", 12_000L);
        assertThat(row).containsEntry("arrival_cost_half_value", 2 * 100 * 10L);
        assertThat(row).containsEntry("continuous_quantity", 100L).containsEntry("booked_quantity", 200L);
        assertThat(row).containsEntry("auction_ratio", 0.5);
    }

    @Test
    void shortfallOfAFullFillIsTheArrivalCost() {
        Map<String, Object> row = Measured.order(
                new MarketScript()
                        .quote(1, 3_380, 3_400)
                        .enter(7, S, SELL, 3_300, 100)
                        .fill(7, 2 * S, 3_380, 100, LIT, 3),
                7);
        // 10 / 3,390, and nothing is left for an opportunity cost: 0, not null.
        assertThat((Double) row.get("implementation_shortfall_bps")).isCloseTo(1e4 * 10 / 3_390, EXACT);
        assertThat(row.get("implementation_shortfall_bps")).isEqualTo(row.get("arrival_cost_bps"));
        assertThat(row).containsEntry("opportunity_cost_bps", 0.0);
    }

    @Test
    void tradesAtTheMidpointHaveNoEffectiveSpread() {
        Map<String, Object> row = Measured.order(
                new MarketScript()
                        .quote(1, 3_380, 3_390) // mid 3,385
                        .enter(7, S, BUY, 3_400, 100)
                        .fill(7, 2 * S, 3_385, 100, DARK, 1),
                7);
        assertThat(row).containsEntry("effective_spread_bps", 0.0).containsEntry("arrival_cost_bps", 0.0);
        assertThat(row).containsEntry("fill_cost_bps", 0.0).containsEntry("dark_ratio", 1.0);
        assertThat(row).containsEntry("eq_ratio", 0.0);
    }

    @Test
    void markoutsAreTakenWithTheQuoteInForceThen() {
        Map<String, Object> row = Measured.order(
                new MarketScript()
                        .quote(1, 3_380, 3_400) // mid 3,390
                        .enter(7, S, BUY, 3_400, 300)
                        .fill(7, 10 * S, 3_400, 200, LIT, 1)
                        .quote(
                                10 * S + 50 * MS,
                                3_390,
                                3_410) // at the very instant of the markout: in force, mid 3,400
                        .quote(11 * S, 3_410, 3_400) // crossed at + 1 s: no midpoint
                        .quote(12 * S, 3_400, 3_420) // mid 3,410
                        .fill(7, 20 * S, 3_420, 100, LIT, 2),
                7);
        // 50 ms: 200 × 2 (3,400 − 3,400) + 100 × 2 (3,420 − 3,410) = 2,000 half values.
        assertThat(row).containsEntry("markout_50ms_quantity", 300L);
        assertThat(row).containsEntry("realized_spread_50ms_half_value", 2_000L);
        // Impact: 200 × 2 (3,400 − 3,390) + 100 × 2 (3,410 − 3,390) = 4,000 + 4,000.
        assertThat(row).containsEntry("price_impact_50ms_half_value", 8_000L);
        // Effective: 200 × 2 × 10 + 100 × 2 × 30 = 10,000 = 2,000 + 8,000.
        assertThat(row).containsEntry("arrival_cost_half_value", 10_000L);
        assertThat((Double) row.get("realized_spread_50ms_bps")).isCloseTo(2e4 * 2_000 / (300 * 6_780.0), EXACT);
        assertThat((Double) row.get("price_impact_50ms_bps")).isCloseTo(2e4 * 8_000 / (300 * 6_780.0), EXACT);
        // 1 s: the first fill meets the crossed quote and is left out; the second: 100 × 2 × 10 and 100 × 2 × 20.
        assertThat(row).containsEntry("markout_1s_quantity", 100L);
        assertThat(row).containsEntry("realized_spread_1s_half_value", 2_000L);
        assertThat(row).containsEntry("price_impact_1s_half_value", 4_000L);
    }

    @Test
    void markoutsBeyondContinuousTradingAreNull() {
        Map<String, Object> row = Measured.order(
                new MarketScript()
                        .close(HOUR)
                        .quote(1, 3_380, 3_400)
                        .enter(7, S, SELL, 3_380, 100)
                        .fill(7, HOUR - S, 3_380, 60, LIT, 1) // its one-second markout falls on the close
                        .fill(7, HOUR - S / 2, 3_380, 40, LIT, 2),
                7);
        assertThat(row).containsEntry("markout_50ms_quantity", 100L);
        assertThat(row).containsEntry("markout_1s_quantity", 0L).containsEntry("realized_spread_1s_bps", null);
        assertThat(row).containsEntry("price_impact_1s_bps", null).containsEntry("realized_spread_1s_half_value", null);
        assertThat(row).containsEntry("markout_5m_quantity", 0L);
    }

    @Test
    void slippageCountsEachMarketMatchOnce() {
        Map<String, Object> row = Measured.order(
                new MarketScript()
                        .quote(1, 3_380, 3_400)
                        .leg(90, S / 2, BUY, 9_999, 500, LIT, 1) // before the arrival
                        .enter(7, S, BUY, 3_400, 300)
                        .enter(8, S, SELL, 3_380, 300)
                        .fill(7, 2 * S, 3_400, 100, LIT, 2) // both legs are there: one match
                        .fill(8, 2 * S, 3_400, 100, LIT, 2)
                        .leg(91, 3 * S, SELL, 3_380, 300, DARK, 3) // the only leg that is there
                        .leg(92, 4 * S, SELL, 9_999, 300, BOOKED, 4)
                        .leg(93, 4 * S, SELL, 9_999, 300, REPORT, 5)
                        .cancel(7, 5 * S)
                        .leg(94, 5 * S, SELL, 3_390, 100, AUCTION, 6) // at the very end
                        .leg(95, 6 * S, SELL, 9_999, 100, LIT, 7), // after the end
                7);
        // Market: 100 × 3,400 + 300 × 3,380 + 100 × 3,390 = 340,000 + 1,014,000 + 339,000 = 1,693,000 over 500 = 3,386.
        assertThat(row).containsEntry("market_quantity", 500L).containsEntry("market_value", 1_693_000L);
        assertThat((Double) row.get("vwap_slippage_bps")).isCloseTo(1e4 * (3_400 - 3_386) / 3_386, EXACT);
    }

    @Test
    void driftIsSignedBySideAndUsesTheQuotesBeforeTheFills() {
        Map<String, Object> row = Measured.order(
                new MarketScript()
                        .quote(1, 3_390, 3_410) // mid 3,400
                        .enter(7, S, SELL, 3_300, 300)
                        .quote(2 * S, 3_380, 3_400) // mid 3,390
                        .fill(7, 3 * S, 3_380, 100, LIT, 1)
                        .quote(4 * S, 3_360, 3_380) // mid 3,370
                        .quote(5 * S, 3_000, 3_010) // at the instant of the fill: not before it
                        .fill(7, 5 * S, 3_360, 200, LIT, 2),
                7);
        assertThat(row).containsEntry("first_fill_mid_px", 3_390.0).containsEntry("last_fill_mid_px", 3_370.0);
        // The market fell by 30 from arrival and by 20 between the fills: against a seller, positive.
        assertThat((Double) row.get("market_drift_bps")).isCloseTo(1e4 * 30 / 3_400, EXACT);
        assertThat((Double) row.get("fill_drift_bps")).isCloseTo(1e4 * 20 / 3_390, EXACT);
        // Each fill is 10 below its midpoint: (100 × 10 / 3,390 + 200 × 10 / 3,370) / 300.
        double first = 1e4 * 10 / 3_390;
        double second = 1e4 * 10 / 3_370;
        assertThat((Double) row.get("fill_cost_bps")).isCloseTo((100 * first + 200 * second) / 300, EXACT);
        assertThat(row).containsEntry("fill_cost_half_value", 2 * 300 * 10L);
        // Spreads of 20 before both fills.
        assertThat((Double) row.get("avg_execution_spread_bps"))
                .isCloseTo((100 * 2 * first + 200 * 2 * second) / 300, EXACT);
        // Two values a and b: sample deviation |a − b| / √2.
        assertThat((Double) row.get("spread_volatility_bps")).isCloseTo(2 * (second - first) / Math.sqrt(2), EXACT);
        // Prices 3,380 and 3,360; vwap (100 × 3,380 + 200 × 3,360) / 300 = 3,366.67.
        assertThat((Double) row.get("price_volatility_bps"))
                .isCloseTo(1e4 * 20 / Math.sqrt(2) / (1_010_000 / 300.0), EXACT);
    }

    @Test
    void anUnfilledOrderHasNullsNotZeros() {
        Map<String, Object> row = Measured.order(
                new MarketScript()
                        .quote(1, 3_390, 3_410)
                        .enter(7, S, BUY, 3_300, 300)
                        .quote(2 * S, 3_400, 3_420) // mid 3,410
                        .cancel(7, 3 * S),
                7);
        for (String column : List.of(
                "vwap_px",
                "effective_spread_bps",
                "price_improvement_value",
                "improvement_per_improved_share",
                "realized_spread_1s_bps",
                "markout_1s_quantity",
                "fill_cost_bps",
                "avg_execution_spread_bps",
                "market_drift_bps",
                "vwap_slippage_bps",
                "time_to_first_fill_ns",
                "dark_ratio",
                "auction_cost_half_value")) {
            assertThat(row).as(column).containsEntry(column, null);
        }
        assertThat(row).containsEntry("fill_ratio", 0.0).containsEntry("fills", 0L);
        // Missed 10 of 3,400 on the whole order.
        assertThat((Double) row.get("implementation_shortfall_bps")).isCloseTo(1e4 * 10 / 3_400, EXACT);
    }

    @Test
    void sampleDeviationsNeedTwoFills() {
        Map<String, Object> row = Measured.order(
                new MarketScript()
                        .quote(1, 3_390, 3_410)
                        .enter(7, S, BUY, 3_410, 300)
                        .fill(7, 2 * S, 3_410, 300, LIT, 1),
                7);
        assertThat(row).containsEntry("spread_volatility_bps", null).containsEntry("price_volatility_bps", null);
        assertThat(row).containsEntry("quoted_fills", 1L).containsEntry("quoted_fill_quantity", 300L);
    }

    @Test
    void saysWhatQuoteWasMet() {
        MarketScript script = new MarketScript()
                .enter(1, S, BUY, 3_300, 300) // before any quote
                .quote(2 * S, 3_390, 3_410)
                .enter(2, 5 * S, BUY, 3_300, 300)
                .quote(6 * S, 3_400, 3_400)
                .enter(3, 7 * S, BUY, 3_300, 300)
                .quote(8 * S, 3_410, 3_400)
                .enter(4, 9 * S, BUY, 3_300, 300);
        assertThat(Measured.order(script, 1))
                .containsEntry("arrival_quote_state", "MISSING")
                .containsEntry("arrival_quote_age_ns", null)
                .containsEntry("quoted_spread_bps", null);
        assertThat(Measured.order(script, 2))
                .containsEntry("arrival_quote_state", "NORMAL")
                .containsEntry("arrival_quote_age_ns", 3 * S);
        assertThat(Measured.order(script, 3))
                .containsEntry("arrival_quote_state", "LOCKED")
                .containsEntry("quoted_spread_bps", 0.0);
        assertThat(Measured.order(script, 4))
                .containsEntry("arrival_quote_state", "CROSSED")
                .containsEntry("arrival_mid_px", null);
    }

    @Test
    void theMidOfAnOrderThatOutlivesTradingIsTheLastBeforeTheClose() {
        Map<String, Object> row = Measured.order(
                new MarketScript()
                        .close(HOUR)
                        .quote(1, 3_390, 3_410)
                        .enter(7, S, BUY, 3_300, 300)
                        .quote(2 * S, 3_400, 3_420)
                        .quote(HOUR, 3_600, 3_000), // the auction's crossed indication
                7);
        assertThat(row).containsEntry("end_mid_px", 3_410.0);
        assertThat((Double) row.get("opportunity_cost_bps")).isCloseTo(1e4 * 10 / 3_400, EXACT);
    }
}
