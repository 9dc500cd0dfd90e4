package io.midwater.totals;

import static io.midwater.domain.table.Units.FRACTION;
import static io.midwater.domain.table.Units.HALF_VALUE;
import static io.midwater.domain.table.Units.MID_BPS;
import static io.midwater.domain.table.Units.NS;
import static io.midwater.domain.table.Units.SHARES;
import static io.midwater.domain.table.Units.SHARE_SECONDS;
import static io.midwater.domain.table.Units.VALUE;
import static io.midwater.totals.Condition.always;
import static io.midwater.totals.Condition.flag;
import static io.midwater.totals.Condition.is;
import static io.midwater.totals.Condition.known;
import static io.midwater.totals.Real.real;
import static io.midwater.totals.Sum.count;
import static io.midwater.totals.Sum.decimalOfKnown;
import static io.midwater.totals.Sum.total;
import static io.midwater.totals.Sum.totalOfKnown;
import static io.midwater.totals.Whole.whole;

import io.midwater.domain.TerminalReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What orders add up to, over table {@code metrics}. A new column is one new line here. An order counts once for each
 * business date it lived on. Effective spread and price improvement: 17 CFR 242.600(b).
 */
public final class OrderSums {
    private static final Condition STUDIED_AND_TRADED =
            flag("in_study").and(whole("fills").atLeast(1));

    /** The sums. */
    public static final List<Sum> ORDERS = List.of(
            count("total_orders", always(), "orders, counted once for each business date"),
            count("full_orders", is("fill_class", "FULL"), "matched, nothing left"),
            count("partial_orders", is("fill_class", "PARTIAL"), "matched in part"),
            count("unfilled_orders", is("fill_class", "NONE"), "not matched"),
            count(
                    "immediate_orders",
                    is("outcome", "A_IMMEDIATE_FULL"),
                    "FULL within classification.immediate-within of arrival: outcome A_IMMEDIATE_FULL"),
            count("eventual_orders", is("outcome", "B_EVENTUAL_FULL"), "FULL later: outcome B_EVENTUAL_FULL"),
            count(
                    "incomplete_orders",
                    is("outcome", "C_PARTIAL_NONE"),
                    "partly or not matched: outcome C_PARTIAL_NONE"),
            count("in_study_orders", flag("in_study"), "orders of the study"),
            count("survivor_orders", flag("survivor"), "study orders fully filled by trading"),
            count("in_study_filled_orders", STUDIED_AND_TRADED, "study orders with a trade of their own"),
            totalOfKnown(
                    "in_study_filled_matched_quantity",
                    SHARES,
                    whole("matched_quantity").where(STUDIED_AND_TRADED),
                    "matched_quantity of in_study_filled_orders"),
            total("demand_quantity", SHARES, whole("demand_quantity"), "matched + leaves at the end"),
            total("initial_quantity", SHARES, whole("initial_quantity"), "ordered at arrival"),
            total("matched_quantity", SHARES, whole("matched_quantity"), "matched, by the orders' own record"),
            total("leaves_quantity", SHARES, whole("leaves_quantity"), "open at the end"),
            total("fills", "", whole("fills"), "filled trade legs, bookings and auctions included"),
            total("traded_quantity", SHARES, whole("traded_quantity"), "filled legs on the tape"),
            total("traded_value", VALUE, whole("traded_value"), "Σ price × quantity of the filled legs on the tape"),
            count("fill_ratio_orders", known("fill_ratio"), "orders with a fill ratio"),
            decimalOfKnown("fill_ratio_sum", "", real("fill_ratio"), "Σ fill_ratio of the orders"),
            total(
                    "continuous_quantity",
                    SHARES,
                    whole("continuous_quantity"),
                    "lit and dark legs of continuous trading"),
            total("continuous_value", VALUE, whole("continuous_value"), "Σ price × quantity of those legs"),
            count("measured_orders", known("arrival_base_half_value"), "traded continuously, arrival quote known"),
            total(
                    "measured_quantity",
                    SHARES,
                    whole("continuous_quantity")
                            .where(known("arrival_base_half_value"))
                            .orZero(),
                    "continuous_quantity of measured_orders"),
            totalOfKnown(
                    "arrival_cost_half_value",
                    HALF_VALUE,
                    whole("arrival_cost_half_value"),
                    "Σ S × 2 (price − arrival mid) × quantity over measured_quantity; cost positive"),
            totalOfKnown(
                    "arrival_base_half_value",
                    HALF_VALUE,
                    whole("arrival_base_half_value"),
                    "Σ 2 × arrival mid × quantity over measured_quantity"),
            totalOfKnown(
                    "quoted_spread_half_value",
                    HALF_VALUE,
                    whole("quoted_spread_half_value"),
                    "Σ 2 × (offer − bid) at arrival × quantity over measured_quantity"),
            count("quoted_spread_orders", known("quoted_spread_bps"), "orders with an arrival quote"),
            decimalOfKnown(
                    "quoted_spread_bps_sum", MID_BPS, real("quoted_spread_bps"), "Σ quoted_spread_bps of the orders"),
            totalOfKnown(
                    "price_improvement_value",
                    VALUE,
                    whole("price_improvement_value"),
                    "Σ S × (arrival touch − price) × quantity over measured_quantity; improvement positive"),
            totalOfKnown(
                    "improvement_value",
                    VALUE,
                    whole("improvement_value"),
                    "Σ S × (touch − price) × quantity over improved_quantity"),
            totalOfKnown(
                    "improved_quantity", SHARES, whole("improved_quantity"), "measured shares better than the touch"),
            totalOfKnown("at_quote_quantity", SHARES, whole("at_quote_quantity"), "measured shares at the touch"),
            totalOfKnown(
                    "outside_quote_quantity",
                    SHARES,
                    whole("outside_quote_quantity"),
                    "measured shares worse than the touch"),
            count("time_to_first_fill_orders", known("time_to_first_fill_ns"), "orders with a time to first fill"),
            totalOfKnown(
                    "time_to_first_fill_sum_ns",
                    NS,
                    whole("time_to_first_fill_ns"),
                    "Σ time to first fill of the orders"),
            count("time_to_completion_orders", known("time_to_completion_ns"), "orders with a time to completion"),
            totalOfKnown(
                    "time_to_completion_sum_ns",
                    NS,
                    whole("time_to_completion_ns"),
                    "Σ time to completion of the orders"),
            total(
                    "timed_quantity",
                    SHARES,
                    whole("traded_quantity")
                            .where(known("weighted_fill_time_ns"))
                            .orZero(),
                    "traded_quantity of the orders with a weighted fill time"),
            decimalOfKnown(
                    "fill_time_share_seconds",
                    SHARE_SECONDS,
                    real("weighted_fill_time_ns")
                            .times(whole("traded_quantity").real())
                            .over(1e9),
                    "Σ (fill − arrival) × quantity over timed_quantity"),
            total("dark_quantity", SHARES, whole("dark_quantity"), "Centre Point legs"),
            total("lit_quantity", SHARES, whole("lit_quantity"), "continuous lit legs"),
            total("auction_quantity", SHARES, whole("auction_quantity"), "auction legs"),
            total("booked_quantity", SHARES, whole("booked_quantity"), "booked crossings: filled, no market trade"),
            total("reported_quantity", SHARES, whole("reported_quantity"), "reported off the market: not filled"));

