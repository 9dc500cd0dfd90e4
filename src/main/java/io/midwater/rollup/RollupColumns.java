package io.midwater.rollup;

import static io.midwater.rollup.Additive.count;
import static io.midwater.rollup.Additive.decimalOfKnown;
import static io.midwater.rollup.Additive.total;
import static io.midwater.rollup.Additive.totalOfKnown;

import java.util.ArrayList;
import java.util.List;

/**
 * What every aggregate says about orders: sums over table {@code metrics}, and the ratios formed from them. A new column
 * is one new line here.
 *
 * <p>An order counts once for each business date it lived on. Sums are exact. A ratio is the quotient of two sums of its
 * own row, formed last; a mean over orders is named {@code mean_…} or is a time, and stands beside its sum and its
 * number of orders. Effective spread and price improvement: 17 CFR 242.600(b).
 */
final class RollupColumns {
    private static final String SHARES = "shares";
    private static final String VALUE = "price units × shares";
    private static final String HALF_VALUE = "price units × 2 × shares";
    private static final String NS = "ns";
    private static final String MID_BPS = "bps of arrival mid";
    private static final String RATIO = "0..1";
    private static final String PX = "input price units";
    private static final long BPS = 10_000;
    private static final long NS_PER_SECOND = 1_000_000_000;

    /** The sums. */
    static final List<Additive> ORDERS = List.of(
            count("total_orders", "true", "orders, counted once for each business date"),
            count("full_orders", "fill_class = 'FULL'", "matched, nothing left"),
            count("partial_orders", "fill_class = 'PARTIAL'", "matched in part"),
            count("unfilled_orders", "fill_class = 'NONE'", "not matched"),
            count("immediate_orders", "outcome = 'A_IMMEDIATE_FULL'", "full at once"),
            count("eventual_orders", "outcome = 'B_EVENTUAL_FULL'", "full later"),
            count("incomplete_orders", "outcome = 'C_PARTIAL_NONE'", "partly or not matched"),
            count("in_study_orders", "in_study", "orders of the study"),
            count("survivor_orders", "survivor", "study orders fully filled by trading"),
            count("in_study_filled_orders", "in_study AND fills > 0", "study orders with a trade of their own"),
            totalOfKnown(
                    "in_study_filled_matched_quantity",
                    SHARES,
                    "IF(in_study AND fills > 0, matched_quantity, NULL)",
                    "matched_quantity of in_study_filled_orders"),
            total("demand_quantity", SHARES, "demand_quantity", "matched + leaves at the end"),
            total("initial_quantity", SHARES, "initial_quantity", "ordered at arrival"),
            total("matched_quantity", SHARES, "matched_quantity", "matched, by the orders' own record"),
            total("leaves_quantity", SHARES, "leaves_quantity", "open at the end"),
            total("fills", "", "fills", "filled trade legs, bookings and auctions included"),
            total("traded_quantity", SHARES, "traded_quantity", "filled legs on the tape"),
            total("traded_value", VALUE, "traded_value", "Σ price × quantity of the filled legs on the tape"),
            count("fill_ratio_orders", "fill_ratio IS NOT NULL", "orders with a fill ratio"),
            decimalOfKnown("fill_ratio_sum", "", "fill_ratio", "Σ fill_ratio of the orders"),
            total("continuous_quantity", SHARES, "continuous_quantity", "lit and dark legs of continuous trading"),
            total("continuous_value", VALUE, "continuous_value", "Σ price × quantity of those legs"),
            count("measured_orders", "arrival_base_half_value IS NOT NULL", "traded continuously, arrival quote known"),
            total(
                    "measured_quantity",
                    SHARES,
                    "IF(arrival_base_half_value IS NULL, 0, continuous_quantity)",
                    "continuous_quantity of measured_orders"),
            totalOfKnown(
                    "arrival_cost_half_value",
                    HALF_VALUE,
                    "arrival_cost_half_value",
                    "Σ S × 2 (price − arrival mid) × quantity over measured_quantity; cost positive"),
            totalOfKnown(
                    "arrival_base_half_value",
                    HALF_VALUE,
                    "arrival_base_half_value",
                    "Σ 2 × arrival mid × quantity over measured_quantity"),
            totalOfKnown(
                    "quoted_spread_half_value",
                    HALF_VALUE,
                    "quoted_spread_half_value",
                    "Σ 2 × (offer − bid) at arrival × quantity over measured_quantity"),
            count("quoted_spread_orders", "quoted_spread_bps IS NOT NULL", "orders with an arrival quote"),
            decimalOfKnown("quoted_spread_bps_sum", MID_BPS, "quoted_spread_bps", "Σ quoted_spread_bps of the orders"),
            totalOfKnown(
                    "price_improvement_value",
                    VALUE,
                    "price_improvement_value",
                    "Σ S × (arrival touch − price) × quantity over measured_quantity; improvement positive"),
            totalOfKnown(
                    "improvement_value",
                    VALUE,
                    "improvement_value",
                    "Σ S × (touch − price) × quantity over improved_quantity"),
            totalOfKnown("improved_quantity", SHARES, "improved_quantity", "measured shares better than the touch"),
            totalOfKnown("at_quote_quantity", SHARES, "at_quote_quantity", "measured shares at the touch"),
            totalOfKnown(
                    "outside_quote_quantity", SHARES, "outside_quote_quantity", "measured shares worse than the touch"),
            count("time_to_first_fill_orders", "time_to_first_fill_ns IS NOT NULL", "orders with a time to first fill"),
            totalOfKnown(
                    "time_to_first_fill_sum_ns", NS, "time_to_first_fill_ns", "Σ time to first fill of the orders"),
            count("time_to_completion_orders", "time_to_completion_ns IS NOT NULL", "orders with a time to completion"),
            totalOfKnown(
                    "time_to_completion_sum_ns", NS, "time_to_completion_ns", "Σ time to completion of the orders"),
            total(
                    "timed_quantity",
                    SHARES,
                    "IF(weighted_fill_time_ns IS NULL, 0, traded_quantity)",
                    "traded_quantity of the orders with a weighted fill time"),
            decimalOfKnown(
                    "fill_time_share_seconds",
                    "shares × s",
                    "weighted_fill_time_ns * traded_quantity / 1e9D",
                    "Σ (fill − arrival) × quantity over timed_quantity"),
            total("dark_quantity", SHARES, "dark_quantity", "Centre Point legs"),
            total("lit_quantity", SHARES, "lit_quantity", "continuous lit legs"),
            total("auction_quantity", SHARES, "auction_quantity", "auction legs"),
            total("booked_quantity", SHARES, "booked_quantity", "booked crossings: filled, no market trade"),
            total("reported_quantity", SHARES, "reported_quantity", "reported off the market: not filled"));

