package io.midwater.rollup;

import static io.midwater.rollup.Additive.count;
import static io.midwater.rollup.Additive.decimalOfKnown;
import static io.midwater.rollup.Additive.total;

import java.util.List;

/**
 * What the aggregates say about the simulated scenarios: sums over table {@code simulation}, one row per study order and
 * scenario, and the ratios formed from them. Savings are signed by side, on equal quantity; positive means that the dark
 * pool was better. Sums that a ratio compares cover the same orders.
 */
final class SavingsColumns {
    private static final String SHARES = "shares";
    private static final String VALUE = "price units × shares";
    private static final String MID_BPS = "bps of arrival mid";
    private static final String RATIO = "0..1";
    private static final long BPS = 10_000;
    private static final String SAVED = "savings_value IS NOT NULL AND savings_base_value IS NOT NULL";
    private static final String COMPARED = "real_value IS NOT NULL AND simulated_value IS NOT NULL";

    /** In every keyed aggregate, once per scenario. */
    static final List<Additive> KEYED = List.of(
            count("engaged_orders", "engaged", "study orders of which something trades in the dark"),
            total("scope_quantity", SHARES, "scope_quantity", "what is compared"),
            total("simulated_quantity", SHARES, "coalesce(simulated_quantity, 0)", "part that trades in the dark"),
            count("savings_orders", SAVED, "orders whose savings and base are known"),
            decimalOfKnown(
                    "savings_value",
                    VALUE,
                    "IF(" + SAVED + ", savings_value, NULL)",
                    "Σ S × (real − simulated value) over savings_orders; positive: dark better"),
            decimalOfKnown(
                    "savings_base_value",
                    VALUE,
                    "IF(" + SAVED + ", savings_base_value, NULL)",
                    "Σ scope quantity × arrival mid over savings_orders"));

    /** In every keyed aggregate, once per scenario. */
    static final Ratio SAVINGS_BPS = Ratio.of(
            "savings_bps",
            MID_BPS,
            "savings_value",
            "savings_base_value",
            BPS,
            "savings_value / savings_base_value; positive: dark better");

    /** In the comparison of scenarios only. */
    static final List<Additive> COMPARISON = List.of(
            count("orders", "true", "study orders simulated"),
            count("survivor_orders", "survivor", "of them fully filled in reality, by trading"),
            count("compared_orders", COMPARED, "orders whose real and simulated values are both known"),
            total(
                    "compared_quantity",
                    SHARES,
                    "IF(" + COMPARED + ", simulated_quantity, 0)",
                    "simulated_quantity of compared_orders"),
            decimalOfKnown(
                    "real_value",
                    VALUE,
                    "IF(" + COMPARED + ", real_value, NULL)",
                    "compared_quantity at the orders' real average prices"),
            decimalOfKnown(
                    "simulated_value",
                    VALUE,
                    "IF(" + COMPARED + ", simulated_value, NULL)",
                    "compared_quantity at the simulated prices"),
            count("savings_bps_orders", "savings_bps IS NOT NULL", "orders with savings_bps"),
            decimalOfKnown("savings_bps_sum", MID_BPS, "savings_bps", "Σ savings_bps of the orders"),
            count(
                    "engaged_savings_bps_orders",
                    "engaged AND savings_bps IS NOT NULL",
                    "engaged orders with savings_bps"),
            decimalOfKnown(
                    "engaged_savings_bps_sum",
                    MID_BPS,
                    "IF(engaged, savings_bps, NULL)",
                    "Σ savings_bps of the engaged orders"));

    /** In the comparison of scenarios only. */
    static final List<Ratio> COMPARISON_RATIOS = List.of(
            Ratio.of("engaged_ratio", RATIO, "engaged_orders", "orders", 1, "engaged part of the orders"),
            Ratio.of("simulated_ratio", RATIO, "simulated_quantity", "scope_quantity", 1, "scope traded in the dark"),
            SAVINGS_BPS,
            Ratio.of(
                    "mean_savings_bps",
                    MID_BPS,
                    "savings_bps_sum",
                    "savings_bps_orders",
                    1,
                    "mean over savings_bps_orders; what does not trade in the dark saves 0"),
            Ratio.of(
                    "mean_engaged_savings_bps",
                    MID_BPS,
                    "engaged_savings_bps_sum",
                    "engaged_savings_bps_orders",
                    1,
                    "mean over engaged_savings_bps_orders"));

    private SavingsColumns() {}
}
