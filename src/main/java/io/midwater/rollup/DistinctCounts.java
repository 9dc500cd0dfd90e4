package io.midwater.rollup;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many different securities, dates and participants a group's orders have. These do not add up over groups. */
final class DistinctCounts {
    static final List<ColumnSpec> COLUMNS = List.of(
            new ColumnSpec("securities", ColumnType.LONG, "", "distinct securities"),
            new ColumnSpec("dates", ColumnType.LONG, "", "distinct business dates"),
            new ColumnSpec("participants", ColumnType.LONG, "", "distinct participants, as far as reported"));

    private DistinctCounts() {}

    static GroupValues of(List<GroupTotal> orders) {
        Map<GroupKey, Object[]> counts = new HashMap<>();
        orders.forEach(total -> counts.put(total.key(), total.distinct()));
        return new GroupValues(
                COLUMNS.stream().map(ColumnSpec::name).toList(),
                Collections.nCopies(COLUMNS.size(), 0L),
                counts,
                Map.of());
    }
}
