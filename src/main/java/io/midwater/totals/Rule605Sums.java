package io.midwater.totals;

import static io.midwater.domain.table.Units.CURRENCY_VALUE;
import static io.midwater.domain.table.Units.SHARES;
import static io.midwater.domain.table.Units.SHARE_SECONDS;
import static io.midwater.totals.Condition.always;
import static io.midwater.totals.Real.real;
import static io.midwater.totals.Sum.count;
import static io.midwater.totals.Sum.decimalOfKnown;
import static io.midwater.totals.Sum.total;
import static io.midwater.totals.Whole.whole;

import java.util.ArrayList;
import java.util.List;

/**
 * What orders add up to for the aggregate {@code rule605}: the columns of paragraph (a)(1) of 17 CFR 242.605 that this
 * market's records can tell.
 */
public final class Rule605Sums {

    private Rule605Sums() {}

    /**
     * @param timeClasses the classes of time to execution, as they name columns
     * @param horizons labels of the markout horizons
     */
    public static List<Sum> all(List<String> timeClasses, List<String> horizons) {
        List<Sum> sums = new ArrayList<>();
        sums.add(count("orders", always(), "orders, counted once for each business date"));
        sums.add(shares("ordered_quantity", "ordered on receipt"));
        sums.add(value(
                "notional",
                "currency units",
                "ordered quantity × limit, or × the midpoint to measure from for orders without a limit; 0 where not"
                        + " covered, as everything below"));
        sums.add(shares("cancelled_quantity", "open when the order was cancelled, by anyone"));
        sums.add(shares("executed_quantity", "executed in continuous trading, once received and executable"));
        sums.add(count("filled_orders", whole("executed_quantity").atLeast(1), "orders executed in part or in full"));
        for (String name : timeClasses) {
            sums.add(shares(
                    "executed_" + name + "_quantity",
                    "executed " + name.replace('_', ' ') + " after receipt, or after the order became executable"));
        }
        sums.add(value(
                "mid_value", CURRENCY_VALUE, "Σ midpoint × quantity of the executions, at receipt or when executable"));
        sums.add(value("quoted_spread_value", CURRENCY_VALUE, "Σ (offer − bid) × quantity, of the same quotes"));
        sums.add(value(
                "effective_spread_value",
                CURRENCY_VALUE,
                "Σ 2 S (price − midpoint) × quantity, of the same quotes; cost positive"));
        sums.add(value("time_share_seconds", SHARE_SECONDS, "Σ time from receipt, or from executable, × quantity"));
        part("improved", "better than the best price of the other side", sums);
        part("at_quote", "at the best price of the other side", sums);
        part("outside_quote", "worse than the best price of the other side", sums);
        for (String horizon : horizons) {
            String name = "realized_spread_" + horizon;
            sums.add(shares(name + "_quantity", "executed shares with a usable quote " + horizon + " later"));
            sums.add(value(
                    name + "_value",
                    CURRENCY_VALUE,
                    "Σ 2 S (price − midpoint " + horizon + " later) × quantity of those; cost positive"));
            sums.add(value(name + "_mid_value", CURRENCY_VALUE, "Σ midpoint to measure from × quantity of those"));
        }
        return sums;
    }

    private static void part(String part, String description, List<Sum> sums) {
        sums.add(shares(part + "_quantity", "executed " + description + ", of the same quotes"));
        sums.add(value(part + "_value", CURRENCY_VALUE, "Σ |price − that best price| × quantity of those"));
        sums.add(value(part + "_share_seconds", SHARE_SECONDS, "Σ time × quantity of those"));
    }

    private static Sum shares(String name, String description) {
        return total(name, SHARES, whole(name), description);
    }

    private static Sum value(String name, String unit, String description) {
        return decimalOfKnown(name, unit, real(name), description);
    }
}
