package io.midwater.rollup;

import io.midwater.sink.AggregateColumn.Type;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many different securities, dates and participants a group's orders have. These do not add up over groups. */
final class DistinctCounts {
    static final List<RollupColumn> COLUMNS = List.of(
            new RollupColumn("securities", Type.LONG, "", "distinct securities"),
            new RollupColumn("dates", Type.LONG, "", "distinct business dates"),
            new RollupColumn("participants", Type.LONG, "", "distinct participants, as far as reported"));

    private DistinctCounts() {}

    static GroupValues of(List<GroupTotal> orders) {
        Map<GroupKey, Object[]> counts = new HashMap<>();
        orders.forEach(total -> counts.put(total.key(), total.distinct()));
        return new GroupValues(
                COLUMNS.stream().map(RollupColumn::name).toList(),
                Collections.nCopies(COLUMNS.size(), 0L),
                counts,
                Map.of());
    }
}
