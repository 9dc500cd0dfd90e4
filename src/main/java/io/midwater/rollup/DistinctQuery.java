package io.midwater.rollup;

import io.midwater.sink.AggregateColumn.Type;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** How many different securities, dates and participants a group's orders have. These do not add up over groups. */
final class DistinctQuery {
    static final List<RollupColumn> COLUMNS = List.of(
            new RollupColumn("securities", Type.LONG, "", "different securities"),
            new RollupColumn("dates", Type.LONG, "", "different business dates"),
            new RollupColumn("participants", Type.LONG, "", "different participants, as far as reported"));

    private DistinctQuery() {}

    static GroupValues none() {
        return values(Map.of());
    }

    static GroupValues run(SparkSession session, Set<Grouping> groupings) {
        return values(new GroupingQuery(PublishedTable.ORDER_SUMS, groupings)
                .run(
                        session,
                        ", security_code AS security, date AS day,"
                                + " explode_outer(split(participants, ' ')) AS participant",
                        List.of(
                                "count(DISTINCT security)",
                                "count(DISTINCT day)",
                                "count(DISTINCT nullif(participant, ''))")));
    }

    private static GroupValues values(Map<GroupKey, Object[]> counts) {
        return new GroupValues(
                COLUMNS.stream().map(RollupColumn::name).toList(),
                Collections.nCopies(COLUMNS.size(), 0L),
                counts,
                Map.of());
    }
}
