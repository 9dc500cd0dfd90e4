package io.midwater.rollup;

import io.midwater.domain.FillClass;
import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.sink.AggregateTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code group_metrics}: the six figures that earlier users know, under their names, for each fill class and overall.
 * Demand includes amendments; {@code avg_execution_cost} is an average price, null without fills; {@code OVERALL} is
 * formed from all orders, not from the rounded groups.
 */
final class GroupMetrics {
    static final List<ColumnSpec> COLUMNS = List.of(
            new ColumnSpec("fill_class", ColumnType.TEXT, "", "FULL, PARTIAL, NONE; OVERALL for all orders"),
            new ColumnSpec("order_count", ColumnType.LONG, "", "orders, counted once for each business date"),
            new ColumnSpec("num_full_fills", ColumnType.LONG, "", "fully filled orders"),
            new ColumnSpec("num_partial_fills", ColumnType.LONG, "", "partly filled orders"),
            new ColumnSpec("quantity_traded", ColumnType.DECIMAL_38_0, "shares", "matched, by the orders' own record"),
            new ColumnSpec("total_order_quantity", ColumnType.DECIMAL_38_0, "shares", "demanded: matched + leaves"),
            new ColumnSpec("traded_quantity", ColumnType.DECIMAL_38_0, "shares", "filled legs on the tape"),
            new ColumnSpec(
                    "traded_value",
                    ColumnType.DECIMAL_38_0,
                    "price units × shares",
                    "Σ price × quantity of those legs"),
            new ColumnSpec(
                    "avg_execution_cost", ColumnType.DOUBLE, "input price units", "traded_value / traded_quantity"),
            new ColumnSpec("order_fill_ratio", ColumnType.DOUBLE, "0..1", "quantity_traded / total_order_quantity"));

    private static final String OVERALL = "OVERALL";

    /** The known names of what every aggregate has. */
    private static final Map<String, String> SUMS = Map.of(
            "order_count", "total_orders",
            "num_full_fills", "full_orders",
            "num_partial_fills", "partial_orders",
            "quantity_traded", "matched_quantity",
            "total_order_quantity", "demand_quantity");

    private static final Ratio AVG_EXECUTION_COST =
            Ratio.of("avg_execution_cost", "", "traded_value", "traded_quantity", 1, "");
    private static final Ratio ORDER_FILL_RATIO =
            Ratio.of("order_fill_ratio", "", "quantity_traded", "total_order_quantity", 1, "");

    private GroupMetrics() {}

    static AggregateTable of(GroupValues orders) {
        List<Object[]> rows = new ArrayList<>();
        for (FillClass fillClass : FillClass.values()) {
            GroupKey key = GroupKey.of(Grouping.FILL_CLASS, fillClass.name());
            rows.add(row(fillClass.name(), orders.of(key)));
        }
        rows.add(row(OVERALL, orders.of(GroupKey.of(Grouping.ALL))));
        return new AggregateTable(Grouping.FILL_CLASS.table(), COLUMNS, rows);
    }

    private static Object[] row(String fillClass, Map<String, Object> sums) {
        Map<String, Object> row = new HashMap<>(sums);
        SUMS.forEach((name, source) -> row.put(name, sums.get(source)));
        row.put("fill_class", fillClass);
        row.put("avg_execution_cost", AVG_EXECUTION_COST.of(row));
        row.put("order_fill_ratio", ORDER_FILL_RATIO.of(row));
        return Rows.cells(COLUMNS, row);
    }
}