    /** When orders were first filled. */
    public static final Distribution FILLED_AFTER = new Distribution(
            "time_to_first_fill_ns", NS, whole("time_to_first_fill_ns").real());

    /** What has quartiles. */
    public static final List<Distribution> QUARTILES = List.of(
            new Distribution("fill_ratio", FRACTION, real("fill_ratio")),
            new Distribution("arrival_cost_bps", MID_BPS, real("arrival_cost_bps")),
            new Distribution("implementation_shortfall_bps", MID_BPS, real("implementation_shortfall_bps")),
            FILLED_AFTER);

    private static final Condition UNFILLED = whole("fills").atLeast(1).not();
    private static final Condition CANCELLED = Arrays.stream(TerminalReason.values())
            .filter(TerminalReason::cancelled)
            .map(reason -> is("terminal_reason", reason.name()))
            .reduce(Condition::or)
            .orElseThrow();

    /** When orders without any fill were taken back. */
    public static final Distribution CANCELLED_AFTER = new Distribution(
            "cancelled_after_ns",
            NS,
            whole("lifetime_ns").where(UNFILLED.and(CANCELLED)).real());

    /** When orders without any fill were last seen, for any other reason. */
    public static final Distribution CENSORED_AFTER = new Distribution(
            "censored_after_ns",
            NS,
            whole("lifetime_ns").where(UNFILLED.and(CANCELLED.not())).real());

    /** What is counted in bins beside. */
    public static final List<Distribution> UNFILLED_ENDS = List.of(CANCELLED_AFTER, CENSORED_AFTER);

    private OrderSums() {}

    /** Everything that is counted in bins. */
    static List<Distribution> distributions() {
        List<Distribution> all = new ArrayList<>(QUARTILES);
        all.addAll(UNFILLED_ENDS);
        return all;
    }

    /**
     * What every aggregate says of its orders.
     *
     * @param horizons labels of the markout horizons
     */
    public static List<Sum> published(List<String> horizons) {
        List<Sum> sums = new ArrayList<>(ORDERS);
        sums.addAll(ExecutionSums.ORDERS);
        horizons.forEach(horizon -> sums.addAll(ExecutionSums.markout(horizon)));
        return sums;
    }

    /**
     * That, and what the funnel of the study needs.
     *
     * @param horizons labels of the markout horizons
     */
    public static List<Sum> all(List<String> horizons) {
        List<Sum> sums = published(horizons);
        sums.addAll(StudySums.ALL);
        return sums;
    }
}
