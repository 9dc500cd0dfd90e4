package io.midwater.rollup;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.sink.AggregateTable;
import io.midwater.totals.Bins;
import io.midwater.totals.Distribution;
import io.midwater.totals.OrderSums;
import io.midwater.totals.ScenarioSums;
import java.util.ArrayList;
import java.util.List;

/** {@code distributions}: how many orders have which value of the headline figures, for histograms and any quantile. */
final class Distributions {
    static final String NAME = "distributions";

    static final List<ColumnSpec> COLUMNS = List.of(
            new ColumnSpec("scenario", ColumnType.TEXT, "", "simulated scenario; null for what the orders really had"),
            new ColumnSpec(
                    "figure", ColumnType.TEXT, "", "a column of metrics or of simulation; engaged_: of engaged orders"),
            new ColumnSpec(
                    "value",
                    ColumnType.DOUBLE,
                    "the figure's",
                    "rounded to " + Bins.DIGITS + " binary digits, within 0.4 %; rising in each figure"),
            new ColumnSpec("orders", ColumnType.LONG, "", "orders with this value"),
            new ColumnSpec("orders_up_to", ColumnType.LONG, "", "orders with this value or a lower one"));

    private Distributions() {}

    static AggregateTable of(RollupOptions options, GroupValues orders, GroupValues savings) {
        List<Object[]> rows = new ArrayList<>();
        GroupKey all = GroupKey.of(Grouping.ALL);
        for (Distribution figure : OrderSums.QUARTILES) {
            add(null, figure, orders.bins(all, figure), rows);
        }
        for (String scenario : options.scenarios()) {
            for (Distribution figure : ScenarioSums.DISTRIBUTIONS) {
                add(scenario, figure, savings.bins(all.in(scenario), figure), rows);
            }
        }
        return new AggregateTable(NAME, COLUMNS, rows);
    }

    private static void add(String scenario, Distribution figure, Bins bins, List<Object[]> rows) {
        long[] passed = {0};
        bins.values().forEach((value, count) -> {
            passed[0] += count;
            rows.add(new Object[] {scenario, figure.name(), value, count, passed[0]});
        });
    }
}
