package io.midwater.rollup;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** One pass over a table that adds up every additive column for every grouping set. */
final class GroupingQuery {
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
        for (Row row : session.sql(sql()).collectAsList()) {
            Object[] values = new Object[additives.size()];
            int at = keyColumns().size() + 1;
            for (int i = 0; i < values.length; i++) {
                values[i] = additives.get(i).read(row, at);
                at += additives.get(i).sums().size();
            }
            sums.put(key(row), values);
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

    String sql() {
        String keys = String.join(", ", keyColumns());
        String prepared = additives.stream().map(Additive::prepared).collect(joining(",\n    "));
        String sums = additives.stream().flatMap(a -> a.sums().stream()).collect(joining(",\n  "));
        return "SELECT grouping_id(" + keys + "), " + keys + ",\n  " + sums
                + "\nFROM (\n  SELECT " + keys + ",\n    " + prepared + "\n  FROM " + table.view() + ")\nGROUP BY "
                + keys + "\nGROUPING SETS (" + sets() + ")";
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
