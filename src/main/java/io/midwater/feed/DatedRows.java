package io.midwater.feed;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Rows by id and date, of which the one in force is asked for: the latest up to a date, else the latest of all, so that
 * an unreliable date never loses a name or a scale. A row without a date counts as older than any date.
 */
public final class DatedRows<T extends Serializable> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TreeMap<Long, TreeMap<Integer, T>> rows = new TreeMap<>();

    DatedRows() {}

    /** A later row of the same id and date takes the place of an earlier one. */
    void put(long id, int epochDay, T row) {
        rows.computeIfAbsent(id, i -> new TreeMap<>()).put(epochDay, row);
    }

    /** The row in force on a business date; null for an unknown id. */
    public T find(long id, int epochDay) {
        TreeMap<Integer, T> dated = rows.get(id);
        if (dated == null) {
            return null;
        }
        Map.Entry<Integer, T> upTo = dated.floorEntry(epochDay);
        return upTo == null ? dated.lastEntry().getValue() : upTo.getValue();
    }

    /** True where {@link #find} has a row but only one dated behind the business date, which deserves a warning. */
    public boolean onlyLater(long id, int epochDay) {
        TreeMap<Integer, T> dated = rows.get(id);
        return dated != null && dated.floorKey(epochDay) == null;
    }

    /** How many ids have rows only of dates behind this one, of which {@link #find} has to take the latest of all. */
    public long onlyLater(int epochDay) {
        return rows.keySet().stream().filter(id -> onlyLater(id, epochDay)).count();
    }

    /** The same with other rows, of the ids that have one worth keeping; such a row may be null. */
    public <R extends Serializable> DatedRows<R> map(Function<T, R> change, Predicate<R> worth) {
        DatedRows<R> changed = new DatedRows<>();
        rows.forEach((id, dated) -> {
            TreeMap<Integer, R> others = new TreeMap<>();
            dated.forEach((day, row) -> others.put(day, change.apply(row)));
            if (others.values().stream().anyMatch(worth)) {
                changed.rows.put(id, others);
            }
        });
        return changed;
    }

    /** Number of ids. */
    public int size() {
        return rows.size();
    }
}
