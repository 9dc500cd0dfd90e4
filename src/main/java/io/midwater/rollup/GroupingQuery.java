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

    private final PublishedTable table;
    private final Collection<Grouping> groupings;

    GroupingQuery(PublishedTable table, Collection<Grouping> groupings) {
        this.table = table;
        this.groupings = groupings;
    }

    /**
     * @param source columns computed from each row on the way, in SQL; empty for none
     * @param aggregates what is computed of each group, in SQL
     * @return the values of each group that has rows, in the order of the aggregates
     */
    Map<GroupKey, Object[]> run(SparkSession session, String source, List<String> aggregates) {
        List<String> keys = new ArrayList<>(List.of("grouping"));
        keys.addAll(Grouping.KEYS);
        boolean byScenario = table == PublishedTable.SCENARIO_SUMS;
        if (byScenario) {
            keys.add(SCENARIO);
        }
        String sql = "SELECT " + String.join(", ", keys) + ", " + String.join(", ", aggregates) + "\nFROM ("
                + rows(source, byScenario) + ")\nGROUP BY " + String.join(", ", keys);
        Map<GroupKey, Object[]> found = new HashMap<>();
        for (Row row : session.sql(sql).collectAsList()) {
            Object[] values = new Object[aggregates.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.get(keys.size() + i);
            }
            found.put(key(row, byScenario), values);
        }
        return found;
    }

    /** Every row, once for each of its groupings, without the keys that the grouping leaves out. */
    private String rows(String source, boolean byScenario) {
        String keys = Grouping.KEYS.stream()
                .map(key -> "IF(array_contains(keys, '" + key + "'), " + key + ", NULL) AS " + key)
                .collect(joining(", "));
        String others = "* EXCEPT (" + String.join(", ", Grouping.KEYS) + (byScenario ? ", " + SCENARIO : "") + ")";
        return "SELECT " + others + ", " + keys + (byScenario ? ", " + SCENARIO : "") + source + "\n  FROM "
                + table.view() + " JOIN VALUES " + sets() + " AS grouped (breakdown, grouping, keys) USING (breakdown)";
    }

    private String sets() {
        return groupings.stream()
                .map(grouping -> "('" + grouping.breakdown() + "', '" + grouping + "', array("
                        + grouping.keys().stream().map(key -> "'" + key + "'").collect(joining(", ")) + "))")
                .collect(joining(", "));
    }

    private static GroupKey key(Row row, boolean byScenario) {
        Grouping grouping = Grouping.valueOf(row.getString(0));
        List<Object> values = new ArrayList<>();
        for (String key : grouping.keys()) {
            values.add(row.get(1 + Grouping.KEYS.indexOf(key)));
        }
        return new GroupKey(grouping, values, byScenario ? row.getString(1 + Grouping.KEYS.size()) : null);
    }
}
