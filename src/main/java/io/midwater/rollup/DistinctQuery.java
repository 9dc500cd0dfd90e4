package io.midwater.rollup;

import static java.util.stream.Collectors.joining;

import io.midwater.sink.AggregateColumn.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** How many different securities, dates and participants a group's orders have. These do not add up over groups. */
final class DistinctQuery {
    static final List<RollupColumn> COLUMNS = List.of(
            new RollupColumn("securities", Type.LONG, "", "different securities"),
            new RollupColumn("dates", Type.LONG, "", "different business dates"),
            new RollupColumn("participants", Type.LONG, "", "different participants, as far as reported"));

    private static final List<String> COUNTED = List.of("security_code", "date", "participant_id");

    private DistinctQuery() {}

    static GroupValues none() {
        return values(Map.of());
    }

    static GroupValues run(SparkSession session, List<Grouping> groupings) {
        String keys = String.join(", ", Grouping.KEYS);
        String sql = "SELECT grouping_id(" + keys + "), " + keys + ", "
                + COUNTED.stream()
                        .map(column -> "count(DISTINCT " + column + ")")
                        .collect(joining(", "))
                + "\nFROM (SELECT DISTINCT " + keys + " FROM " + PublishedTable.METRICS.view() + ")\nGROUP BY " + keys
                + "\nGROUPING SETS ("
                + groupings.stream()
                        .map(grouping -> "(" + String.join(", ", grouping.keys()) + ")")
                        .collect(joining(", "))
                + ")";
        Map<GroupKey, Object[]> counts = new HashMap<>();
        for (Row row : session.sql(sql).collectAsList()) {
            Grouping grouping = Grouping.of(row.getLong(0));
            List<Object> values = new ArrayList<>();
            for (String key : grouping.keys()) {
                values.add(row.get(1 + Grouping.KEYS.indexOf(key)));
            }
            Object[] found = new Object[COUNTED.size()];
            for (int i = 0; i < found.length; i++) {
                found[i] = row.getLong(1 + Grouping.KEYS.size() + i);
            }
            counts.put(new GroupKey(grouping, values, null), found);
        }
        return values(counts);
    }

    private static GroupValues values(Map<GroupKey, Object[]> counts) {
        return new GroupValues(
                COLUMNS.stream().map(RollupColumn::name).toList(), Collections.nCopies(COLUMNS.size(), 0L), counts);
    }
}
