package io.midwater.rollup;

import static io.midwater.rollup.Additive.count;
import static io.midwater.rollup.Additive.decimalOfKnown;
import static io.midwater.rollup.Additive.total;
import static io.midwater.rollup.Additive.totalOfKnown;

import java.util.List;

/**
 * Shortfall, slippage, drift and markouts in the aggregates. The ratio without a prefix weights by value, Σ / Σ; the one
 * that begins with {@code mean_} weights orders equally and stands beside its number of orders.
 */
final class ExecutionColumns {
    private static final String SHARES = "shares";
    private static final String VALUE = "price units × shares";
    private static final String HALF_VALUE = "price units × 2 × shares";
    private static final String MID_BPS = "bps of arrival mid";
    private static final String VWAP_BPS = "bps of market vwap";
    private static final long BPS = 10_000;
    private static final String MARKET_VWAP = "(market_value / nullif(market_quantity, 0))";

    /** The sums. */
    static final List<Additive> ORDERS = List.of(
            decimalOfKnown(
                    "arrival_cost_bps_sum", MID_BPS, "arrival_cost_bps", "Σ arrival_cost_bps of measured_orders"),
            count("shortfall_orders", "implementation_shortfall_bps IS NOT NULL", "orders with a shortfall"),
            decimalOfKnown(
                    "implementation_shortfall_half_value",
                    HALF_VALUE,
                    "IF(implementation_shortfall_bps IS NULL, NULL,"
                            + " coalesce(arrival_cost_half_value, 0L) + opportunity_cost_half_value + 2D * fees_value)",
                    "Σ execution cost, opportunity cost and fees over shortfall_orders; cost positive"),
            totalOfKnown(
                    "opportunity_cost_half_value",
                    HALF_VALUE,
                    "opportunity_cost_half_value",
                    "Σ unfilled quantity × S × 2 (end mid − arrival mid) over shortfall_orders"),
            totalOfKnown(
                    "shortfall_base_half_value",
                    HALF_VALUE,
                    "shortfall_base_half_value",
                    "Σ 2 × arrival mid × (continuous + unfilled quantity) over shortfall_orders"),
            decimalOfKnown(
                    "implementation_shortfall_bps_sum",
                    MID_BPS,
                    "implementation_shortfall_bps",
                    "Σ implementation_shortfall_bps of the orders"),
            count("vwap_slippage_orders", "vwap_slippage_bps IS NOT NULL", "orders with a slippage"),
            decimalOfKnown(
                    "vwap_slippage_value",
                    VALUE,
                    "IF(vwap_slippage_bps IS NULL, NULL, IF(side = 'BUY', 1, -1)"
                            + " * (on_market_value - on_market_quantity * " + MARKET_VWAP + "))",
                    "Σ S × (vwap − market vwap) × own quantity over vwap_slippage_orders; cost positive"),
            decimalOfKnown(
                    "vwap_slippage_base_value",
                    VALUE,
                    "IF(vwap_slippage_bps IS NULL, NULL, on_market_quantity * " + MARKET_VWAP + ")",
                    "Σ market vwap × own quantity over vwap_slippage_orders"),
            decimalOfKnown("vwap_slippage_bps_sum", VWAP_BPS, "vwap_slippage_bps", "Σ vwap_slippage_bps of the orders"),
            count("market_drift_orders", "market_drift_bps IS NOT NULL", "orders with a drift"),
            decimalOfKnown(
                    "market_drift_half_value",
                    HALF_VALUE,
                    "market_drift_bps * arrival_base_half_value / 1e4D",
                    "Σ S × 2 (mid before the last fill − arrival mid) × continuous quantity over market_drift_orders"),
            totalOfKnown(
                    "market_drift_base_half_value",
                    HALF_VALUE,
                    "IF(market_drift_bps IS NULL, NULL, arrival_base_half_value)",
                    "Σ 2 × arrival mid × continuous quantity over market_drift_orders"),
            decimalOfKnown("market_drift_bps_sum", MID_BPS, "market_drift_bps", "Σ market_drift_bps of the orders"),
            totalOfKnown(
                    "auction_cost_half_value",
                    HALF_VALUE,
                    "auction_cost_half_value",
                    "Σ S × 2 (price − arrival mid) × quantity over auction legs; cost positive"));

