package io.midwater.rollup;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** How a security's headline figures changed since the previous business date that it has orders on. */
final class Trend {
    static final List<ColumnSpec> COLUMNS = List.of(
            new ColumnSpec(
                    "previous_date",
                    ColumnType.DATE,
                    "",
                    "the security's previous business date with orders; null on the first, as every change is"),
            new ColumnSpec(
                    "traded_quantity_change",
                    ColumnType.DECIMAL_38_0,
                    "shares",
                    "since previous_date; more is positive"),
            new ColumnSpec(
                    "traded_value_change",
                    ColumnType.DECIMAL_38_0,
                    "price units × shares",
                    "since previous_date; more is positive"),
            new ColumnSpec(
                    "fill_ratio_change", ColumnType.DOUBLE, "ratio", "since previous_date; null unless both are known"),
            new ColumnSpec(
                    "arrival_cost_bps_change",
                    ColumnType.DOUBLE,
                    "bps of arrival mid",
                    "since previous_date; dearer is positive; null unless both are known"));

    private Trend() {}

    /** Adds the changes to a row, given the row before it in the order of security and date. */
    static void put(Map<String, Object> row, Map<String, Object> previous) {
        boolean same = row.get("security_code").equals(previous.get("security_code"));
        row.put("previous_date", same ? previous.get("date") : null);
        for (ColumnSpec column : COLUMNS.subList(1, COLUMNS.size())) {
            String figure = column.name().substring(0, column.name().length() - "_change".length());
            Object before = same ? previous.get(figure) : null;
            row.put(column.name(), change(row.get(figure), before));
        }
    }

    private static Object change(Object now, Object before) {
        if (now == null || before == null) {
            return null;
        }
        return now instanceof BigDecimal exact ? exact.subtract((BigDecimal) before) : (Double) now - (Double) before;
    }
}
