package io.midwater.rollup;

import static io.midwater.domain.table.Units.FRACTION;
import static io.midwater.domain.table.Units.MID_BPS;
import static io.midwater.domain.table.Units.NS;
import static io.midwater.domain.table.Units.PX;
import static io.midwater.domain.table.Units.RATIO;

import java.util.ArrayList;
import java.util.List;

/**
 * What every aggregate says about orders beside their sums. A new column is one new line here. A ratio is the quotient of
 * two sums of its own row, formed last; a mean over orders is named {@code mean_…} or is a time, and stands beside its
 * sum and its number of orders. Effective spread and price improvement: 17 CFR 242.600(b).
 */
final class RollupColumns {
    private static final long BPS = 10_000;
    private static final long NS_PER_SECOND = 1_000_000_000;

    /** The quotients. */
    static final List<Ratio> RATIOS = List.of(
            Ratio.of("vwap_px", PX, "traded_value", "traded_quantity", 1, "traded_value / traded_quantity"),
            Ratio.of("fill_ratio", FRACTION, "matched_quantity", "demand_quantity", 1, "matched / demanded shares"),
            Ratio.of(
                    "mean_fill_ratio",
                    FRACTION,
                    "fill_ratio_sum",
                    "fill_ratio_orders",
                    1,
                    "mean fill ratio over orders"),
            Ratio.of(
                    "arrival_cost_bps",
                    MID_BPS,
                    "arrival_cost_half_value",
                    "arrival_base_half_value",
                    BPS,
                    "S × (price − arrival mid) / arrival mid, value-weighted; cost positive"),
            Ratio.of(
                    "effective_spread_bps",
                    MID_BPS,
                    "arrival_cost_half_value",
                    "arrival_base_half_value",
                    2 * BPS,
                    "twice the signed difference of price and arrival mid: twice arrival_cost_bps"),
            Ratio.of(
                    "quoted_spread_bps",
                    MID_BPS,
                    "quoted_spread_half_value",
                    "arrival_base_half_value",
                    BPS,
                    "(offer − bid) at arrival / arrival mid, value-weighted over measured shares"),
            Ratio.of(
                    "mean_quoted_spread_bps",
                    MID_BPS,
                    "quoted_spread_bps_sum",
                    "quoted_spread_orders",
                    1,
                    "mean quoted spread at arrival over orders, filled or not"),
            Ratio.of(
                    "eq_ratio",
                    RATIO,
                    "arrival_cost_half_value",
                    "quoted_spread_half_value",
                    2,
                    "effective over quoted spread; null where all quotes were locked"),
            Ratio.of(
                    "price_improvement_px",
                    PX,
                    "price_improvement_value",
                    "measured_quantity",
                    1,
                    "net improvement on the touch per measured share; improvement positive"),
            Ratio.of(
                    "improvement_px",
                    PX,
                    "improvement_value",
                    "improved_quantity",
                    1,
                    "improvement per improved share"),
            Ratio.of("improved_ratio", FRACTION, "improved_quantity", "measured_quantity", 1, "improved shares"),
            Ratio.of("at_quote_ratio", FRACTION, "at_quote_quantity", "measured_quantity", 1, "shares at the touch"),
            Ratio.of(
                    "outside_quote_ratio",
                    FRACTION,
                    "outside_quote_quantity",
                    "measured_quantity",
                    1,
                    "shares worse than the touch"),
            Ratio.of(
                    "time_to_first_fill_ns",
                    NS,
                    "time_to_first_fill_sum_ns",
                    "time_to_first_fill_orders",
                    1,
                    "mean time from arrival to first fill over the orders that have one"),
            Ratio.of(
                    "time_to_completion_ns",
                    NS,
                    "time_to_completion_sum_ns",
                    "time_to_completion_orders",
                    1,
                    "mean time from arrival to completion over the full orders"),
            Ratio.of(
                    "weighted_fill_time_ns",
                    NS,
                    "fill_time_share_seconds",
                    "timed_quantity",
                    NS_PER_SECOND,
                    "share-weighted mean time from arrival to fill"),
            Ratio.of("dark_ratio", FRACTION, "dark_quantity", "traded_quantity", 1, "Centre Point part of traded"),
            Ratio.of("lit_ratio", FRACTION, "lit_quantity", "traded_quantity", 1, "continuous lit part of traded"),
            Ratio.of("auction_ratio", FRACTION, "auction_quantity", "traded_quantity", 1, "auction part of traded"),
            Ratio.of("booked_ratio", FRACTION, "booked_quantity", "traded_quantity", 1, "booked part of traded"));

    private RollupColumns() {}

    /** Every quotient. */
    static List<Ratio> ratios(RollupOptions options) {
        List<Ratio> ratios = new ArrayList<>(RATIOS);
        ratios.addAll(ExecutionColumns.RATIOS);
        options.horizons().forEach(horizon -> ratios.addAll(ExecutionColumns.markoutRatios(horizon)));
        return ratios;
    }
}
