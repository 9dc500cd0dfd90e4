package io.midwater.audit;

import java.util.List;

/**
 * How two outputs differ.
 *
 * @param first folder of the first
 * @param second folder of the second
 * @param files files that both have
 * @param opened files that both have with other contents
 * @param unitsOnlyInFirst done in the first only
 * @param unitsOnlyInSecond done in the second only
 * @param orders order-days in a row that differs, as far as listed: security, date, order
 * @param orderCount how many there are
 * @param tables tables and aggregates with a difference
 * @param altered files of either that are not there with the length that their manifest records
 * @param reasons what probably made the difference, the likeliest first
 */
public record Comparison(
        String first,
        String second,
        boolean identical,
        long files,
        long opened,
        List<String> unitsOnlyInFirst,
        List<String> unitsOnlyInSecond,
        List<String> orders,
        long orderCount,
        List<TableDifference> tables,
        List<String> altered,
        List<String> reasons) {
    public Comparison {
        unitsOnlyInFirst = List.copyOf(unitsOnlyInFirst);
        unitsOnlyInSecond = List.copyOf(unitsOnlyInSecond);
        orders = List.copyOf(orders);
        tables = List.copyOf(tables);
        altered = List.copyOf(altered);
        reasons = List.copyOf(reasons);
    }

    /** True where nothing but the last digits of doubles differs. */
    public boolean lastDigitsOnly() {
        return !identical
                && unitsOnlyInFirst.isEmpty()
                && unitsOnlyInSecond.isEmpty()
                && tables.stream().anyMatch(table -> !table.columns().isEmpty())
                && tables.stream().allMatch(TableDifference::lastDigitsOnly);
    }

    public Comparison withReasons(List<String> likely) {
        return new Comparison(
                first,
                second,
                identical,
                files,
                opened,
                unitsOnlyInFirst,
                unitsOnlyInSecond,
                orders,
                orderCount,
                tables,
                altered,
                likely);
    }
}
