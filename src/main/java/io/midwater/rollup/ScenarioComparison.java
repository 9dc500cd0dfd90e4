package io.midwater.rollup;

import io.midwater.domain.FillClass;
import io.midwater.sink.AggregateColumn.Type;
import io.midwater.sink.AggregateTable;
import io.midwater.totals.ScenarioSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code scenario_comparison}: each scenario against reality, for all its orders and by how they filled in reality. */
final class ScenarioComparison {
    static final String NAME = "scenario_comparison";

    private ScenarioComparison() {}

    static List<RollupColumn> columns() {
        List<RollupColumn> columns = new ArrayList<>();
        columns.add(new RollupColumn("scenario", Type.TEXT, "", "simulated scenario"));
        columns.add(new RollupColumn(
                "fill_class", Type.TEXT, "", "how the orders filled in reality: FULL, PARTIAL or NONE; ALL for all"));
        ScenarioSums.ALL.forEach(sum -> columns.add(RollupColumn.of(sum.column())));
        SavingsColumns.COMPARISON_RATIOS.forEach(ratio -> columns.add(ratio.column()));
        return columns;
    }

    static AggregateTable of(RollupOptions options, GroupValues savings) {
        List<Object[]> rows = new ArrayList<>();
        for (String scenario : options.scenarios()) {
            for (FillClass fillClass : FillClass.values()) {
                GroupKey key = GroupKey.of(Grouping.FILL_CLASS, fillClass.name());
                rows.add(row(scenario, fillClass.name(), savings.of(key.in(scenario))));
            }
            rows.add(row(scenario, "ALL", savings.of(GroupKey.of(Grouping.ALL).in(scenario))));
        }
        return Rows.table(NAME, columns(), rows);
    }

    private static Object[] row(String scenario, String fillClass, Map<String, Object> row) {
        row.put("scenario", scenario);
        row.put("fill_class", fillClass);
        for (Ratio ratio : SavingsColumns.COMPARISON_RATIOS) {
            row.put(ratio.column().name(), ratio.of(row));
        }
        return Rows.cells(columns(), row);
    }
}
