package io.midwater.totals;

import static io.midwater.domain.table.Units.FILL_BPS;
import static io.midwater.domain.table.Units.HALF_VALUE;
import static io.midwater.domain.table.Units.MID_BPS;
import static io.midwater.domain.table.Units.SHARES;
import static io.midwater.domain.table.Units.VALUE;
import static io.midwater.domain.table.Units.VWAP_BPS;
import static io.midwater.totals.Condition.known;
import static io.midwater.totals.Real.real;
import static io.midwater.totals.Sum.count;
import static io.midwater.totals.Sum.decimalOfKnown;
import static io.midwater.totals.Sum.total;
import static io.midwater.totals.Sum.totalOfKnown;
import static io.midwater.totals.Whole.sign;
import static io.midwater.totals.Whole.whole;

import java.util.List;

/** Shortfall, slippage, drift and markouts, added up over table {@code metrics}. */
final class ExecutionSums {

    private static final Real AT_MARKET_VWAP = whole("on_market_quantity")
            .real()
            .times(whole("market_value").real().over(whole("market_quantity").real()));
    private static final Real SHORTFALL = whole("arrival_cost_half_value")
            .orZero()
            .plus(whole("opportunity_cost_half_value"))
            .real()
            .plus(real("fees_value").times(2));

    /** The sums. */
    static final List<Sum> ORDERS = List.of(
            decimalOfKnown(
                    "arrival_cost_bps_sum", MID_BPS, real("arrival_cost_bps"), "Σ arrival_cost_bps of measured_orders"),
            count("shortfall_orders", known("implementation_shortfall_bps"), "orders with a shortfall"),
            decimalOfKnown(
                    "implementation_shortfall_half_value",
                    HALF_VALUE,
                    SHORTFALL.where(known("implementation_shortfall_bps")),
                    "Σ execution cost, opportunity cost and fees over shortfall_orders; cost positive"),
            totalOfKnown(
                    "opportunity_cost_half_value",
                    HALF_VALUE,
                    whole("opportunity_cost_half_value"),
                    "Σ unfilled quantity × S × 2 (end mid − arrival mid) over shortfall_orders"),
            totalOfKnown(
                    "shortfall_base_half_value",
                    HALF_VALUE,
                    whole("shortfall_base_half_value"),
                    "Σ 2 × arrival mid × (continuous + unfilled quantity) over shortfall_orders"),
            decimalOfKnown(
                    "implementation_shortfall_bps_sum",
                    MID_BPS,
                    real("implementation_shortfall_bps"),
                    "Σ implementation_shortfall_bps of the orders"),
            count("vwap_slippage_orders", known("vwap_slippage_bps"), "orders with a slippage"),
            decimalOfKnown(
                    "vwap_slippage_value",
                    VALUE,
                    sign().real()
                            .times(whole("on_market_value").real().minus(AT_MARKET_VWAP))
                            .where(known("vwap_slippage_bps")),
                    "Σ S × (vwap − market vwap) × own quantity over vwap_slippage_orders; cost positive"),
            decimalOfKnown(
                    "vwap_slippage_base_value",
                    VALUE,
                    AT_MARKET_VWAP.where(known("vwap_slippage_bps")),
                    "Σ market vwap × own quantity over vwap_slippage_orders"),
            decimalOfKnown(
                    "vwap_slippage_bps_sum", VWAP_BPS, real("vwap_slippage_bps"), "Σ vwap_slippage_bps of the orders"),
            count("market_drift_orders", known("market_drift_bps"), "orders with a drift"),
            decimalOfKnown(
                    "market_drift_half_value",
                    HALF_VALUE,
                    real("market_drift_bps")
                            .times(whole("arrival_base_half_value").real())
                            .over(1e4),
                    "Σ S × 2 (mid before the last fill − arrival mid) × continuous quantity over market_drift_orders"),
            totalOfKnown(
                    "market_drift_base_half_value",
                    HALF_VALUE,
                    whole("arrival_base_half_value").where(known("market_drift_bps")),
                    "Σ 2 × arrival mid × continuous quantity over market_drift_orders"),
            decimalOfKnown(
                    "market_drift_bps_sum", MID_BPS, real("market_drift_bps"), "Σ market_drift_bps of the orders"),
            count("fill_cost_orders", known("fill_cost_bps"), "orders with fill_cost_bps"),
            total(
                    "quoted_fill_quantity",
                    SHARES,
                    whole("quoted_fill_quantity").where(known("fill_cost_bps")).orZero(),
                    "continuous shares with a usable quote in force before the fill"),
            decimalOfKnown(
                    "fill_cost_share_bps",
                    "shares × bps",
                    real("fill_cost_bps").times(whole("quoted_fill_quantity").real()),
                    "Σ S × (price − mid before the fill) / that mid × quantity over quoted_fill_quantity"),
            decimalOfKnown("fill_cost_bps_sum", FILL_BPS, real("fill_cost_bps"), "Σ fill_cost_bps of the orders"),
            count("price_volatility_orders", known("price_volatility_bps"), "orders with price_volatility_bps"),
            decimalOfKnown(
                    "price_volatility_bps_sum",
                    "bps of continuous vwap",
                    real("price_volatility_bps"),
                    "Σ price_volatility_bps of the orders"),
            count("spread_volatility_orders", known("spread_volatility_bps"), "orders with spread_volatility_bps"),
            decimalOfKnown(
                    "spread_volatility_bps_sum",
                    FILL_BPS,
                    real("spread_volatility_bps"),
                    "Σ spread_volatility_bps of the orders"),
            totalOfKnown(
                    "auction_cost_half_value",
                    HALF_VALUE,
                    whole("auction_cost_half_value"),
                    "Σ S × 2 (price − arrival mid) × quantity over auction legs; cost positive"));

    private ExecutionSums() {}

    /** The sums of one markout horizon. */
    static List<Sum> markout(String horizon) {
        String realized = "realized_spread_" + horizon;
        String impact = "price_impact_" + horizon;
        String quantity = "markout_" + horizon + "_quantity";
        return List.of(
                count(realized + "_orders", known(realized + "_bps"), "orders with this markout"),
                total(quantity, SHARES, whole(quantity).orZero(), "continuous shares with this markout"),
                totalOfKnown(
                        realized + "_half_value",
                        HALF_VALUE,
                        whole(realized + "_half_value"),
                        "Σ S × 2 (price − mid " + horizon + " after the fill) × quantity over " + quantity),
                totalOfKnown(
                        impact + "_half_value",
                        HALF_VALUE,
                        whole(impact + "_half_value"),
                        "Σ S × 2 (mid " + horizon + " after the fill − arrival mid) × quantity over " + quantity),
                totalOfKnown(
                        "markout_" + horizon + "_base_half_value",
                        HALF_VALUE,
                        whole("arrival_bid_px")
                                .plus(whole("arrival_offer_px"))
                                .times(whole(quantity))
                                .where(known(realized + "_bps")),
                        "Σ 2 × arrival mid × quantity over " + quantity),
                decimalOfKnown(
                        realized + "_bps_sum",
                        MID_BPS,
                        real(realized + "_bps"),
                        "Σ " + realized + "_bps of the orders"));
    }
}
