package io.midwater.rollup;

import io.midwater.domain.table.ColumnType;
import io.midwater.totals.Sum;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one query found for each group.
 *
 * @param columns names of the values
 * @param nothing the values of a group without rows
 * @param groups the values of each group that has rows, in the order of the names
 */
record GroupValues(List<String> columns, List<Object> nothing, Map<GroupKey, Object[]> groups) {
    static GroupValues of(List<Sum> sums, Map<GroupKey, Object[]> groups) {
        return new GroupValues(
                sums.stream().map(Sum::name).toList(),
                Arrays.asList(sums.stream().map(GroupValues::nothing).toArray()),
                groups);
    }

    private static Object nothing(Sum sum) {
        if (!sum.known()) {
            return null;
        }
        return sum.column().type() == ColumnType.LONG ? (Object) 0L : BigDecimal.ZERO;
    }

    /** The groups of one grouping that have rows. */
    Stream<GroupKey> keys(Grouping grouping) {
        return groups.keySet().stream().filter(key -> key.grouping() == grouping);
    }

    /** A group's values by name. */
    Map<String, Object> of(GroupKey key) {
        Map<String, Object> values = new HashMap<>();
        put(key, "", values);
        return values;
    }

    /** Adds a group's values to a row, under their names with a suffix. */
    void put(GroupKey key, String suffix, Map<String, Object> row) {
        Object[] found = groups.get(key);
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i) + suffix, found == null ? nothing.get(i) : found[i]);
        }
    }
}
