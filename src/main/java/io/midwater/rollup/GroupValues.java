package io.midwater.rollup;

import io.midwater.domain.table.ColumnType;
import io.midwater.totals.Distribution;
import io.midwater.totals.Sum;
import java.math.BigDecimal;
import java.util.ArrayList;
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
    /** @param groups for each group its sums, then what {@link Quartiles} reads */
    static GroupValues of(List<Sum> sums, List<Distribution> distributions, Map<GroupKey, Object[]> groups) {
        List<String> columns = new ArrayList<>();
        List<Object> nothing = new ArrayList<>();
        for (Sum sum : sums) {
            columns.add(sum.name());
            nothing.add(nothing(sum));
        }
        for (Distribution figure : distributions) {
            columns.addAll(Quartiles.names(figure.name()));
            nothing.addAll(Arrays.asList(Quartiles.read(null)));
        }
        Map<GroupKey, Object[]> values = new HashMap<>();
        groups.forEach((key, found) -> values.put(key, values(sums.size(), found)));
        return new GroupValues(columns, nothing, values);
    }

    private static Object[] values(int sums, Object[] found) {
        List<Object> values = new ArrayList<>(Arrays.asList(found).subList(0, sums));
        for (int i = sums; i < found.length; i++) {
            values.addAll(Arrays.asList(Quartiles.read(found[i])));
        }
        return values.toArray();
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
