package io.midwater.totals;

import static io.midwater.totals.Condition.always;
import static io.midwater.totals.Condition.flag;
import static io.midwater.totals.Condition.known;
import static io.midwater.totals.Real.real;
import static io.midwater.totals.Sum.count;
import static io.midwater.totals.Sum.decimalOfKnown;
import static io.midwater.totals.Sum.total;
import static io.midwater.totals.Whole.whole;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the simulated orders of one scenario add up to, over table {@code simulation}. Savings are signed by side, on equal
 * quantity; positive means that the dark pool was better. Sums that a ratio compares cover the same orders.
 */
public final class ScenarioSums {
    private static final String SHARES = "shares";
    private static final String VALUE = "price units × shares";
    private static final String MID_BPS = "bps of arrival mid";
    private static final Condition SAVED = known("savings_value").and(known("savings_base_value"));
    private static final Condition COMPARED = known("real_value").and(known("simulated_value"));

    private static final Condition REALLY_FULL = Condition.is("fill_class", "FULL");
    /** The closed-form scenarios have only what was filled in their scope. */
    private static final Condition FULL =
            whole("simulated_quantity").atLeast(whole("scope_quantity")).and(flag("engaged"));

    /** In every keyed aggregate, once per scenario. */
    public static final List<Sum> KEYED = List.of(
            count("engaged_orders", flag("engaged"), "study orders of which something trades in the dark"),
            total("scope_quantity", SHARES, whole("scope_quantity"), "what is compared"),
            total("simulated_quantity", SHARES, whole("simulated_quantity").orZero(), "part that trades in the dark"),
            count("savings_orders", SAVED, "orders whose savings and base are known"),
            decimalOfKnown(
                    "savings_value",
                    VALUE,
                    real("savings_value").where(SAVED),
                    "Σ S × (real − simulated value) over savings_orders; positive: dark better"),
            decimalOfKnown(
                    "savings_base_value",
                    VALUE,
                    real("savings_base_value").where(SAVED),
                    "Σ scope quantity × arrival mid over savings_orders"));

    /** In the comparison of scenarios only. */
    public static final List<Sum> COMPARISON = List.of(
            count("orders", always(), "study orders simulated"),
            count("survivor_orders", flag("survivor"), "of them fully filled in reality, by trading"),
            count("compared_orders", COMPARED, "orders whose real and simulated values are both known"),
            total(
                    "compared_quantity",
                    SHARES,
                    whole("simulated_quantity").where(COMPARED).orZero(),
                    "simulated_quantity of compared_orders"),
            decimalOfKnown(
                    "real_value",
                    VALUE,
                    real("real_value").where(COMPARED),
                    "compared_quantity at the orders' real average prices"),
            decimalOfKnown(
                    "simulated_value",
                    VALUE,
                    real("simulated_value").where(COMPARED),
                    "compared_quantity at the simulated prices"),
            count("both_full_orders", REALLY_FULL.and(FULL), "all of scope_quantity filled in reality and simulated"),
            count("real_full_orders", REALLY_FULL.and(FULL.not()), "filled in reality only"),
            count("simulated_full_orders", REALLY_FULL.not().and(FULL), "filled in simulation only"),
            count("savings_bps_orders", known("savings_bps"), "orders with savings_bps"),
            decimalOfKnown("savings_bps_sum", MID_BPS, real("savings_bps"), "Σ savings_bps of the orders"),
            count(
                    "engaged_savings_bps_orders",
                    flag("engaged").and(known("savings_bps")),
                    "engaged orders with savings_bps"),
            decimalOfKnown(
                    "engaged_savings_bps_sum",
                    MID_BPS,
                    real("savings_bps").where(flag("engaged")),
                    "Σ savings_bps of the engaged orders"));

    /** All of them. */
    public static final List<Sum> ALL =
            Stream.concat(COMPARISON.stream(), KEYED.stream()).toList();

    /** What has quartiles. */
    public static final List<Distribution> QUARTILES =
            List.of(new Distribution("savings_bps", MID_BPS, real("savings_bps")));

    private ScenarioSums() {}
}
