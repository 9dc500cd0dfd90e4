package io.midwater.rollup;

import io.midwater.domain.table.ColumnType;
import io.midwater.totals.Bins;
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
 * @param bins of the groups whose bins are kept whole, by group and by name of the figure
 */
record GroupValues(
        List<String> columns,
        List<Object> nothing,
        Map<GroupKey, Object[]> groups,
        Map<GroupKey, Map<String, Bins>> bins) {

    static GroupValues of(
            List<Sum> sums, List<Distribution> quartiles, List<Distribution> others, List<GroupTotal> totals) {
        List<String> columns = new ArrayList<>();
        List<Object> nothing = new ArrayList<>();
        for (Sum sum : sums) {
            columns.add(sum.name());
            nothing.add(nothing(sum));
        }
        for (Distribution figure : quartiles) {
            columns.addAll(Quartiles.names(figure.name()));
            nothing.addAll(Arrays.asList(Quartiles.of(new Bins())));
        }
        Map<GroupKey, Object[]> groups = new HashMap<>();
        Map<GroupKey, Map<String, Bins>> bins = new HashMap<>();
        for (GroupTotal total : totals) {
            List<Object> shown = new ArrayList<>(Arrays.asList(total.sums()));
            shown.addAll(Arrays.asList(total.quartiles()));
            groups.put(total.key(), shown.toArray());
            if (total.key().grouping().whole()) {
                Map<String, Bins> whole = new HashMap<>();
                for (int i = 0; i < quartiles.size(); i++) {
                    whole.put(quartiles.get(i).name(), total.bins(i));
                }
                for (int i = 0; i < others.size(); i++) {
                    whole.put(others.get(i).name(), total.bins(quartiles.size() + i));
                }
                bins.put(total.key(), whole);
            }
        }
        return new GroupValues(columns, nothing, groups, bins);
    }

    /** How a figure is spread over a group whose bins are kept whole; empty without rows. */
    Bins bins(GroupKey key, Distribution figure) {
        return bins.getOrDefault(key, Map.of()).getOrDefault(figure.name(), new Bins());
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
