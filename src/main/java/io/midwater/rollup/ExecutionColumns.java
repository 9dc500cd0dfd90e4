package io.midwater.rollup;

import static io.midwater.domain.table.Units.FILL_BPS;
import static io.midwater.domain.table.Units.MID_BPS;
import static io.midwater.domain.table.Units.VWAP_BPS;

import java.util.List;

/**
 * Shortfall, slippage, drift and markouts in the aggregates. The ratio without a prefix weights by value, Σ / Σ; the one
 * that begins with {@code mean_} weights orders equally and stands beside its number of orders.
 */
final class ExecutionColumns {
    private static final long BPS = 10_000;

    /** The quotients. */
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
            Ratio.of(
                    "fill_cost_bps",
                    FILL_BPS,
                    "fill_cost_share_bps",
                    "quoted_fill_quantity",
                    1,
                    "S × (price − mid before the fill) / that mid, share-weighted; cost positive"),
            mean("mean_fill_cost_bps", FILL_BPS, "fill_cost_bps_sum", "fill_cost_orders", 1),
            mean(
                    "mean_price_volatility_bps",
                    "bps of continuous vwap",
                    "price_volatility_bps_sum",
                    "price_volatility_orders",
                    1),
            mean("mean_spread_volatility_bps", FILL_BPS, "spread_volatility_bps_sum", "spread_volatility_orders", 1),
            mean("mean_market_drift_bps", MID_BPS, "market_drift_bps_sum", "market_drift_orders", 1));

    private ExecutionColumns() {}

    private static Ratio mean(String name, String unit, String sum, String orders, long factor) {
        return Ratio.of(name, unit, sum, orders, factor, (factor == 1 ? "" : factor + " × ") + sum + " / " + orders);
    }

    /** The quotients. */
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
                        "2 S (price − mid " + horizon
                                + " after the fill) / arrival mid, value-weighted; cost positive"),
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