    /** The quotients of those sums. */
    static final List<Ratio> RATIOS = List.of(
            mean("mean_arrival_cost_bps", MID_BPS, "arrival_cost_bps_sum", "measured_orders", 1),
            mean("mean_effective_spread_bps", MID_BPS, "arrival_cost_bps_sum", "measured_orders", 2),
            Ratio.of(
                    "implementation_shortfall_bps",
                    MID_BPS,
                    "implementation_shortfall_half_value",
                    "shortfall_base_half_value",
                    BPS,
                    "execution and opportunity cost and fees of what was demanded, value-weighted; cost positive"),
            mean(
                    "mean_implementation_shortfall_bps",
                    MID_BPS,
                    "implementation_shortfall_bps_sum",
                    "shortfall_orders",
                    1),
            Ratio.of(
                    "opportunity_cost_bps",
                    MID_BPS,
                    "opportunity_cost_half_value",
                    "shortfall_base_half_value",
                    BPS,
                    "the unfilled part of implementation_shortfall_bps"),
            Ratio.of(
                    "vwap_slippage_bps",
                    VWAP_BPS,
                    "vwap_slippage_value",
                    "vwap_slippage_base_value",
                    BPS,
                    "S × (vwap − market vwap) / market vwap, value-weighted; cost positive"),
            mean("mean_vwap_slippage_bps", VWAP_BPS, "vwap_slippage_bps_sum", "vwap_slippage_orders", 1),
            Ratio.of(
                    "market_drift_bps",
                    MID_BPS,
                    "market_drift_half_value",
                    "market_drift_base_half_value",
                    BPS,
                    "S × (mid before the last fill − arrival mid) / arrival mid, value-weighted; against: positive"),
            mean("mean_market_drift_bps", MID_BPS, "market_drift_bps_sum", "market_drift_orders", 1));

    private ExecutionColumns() {}

    private static Ratio mean(String name, String unit, String sum, String orders, long factor) {
        return Ratio.of(name, unit, sum, orders, factor, (factor == 1 ? "" : factor + " × ") + sum + " / " + orders);
    }

    /** The sums of one markout horizon. */
    static List<Additive> markout(String horizon) {
        String realized = "realized_spread_" + horizon;
        String impact = "price_impact_" + horizon;
        String quantity = "markout_" + horizon + "_quantity";
        return List.of(
                count(realized + "_orders", realized + "_bps IS NOT NULL", "orders with this markout"),
                total(quantity, SHARES, "coalesce(" + quantity + ", 0L)", "continuous shares with this markout"),
                totalOfKnown(
                        realized + "_half_value",
                        HALF_VALUE,
                        realized + "_half_value",
                        "Σ S × 2 (price − mid " + horizon + " after the fill) × quantity over " + quantity),
                totalOfKnown(
                        impact + "_half_value",
                        HALF_VALUE,
                        impact + "_half_value",
                        "Σ S × 2 (mid " + horizon + " after the fill − arrival mid) × quantity over " + quantity),
                totalOfKnown(
                        "markout_" + horizon + "_base_half_value",
                        HALF_VALUE,
                        "IF(" + realized + "_bps IS NULL, NULL, (arrival_bid_px + arrival_offer_px) * " + quantity
                                + ")",
                        "Σ 2 × arrival mid × quantity over " + quantity),
                decimalOfKnown(
                        realized + "_bps_sum", MID_BPS, realized + "_bps", "Σ " + realized + "_bps of the orders"));
    }

    /** The quotients of those sums. */
    static List<Ratio> markoutRatios(String horizon) {
        String realized = "realized_spread_" + horizon;
        String base = "markout_" + horizon + "_base_half_value";
        return List.of(
                Ratio.of(
                        realized + "_bps",
                        MID_BPS,
                        realized + "_half_value",
                        base,
                        2 * BPS,
                        "2 S (price − mid " + horizon + " after the fill) / arrival mid, value-weighted"),
                mean("mean_" + realized + "_bps", MID_BPS, realized + "_bps_sum", realized + "_orders", 1),
                Ratio.of(
                        "price_impact_" + horizon + "_bps",
                        MID_BPS,
                        "price_impact_" + horizon + "_half_value",
                        base,
                        2 * BPS,
                        "effective spread of the same shares less their realized spread, value-weighted"));
    }
}
