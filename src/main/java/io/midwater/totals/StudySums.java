package io.midwater.totals;

import static io.midwater.domain.table.Units.SHARES;
import static io.midwater.totals.Condition.flag;
import static io.midwater.totals.Sum.count;
import static io.midwater.totals.Sum.total;
import static io.midwater.totals.Whole.whole;

import java.util.ArrayList;
import java.util.List;

/** How many orders each condition of the study leaves over, added up over table {@code metrics}. */
public final class StudySums {
    private static final int STEPS = 6;

    /** What a step's number of orders and their matched quantity are called, after the step's name. */
    public static final String ORDERS = "_orders";

    public static final String MATCHED = "_matched_quantity";

    /** Rested after entry, without the conditions between. */
    public static final String RESTED = "rested";

    /** The study, whatever its orders came to. */
    public static final String STUDIED = "studied";

    static final List<Sum> ALL = all();

    private StudySums() {}

    /** The name of a step of table {@code classified}'s {@code funnel_step}. */
    public static String step(int number) {
        return "funnel_" + number;
    }

    private static List<Sum> all() {
        List<Sum> sums = new ArrayList<>();
        for (int number = 0; number < STEPS; number++) {
            add(
                    sums,
                    step(number),
                    whole("funnel_step").atLeast(number),
                    "orders with funnel_step of " + number + " or more");
        }
        Condition rested =
                whole("funnel_step").atLeast(1).and(whole("rest_quantity").atLeast(1));
        add(sums, RESTED, rested, "orders with funnel_step of 1 or more and something left on the book after entry");
        add(sums, STUDIED, flag("in_study"), "orders of the study");
        return sums;
    }

    private static void add(List<Sum> sums, String name, Condition condition, String description) {
        sums.add(count(name + ORDERS, condition, description));
        sums.add(total(
                name + MATCHED,
                SHARES,
                whole("matched_quantity").where(condition).orZero(),
                "matched_quantity of " + name + ORDERS));
    }
}
