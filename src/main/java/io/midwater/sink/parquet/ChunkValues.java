package io.midwater.sink.parquet;

import io.midwater.domain.table.RowGroup;

/** The values of one column chunk without its nulls, and what one look at them tells. */
final class ChunkValues {
    private long[] compacted = new long[0];
    private int rows;
    private long[] present;
    private int count;
    private long min;
    private long max;
    private boolean rising;

    /** Looks at the first {@code rows} values, which stay in use until the next call. */
    void load(long[] values, int rows) {
        this.rows = rows;
        present = values;
        count = rows;
        measure();
        if (rows > 0 && min == RowGroup.NULL) {
            compact(values);
            measure();
        }
    }

    private void measure() {
        int rise = 1;
        while (rise < count && present[rise] >= present[rise - 1]) {
            rise++;
        }
        rising = rise >= count;
        if (rising) {
            min = count == 0 ? Long.MAX_VALUE : present[0];
            max = count == 0 ? Long.MIN_VALUE : present[count - 1];
            return;
        }
        long smallest = Long.MAX_VALUE;
        long largest = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            smallest = Math.min(smallest, present[i]);
            largest = Math.max(largest, present[i]);
        }
        min = smallest;
        max = largest;
    }

    private void compact(long[] values) {
        if (compacted.length < rows) {
            compacted = new long[rows];
        }
        int kept = 0;
        for (int i = 0; i < rows; i++) {
            compacted[kept] = values[i];
            kept += values[i] == RowGroup.NULL ? 0 : 1;
        }
        present = compacted;
        count = kept;
    }

    int rows() {
        return rows;
    }

    /** The values that are not null, in order; valid below {@link #count}. */
    long[] present() {
        return present;
    }

    int count() {
        return count;
    }

    int nulls() {
        return rows - count;
    }

    /** The smallest value as a signed integer, whatever the column's type. */
    long min() {
        return min;
    }

    long max() {
        return max;
    }

    boolean constant() {
        return count > 0 && min == max;
    }

    /** True where no value is smaller than the one before. */
    boolean rising() {
        return rising;
    }
}
