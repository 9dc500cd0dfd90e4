package io.midwater.totals;

import static io.midwater.domain.table.Units.HALF_VALUE;
import static io.midwater.domain.table.Units.MID_BPS;
import static io.midwater.domain.table.Units.NS;
import static io.midwater.domain.table.Units.SHARES;
import static io.midwater.domain.table.Units.VALUE;
import static io.midwater.totals.Condition.always;
import static io.midwater.totals.Condition.flag;
import static io.midwater.totals.Condition.known;
import static io.midwater.totals.Real.real;
import static io.midwater.totals.Sum.count;
import static io.midwater.totals.Sum.decimalOfKnown;
import static io.midwater.totals.Sum.total;
import static io.midwater.totals.Sum.totalOfKnown;
import static io.midwater.totals.Whole.whole;

import java.util.ArrayList;
import java.util.List;

/**
 * What the simulated orders of one scenario add up to, over table {@code simulation}. Savings are signed by side, on equal
 * quantity; positive means that the dark pool was better. Sums that a ratio compares cover the same orders.
 */
public final class ScenarioSums {
    private static final Condition SAVED = known("savings_value").and(known("savings_base_value"));
    /** False of closed-form orders without a benchmark: whether they trade in the dark, nobody knows. */
    private static final Condition BENCHMARKED = known("simulated_quantity");

    private static final Condition COMPARED = known("real_value").and(known("simulated_value"));

    private static final Condition TIMED = known("time_to_first_fill_ns").and(known("real_time_to_first_fill_ns"));

    private static final Condition REALLY_FULL = Condition.is("fill_class", "FULL");
    /** The closed-form scenarios have only what was filled in their scope. */
    private static final Condition FULL =
            whole("simulated_quantity").atLeast(whole("scope_quantity")).and(flag("engaged"));

    /** In every keyed aggregate, once per scenario. */
    public static final List<Sum> KEYED = List.of(
            count("engaged_orders", flag("engaged"), "study orders of which something trades in the dark"),
            total("scope_quantity", SHARES, whole("scope_quantity"), "what is compared"),
            total("simulated_quantity", SHARES, whole("simulated_quantity").orZero(), "part that trades in the dark"),
            totalOfKnown(
                    "study_quantity",
                    SHARES,
                    whole("study_quantity"),
                    "simulated shares matched with other study orders, on both sides; null in closed form"),
            count("benchmarked_orders", BENCHMARKED, "orders whose simulated_quantity is known"),
            total(
                    "benchmarked_scope_quantity",
                    SHARES,
                    whole("scope_quantity").where(BENCHMARKED).orZero(),
                    "scope_quantity of benchmarked_orders"),
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
            count(
                    "real_full_orders",
                    REALLY_FULL.and(BENCHMARKED).and(FULL.not()),
                    "filled in reality only, of benchmarked_orders"),
            count("simulated_full_orders", REALLY_FULL.not().and(FULL), "filled in simulation only"),
            count("timed_orders", TIMED, "orders whose remainder was first filled in reality and in simulation"),
            totalOfKnown(
                    "time_to_first_fill_sum_ns",
                    NS,
                    whole("time_to_first_fill_ns").where(TIMED),
                    "Σ simulated time from arrival to first fill over timed_orders"),
            totalOfKnown(
                    "real_time_to_first_fill_sum_ns",
                    NS,
                    whole("real_time_to_first_fill_ns").where(TIMED),
                    "Σ real time from arrival to first fill after entry over timed_orders"),
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

    private static final Distribution SAVINGS = new Distribution("savings_bps", MID_BPS, real("savings_bps"));

    /** Of the engaged orders only. */
    public static final Distribution ENGAGED_SAVINGS =
            new Distribution("engaged_savings_bps", MID_BPS, real("savings_bps").where(flag("engaged")));

    /** When the simulated book first filled an order. */
    public static final Distribution FILLED_AFTER = new Distribution(
            "time_to_first_fill_ns", NS, whole("time_to_first_fill_ns").real());

    /** When the same remainder was first filled in reality. */
    public static final Distribution REALLY_FILLED_AFTER = new Distribution(
            "real_time_to_first_fill_ns",
            NS,
            whole("real_time_to_first_fill_ns").real());

    /** What has quartiles. */
    public static final List<Distribution> QUARTILES = List.of(SAVINGS);

    /** What is counted in bins beside. */
    public static final List<Distribution> OTHERS = List.of(ENGAGED_SAVINGS, FILLED_AFTER, REALLY_FILLED_AFTER);

    /** Everything that is counted in bins. */
    public static final List<Distribution> DISTRIBUTIONS =
            List.of(SAVINGS, ENGAGED_SAVINGS, FILLED_AFTER, REALLY_FILLED_AFTER);

    private ScenarioSums() {}

    /**
     * All of them.
     *
     * @param horizons labels of the markout horizons
     */
    public static List<Sum> all(List<String> horizons) {
        List<Sum> sums = new ArrayList<>(COMPARISON);
        sums.addAll(KEYED);
        horizons.forEach(horizon -> sums.addAll(markout(horizon)));
        return sums;
    }

    /** The sums of one markout horizon. */
    private static List<Sum> markout(String horizon) {
        String quantity = "markout_" + horizon + "_quantity";
        String realized = "realized_spread_" + horizon + "_half_value";
        String base = "markout_" + horizon + "_base_half_value";
        return List.of(
                count("realized_spread_" + horizon + "_orders", known(realized), "orders with this markout"),
                total(quantity, SHARES, whole(quantity).orZero(), "simulated shares with this markout"),
                totalOfKnown(
                        realized,
                        HALF_VALUE,
                        whole(realized),
                        "Σ S × 2 (simulated price − mid " + horizon + " after the match) × quantity over " + quantity),
                totalOfKnown(base, HALF_VALUE, whole(base), "Σ 2 × arrival mid × quantity over " + quantity));
    }
}
