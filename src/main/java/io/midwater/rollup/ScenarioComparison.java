package io.midwater.rollup;

import io.midwater.domain.FillClass;
import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.sink.AggregateTable;
import io.midwater.statistics.Interval;
import io.midwater.statistics.PairedShares;
import io.midwater.totals.ScenarioSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code scenario_comparison}: each scenario against reality, for all its orders and by how they filled in reality. */
final class ScenarioComparison {
    static final String NAME = "scenario_comparison";

    private static final List<ColumnSpec> PAIRED = List.of(
            new ColumnSpec(
                    "full_difference",
                    ColumnType.DOUBLE,
                    "-1..1",
                    "share of orders filled in simulation less share filled in reality; midpoint only: the closed-form"
                            + " scenarios fill by assumption"),
            new ColumnSpec(
                    "full_difference_ci_lower",
                    ColumnType.DOUBLE,
                    "-1..1",
                    "95 % interval for paired shares (Newcombe)"),
            new ColumnSpec("full_difference_ci_upper", ColumnType.DOUBLE, "-1..1", "upper end"),
            new ColumnSpec(
                    "full_p_value", ColumnType.DOUBLE, "", "two-sided, that both shares are equal (McNemar, exact)"));

    private ScenarioComparison() {}

    private static PairedShares full(Map<String, Object> row) {
        long both = (Long) row.get("both_full_orders");
        long simulated = (Long) row.get("simulated_full_orders");
        long real = (Long) row.get("real_full_orders");
        return new PairedShares(both, simulated, real, (Long) row.get("orders") - both - simulated - real);
    }

    static List<ColumnSpec> columns(RollupOptions options) {
        List<ColumnSpec> columns = new ArrayList<>();
        columns.add(new ColumnSpec("scenario", ColumnType.TEXT, "", "simulated scenario"));
        columns.add(new ColumnSpec(
                "fill_class",
                ColumnType.TEXT,
                "",
                "how the orders filled in reality: FULL, PARTIAL or NONE; ALL for all"));
        ScenarioSums.all(options.horizons()).forEach(sum -> columns.add(sum.column()));
        ratios(options).forEach(ratio -> columns.add(ratio.column()));
        ScenarioSums.QUARTILES.forEach(figure -> columns.addAll(Quartiles.columns(figure)));
        columns.addAll(PAIRED);
        return columns;
    }

    static AggregateTable of(RollupOptions options, GroupValues savings) {
        List<ColumnSpec> columns = columns(options);
        List<Ratio> ratios = ratios(options);
        List<Object[]> rows = new ArrayList<>();
        for (String scenario : options.scenarios()) {
            for (FillClass fillClass : FillClass.values()) {
                GroupKey key = GroupKey.of(Grouping.FILL_CLASS, fillClass.name());
                rows.add(row(columns, ratios, scenario, fillClass.name(), savings.of(key.in(scenario))));
            }
            rows.add(row(
                    columns,
                    ratios,
                    scenario,
                    "ALL",
                    savings.of(GroupKey.of(Grouping.ALL).in(scenario))));
        }
        return new AggregateTable(NAME, columns, rows);
    }

    static List<Ratio> ratios(RollupOptions options) {
        List<Ratio> ratios = new ArrayList<>(SavingsColumns.COMPARISON_RATIOS);
        options.horizons().forEach(horizon -> ratios.add(SavingsColumns.realizedSpread(horizon)));
        return ratios;
    }

    private static Object[] row(
            List<ColumnSpec> columns, List<Ratio> ratios, String scenario, String fillClass, Map<String, Object> row) {
        row.put("scenario", scenario);
        row.put("fill_class", fillClass);
        PairedShares full = scenario.equals("midpoint") ? full(row) : null;
        Interval interval = full == null ? null : full.interval();
        row.put("full_difference", full == null ? null : full.difference());
        row.put("full_difference_ci_lower", interval == null ? null : interval.lower());
        row.put("full_difference_ci_upper", interval == null ? null : interval.upper());
        row.put("full_p_value", interval == null ? null : full.p());
        for (Ratio ratio : ratios) {
            row.put(ratio.column().name(), ratio.of(row));
        }
        return Rows.cells(columns, row);
    }
}
