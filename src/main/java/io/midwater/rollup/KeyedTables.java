package io.midwater.rollup;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.sink.AggregateTable;
import io.midwater.totals.OrderSums;
import io.midwater.totals.ScenarioSums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The aggregates that say the same of different groups: the key, the orders' sums, each scenario's sums, distinct counts,
 * ratios. Rows are sorted by key, an unreported key last.
 */
final class KeyedTables {
    @SuppressWarnings("unchecked") // the values of one key column have one class
    private static final Comparator<Object> VALUES =
            Comparator.nullsLast((a, b) -> ((Comparable<Object>) a).compareTo(b));

    /** Twice the arrival cost of each order, so twice its quartiles. */
    private static final List<ColumnSpec> EFFECTIVE_SPREAD =
            Quartiles.columns("effective_spread_bps", "bps of arrival mid");

    private static final long SMALL = 30;

    /** Marks groups of which a ratio says little. */
    static final ColumnSpec SMALL_SAMPLE = new ColumnSpec(
            "small_sample", ColumnType.BOOLEAN, "", "fewer than " + SMALL + " orders: ratios and quartiles say little");

    private final RollupOptions options;
    private final GroupValues orders;
    private final GroupValues savings;
    private final GroupValues distinct;

    KeyedTables(RollupOptions options, GroupValues orders, GroupValues savings, GroupValues distinct) {
        this.options = options;
        this.orders = orders;
        this.savings = savings;
        this.distinct = distinct;
    }

    AggregateTable of(Grouping grouping) {
        List<ColumnSpec> columns = columns(grouping, options);
        List<Ratio> ratios = ratios(grouping, options);
        List<Object[]> rows = new ArrayList<>();
        Map<String, Object> previous = Map.of();
        for (GroupKey key : keys(grouping)) {
            Map<String, Object> row = new HashMap<>();
            for (int i = 0; i < grouping.keys().size(); i++) {
                row.put(grouping.keys().get(i), key.values().get(i));
            }
            sums(key, row);
            for (Ratio ratio : ratios) {
                row.put(ratio.column().name(), ratio.of(row));
            }
            if (grouping == Grouping.TIME_SERIES) {
                Trend.put(row, previous);
                previous = row;
            }
            rows.add(Rows.cells(columns, row));
        }
        return new AggregateTable(grouping.table(), columns, rows);
    }

    private void sums(GroupKey key, Map<String, Object> row) {
        orders.put(key, "", row);
        distinct.put(key, "", row);
        for (String scenario : options.scenarios()) {
            savings.put(key.in(scenario), "_" + scenario, row);
        }
        row.put(SMALL_SAMPLE.name(), (Long) row.get("total_orders") < SMALL);
        for (int i = 0; i < Quartiles.COUNT; i++) {
            Double cost = (Double) row.get(Quartiles.names("arrival_cost_bps").get(i));
            row.put(EFFECTIVE_SPREAD.get(i).name(), cost == null ? null : (Double) (2 * cost));
        }
        String engaged = options.engagedScenario();
        row.put("engaged_orders", engaged == null ? null : row.get("engaged_orders_" + engaged));
    }

    private List<GroupKey> keys(Grouping grouping) {
        List<GroupKey> found = new ArrayList<>(orders.keys(grouping).toList());
        found.sort(KeyedTables::compare);
        Set<GroupKey> keys = new LinkedHashSet<>();
        switch (grouping) {
            case ALL -> keys.add(GroupKey.of(grouping));
            case TIME_OF_DAY -> options.timeOfDay().forEach(name -> keys.add(GroupKey.of(grouping, name)));
            case ORDER_SIZE -> options.orderSizes().forEach(name -> keys.add(GroupKey.of(grouping, name)));
            case SECURITY,
                    DATE,
                    PARTICIPANT,
                    HOUR,
                    TIME_SERIES,
                    SIZE_KIND_CLASS,
                    VENUE,
                    STUDY,
                    ORDER_KIND,
                    FILL_CLASS -> {}
        }
        keys.addAll(found);
        return List.copyOf(keys);
    }

    private static int compare(GroupKey a, GroupKey b) {
        for (int i = 0; i < a.values().size(); i++) {
            int order = VALUES.compare(a.values().get(i), b.values().get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The columns of one of these aggregates, in their order. */
    static List<ColumnSpec> columns(Grouping grouping, RollupOptions options) {
        List<ColumnSpec> columns = new ArrayList<>();
        grouping.keys().forEach(key -> columns.add(key(key)));
        OrderSums.published(options.horizons()).forEach(sum -> columns.add(sum.column()));
        List<String> scenarios = scenarios(grouping, options);
        if (grouping.simulated()) {
            columns.add(new ColumnSpec(
                    "engaged_orders",
                    ColumnType.LONG,
                    "",
                    "study orders that trade in the dark in scenario midpoint, where it is simulated, else in unlimited;"
                            + " null where neither is"));
        }
        for (String scenario : scenarios) {
            ScenarioSums.KEYED.forEach(sum -> columns.add(SavingsColumns.of(sum.column(), scenario)));
        }
        columns.addAll(DistinctCounts.COLUMNS);
        ratios(grouping, options).forEach(ratio -> columns.add(ratio.column()));
        columns.add(SMALL_SAMPLE);
        OrderSums.QUARTILES.forEach(figure -> columns.addAll(Quartiles.columns(figure)));
        columns.addAll(EFFECTIVE_SPREAD);
        for (String scenario : scenarios) {
            ScenarioSums.QUARTILES.forEach(figure ->
                    Quartiles.columns(figure).forEach(column -> columns.add(SavingsColumns.of(column, scenario))));
        }
        if (grouping == Grouping.TIME_SERIES) {
            columns.addAll(Trend.COLUMNS);
        }
        return columns;
    }

    private static List<String> scenarios(Grouping grouping, RollupOptions options) {
        return grouping.simulated() ? options.scenarios() : List.of();
    }

    /** What is formed of the sums of one row. */
    static List<Ratio> ratios(Grouping grouping, RollupOptions options) {
        List<Ratio> ratios = new ArrayList<>(RollupColumns.ratios(options));
        scenarios(grouping, options).forEach(scenario -> ratios.add(SavingsColumns.SAVINGS_BPS.in(scenario)));
        return ratios;
    }

    private static ColumnSpec key(String key) {
        return switch (key) {
            case "security_code" -> new ColumnSpec(key, ColumnType.LONG, "", "order book id");
            case "date" -> new ColumnSpec(key, ColumnType.DATE, "", "business date");
            case "participant_id" ->
                new ColumnSpec(key, ColumnType.LONG, "", "broker number; null where orders report none, or 0");
            case "time_of_day" -> new ColumnSpec(key, ColumnType.TEXT, "", "class of the local time of arrival");
            case "size_bucket" -> new ColumnSpec(key, ColumnType.TEXT, "", "class of the initial quantity");
            case "arrival_hour" -> new ColumnSpec(key, ColumnType.INT, "h", "local hour of arrival, 0 to 23");
            case "venue" ->
                new ColumnSpec(
                        key, ColumnType.TEXT, "", "where the orders traded continuously: DARK, LIT, BOTH or NONE");
            case "in_study" -> new ColumnSpec(key, ColumnType.BOOLEAN, "", "as in classified");
            case "order_kind" -> new ColumnSpec(key, ColumnType.TEXT, "", "as in classified");
            case "fill_class" -> new ColumnSpec(key, ColumnType.TEXT, "", "FULL, PARTIAL or NONE");
            default -> throw new IllegalArgumentException("no key is called " + key);
        };
    }
}
