package io.midwater.rollup;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Adds up every additive column of a table for every grouping set. */
final class GroupingQuery {
    /**
     * Sums per pass. The JVM does not compile methods of more than 8,000 bytes, and Spark writes one method per
     * aggregation; a pass reads only the columns it adds.
     */
    private static final int COLUMNS_AT_ONCE = 20;

    private final PublishedTable table;
    private final List<Grouping> groupings;
    private final List<Additive> additives;
    private final boolean byScenario;

    /** @param byScenario true to group by the scenario as well */
    GroupingQuery(PublishedTable table, List<Grouping> groupings, List<Additive> additives, boolean byScenario) {
        this.table = table;
        this.groupings = List.copyOf(groupings);
        this.additives = List.copyOf(additives);
        this.byScenario = byScenario;
    }

    /** The sums of each group that has rows, in the order of the additive columns. */
    Map<GroupKey, Object[]> run(SparkSession session) {
        Map<GroupKey, Object[]> sums = new HashMap<>();
        for (int from = 0; from < additives.size(); from += COLUMNS_AT_ONCE) {
            int to = Math.min(additives.size(), from + COLUMNS_AT_ONCE);
            for (Row row : session.sql(sql(additives.subList(from, to))).collectAsList()) {
                Object[] values = sums.computeIfAbsent(key(row), group -> new Object[additives.size()]);
                int at = keyColumns().size() + 1;
                for (int i = from; i < to; i++) {
                    values[i] = additives.get(i).read(row, at);
                    at += additives.get(i).sums().size();
                }
            }
        }
        return sums;
    }

    private List<String> keyColumns() {
        return withScenario(Grouping.KEYS);
    }

    private GroupKey key(Row row) {
        Grouping grouping = Grouping.of(row.getLong(0));
        List<Object> values = new ArrayList<>();
        for (String key : grouping.keys()) {
            values.add(row.get(1 + keyColumns().indexOf(key)));
        }
        return new GroupKey(grouping, values, byScenario ? row.getString(1) : null);
    }

    /**
     * First one group per distinct key, which is small and stays within each file; then the grouping sets over those, so
     * that only the small groups are multiplied by the number of sets.
     */
    private String sql(List<Additive> columns) {
        String keys = String.join(", ", keyColumns());
        String prepared = columns.stream().map(Additive::prepared).collect(joining(",\n    "));
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        for (Additive column : columns) {
            for (String sum : column.sums()) {
                first.add(sum + " AS sum_" + first.size());
                second.add("sum(sum_" + second.size() + ")");
            }
        }
        return "SELECT grouping_id(" + keys + "), " + keys + ",\n  " + String.join(",\n  ", second)
                + "\nFROM (\n  SELECT " + keys + ",\n  " + String.join(",\n  ", first)
                + "\n  FROM (\n    SELECT " + keys + ",\n    " + prepared + "\n    FROM " + table.view()
                + ")\n  GROUP BY " + keys + ")\nGROUP BY " + keys + "\nGROUPING SETS (" + sets() + ")";
    }

    private String sets() {
        return groupings.stream()
                .map(grouping -> "(" + String.join(", ", withScenario(grouping.keys())) + ")")
                .collect(joining(", "));
    }

    /** The scenario comes first: always grouped by, its bit in the grouping id is the highest one, and 0. */
    private List<String> withScenario(List<String> keys) {
        return byScenario ? Stream.concat(Stream.of("scenario"), keys.stream()).toList() : keys;
    }
}