    /** The quotients of those sums. */
    static final List<Ratio> RATIOS = List.of(
            Ratio.of("vwap_px", PX, "traded_value", "traded_quantity", 1, "traded_value / traded_quantity"),
            Ratio.of("fill_ratio", RATIO, "matched_quantity", "demand_quantity", 1, "matched / demanded shares"),
            Ratio.of("mean_fill_ratio", RATIO, "fill_ratio_sum", "fill_ratio_orders", 1, "mean fill ratio over orders"),
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
                    "ratio",
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
            Ratio.of("improved_ratio", RATIO, "improved_quantity", "measured_quantity", 1, "improved shares"),
            Ratio.of("at_quote_ratio", RATIO, "at_quote_quantity", "measured_quantity", 1, "shares at the touch"),
            Ratio.of(
                    "outside_quote_ratio",
                    RATIO,
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
            Ratio.of("dark_ratio", RATIO, "dark_quantity", "traded_quantity", 1, "Centre Point part of traded"),
            Ratio.of("lit_ratio", RATIO, "lit_quantity", "traded_quantity", 1, "continuous lit part of traded"),
            Ratio.of("auction_ratio", RATIO, "auction_quantity", "traded_quantity", 1, "auction part of traded"),
            Ratio.of("booked_ratio", RATIO, "booked_quantity", "traded_quantity", 1, "booked part of traded"));

    private RollupColumns() {}

    /** Every sum of an aggregate. */
    static List<Additive> orders(RollupOptions options) {
        List<Additive> sums = new ArrayList<>(ORDERS);
        sums.addAll(ExecutionColumns.ORDERS);
        options.horizons().forEach(horizon -> sums.addAll(ExecutionColumns.markout(horizon)));
        return sums;
    }

    /** Every quotient of those sums. */
    static List<Ratio> ratios(RollupOptions options) {
        List<Ratio> ratios = new ArrayList<>(RATIOS);
        ratios.addAll(ExecutionColumns.RATIOS);
        options.horizons().forEach(horizon -> ratios.addAll(ExecutionColumns.markoutRatios(horizon)));
        return ratios;
    }
}
