package io.midwater.rollup;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Aggregates the units' rows for many groupings in one pass: each row counts in the groupings of its breakdown, under the
 * keys that they group by.
 */
final class GroupingQuery {
    private static final String SCENARIO = "scenario";

    private final boolean byScenario;
    private final String view;
    private final Collection<Grouping> groupings;
    private final List<String> keys;

    GroupingQuery(PublishedTable table, Collection<Grouping> groupings) {
        this.byScenario = table == PublishedTable.SCENARIO_SUMS;
        this.view = table.view();
        this.groupings = groupings.stream()
                .filter(grouping -> !byScenario || grouping.simulated())
                .toList();
        this.keys = Grouping.KEYS.stream()
                .filter(key -> this.groupings.stream()
                        .anyMatch(grouping -> grouping.keys().contains(key)))
                .toList();
    }

    /**
     * @param source columns computed from each row on the way, in SQL; empty for none
     * @param aggregates what is computed of each group, in SQL; {@code grouping} is its grouping's name
     * @return the values of each group that has rows, in the order of the aggregates
     */
    Map<GroupKey, Object[]> run(SparkSession session, String source, List<String> aggregates) {
        List<String> columns = new ArrayList<>(List.of("grouping"));
        columns.addAll(keys);
        if (byScenario) {
            columns.add(SCENARIO);
        }
        String sql = "SELECT " + String.join(", ", columns) + ", " + String.join(", ", aggregates) + "\nFROM ("
                + rows(source) + ")\nGROUP BY " + String.join(", ", columns);
        Map<GroupKey, Object[]> found = new HashMap<>();
        for (Row row : session.sql(sql).collectAsList()) {
            Object[] values = new Object[aggregates.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.get(columns.size() + i);
            }
            found.put(key(row), values);
        }
        return found;
    }

    /** Every row, once for each of its groupings, without the keys that the grouping leaves out. */
    private String rows(String source) {
        String kept = keys.stream()
                .map(key -> ", IF(array_contains(keys, '" + key + "'), " + key + ", NULL) AS " + key)
                .collect(joining());
        List<String> replaced = new ArrayList<>(keys);
        if (byScenario) {
            replaced.add(SCENARIO);
        }
        String others = replaced.isEmpty() ? "*" : "* EXCEPT (" + String.join(", ", replaced) + ")";
        return "SELECT " + others + kept + (byScenario ? ", " + SCENARIO : "") + source + "\n  FROM " + view
                + " JOIN VALUES " + sets() + " AS grouped (breakdown, grouping, keys) USING (breakdown)";
    }

    private String sets() {
        return groupings.stream()
                .map(grouping -> "('" + grouping.breakdown() + "', '" + grouping + "', array("
                        + grouping.keys().stream().map(key -> "'" + key + "'").collect(joining(", ")) + "))")
                .collect(joining(", "));
    }

    private GroupKey key(Row row) {
        Grouping grouping = Grouping.valueOf(row.getString(0));
        List<Object> values = new ArrayList<>();
        for (String key : grouping.keys()) {
            values.add(row.get(1 + keys.indexOf(key)));
        }
        return new GroupKey(grouping, values, byScenario ? row.getString(1 + keys.size()) : null);
    }
}
