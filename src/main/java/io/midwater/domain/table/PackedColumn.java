package io.midwater.domain.table;

import java.util.Arrays;

/**
 * A column of longs at its natural width, which stays as it is until its memory is used again: each value is kept as its
 * distance from the smallest one in 0, 1, 2, 4 or 8 bytes, so that a slice of millions of events stays small and every
 * column is read by the same {@link #get}.
 */
public final class PackedColumn {
    private final int rows;
    private final int width;
    private final boolean nulls;
    /** Added to a code to get the value. With nulls the code 0 is "no value" and the smallest value has code 1. */
    private final long base;

    private final byte[] codes;

    /** @param memory where the codes are kept; null for memory of its own */
    private PackedColumn(int rows, int width, boolean nulls, long base, ColumnMemory memory) {
        this.rows = rows;
        this.width = width;
        this.nulls = nulls;
        this.base = base;
        int bytes = Math.multiplyExact(rows, width);
        this.codes = memory == null ? new byte[bytes] : memory.take(bytes);
    }

    public int rows() {
        return rows;
    }

    /** The value at a row, {@link RowGroup#NULL} for no value. */
    public long get(int row) {
        long value = Codes.value(codes, 0, width, base, row);
        return nulls && value == base && width < Long.BYTES ? RowGroup.NULL : value;
    }

    /** Copies rows [from, from + count) to {@code into}. */
    public void read(int from, int count, long[] into) {
        Codes.read(codes, 0, width, base, nulls, from, count, into);
    }

    /**
     * The same values in another order: row i of the result is row {@code order[i]} of this. Memory of this goes back to
     * where the result is kept, so this is not to be read again.
     */
    PackedColumn permute(int[] order, ColumnMemory memory) {
        PackedColumn result = new PackedColumn(order.length, width, nulls, base, memory);
        Codes.permute(codes, width, order, result.codes);
        memory.giveBack(codes);
        return result;
    }

    /** A column of the given values. */
    public static PackedColumn of(long... values) {
        Builder builder = new Builder(values.length, Range.of(values, values.length), null);
        builder.append(values, values.length);
        return builder.build();
    }

    /** A column that holds one value in every row. */
    public static PackedColumn constant(long value, int rows) {
        return new PackedColumn(rows, 0, false, value, null);
    }

    /** What decides a column's width: the smallest and largest value (nulls apart) and whether there are nulls. */
    public record Range(long min, long max, boolean nulls) {
        /** No value at all. */
        public static final Range EMPTY = new Range(Long.MAX_VALUE, Long.MIN_VALUE, false);

        public static Range of(long[] values, int count) {
            long min = Long.MAX_VALUE;
            long max = Long.MIN_VALUE;
            for (int i = 0; i < count; i++) {
                min = Math.min(min, values[i]);
                max = Math.max(max, values[i]);
            }
            return count > 0 && min == RowGroup.NULL ? ofSome(values, count) : new Range(min, max, false);
        }

        private static Range ofSome(long[] values, int count) {
            long min = Long.MAX_VALUE;
            long max = Long.MIN_VALUE;
            for (int i = 0; i < count; i++) {
                if (values[i] != RowGroup.NULL) {
                    min = Math.min(min, values[i]);
                    max = Math.max(max, values[i]);
                }
            }
            return new Range(min, max, true);
        }

        public Range union(Range other) {
            return new Range(Math.min(min, other.min), Math.max(max, other.max), nulls || other.nulls);
        }

        /** True where every row is null or there is no row. */
        public boolean valueless() {
            return min > max;
        }
    }

    /** Fills a column from the front; the range of all values is known beforehand. */
    public static final class Builder {
        private final PackedColumn column;
        private int size;

        Builder(int rows, Range range, ColumnMemory memory) {
            this.column = empty(rows, range, memory);
        }

        private static PackedColumn empty(int rows, Range range, ColumnMemory memory) {
            if (range.valueless()) {
                return new PackedColumn(rows, 0, range.nulls(), 0, null);
            }
            int width = Codes.width(range.max() - range.min(), range.nulls());
            long smallest = range.nulls() ? range.min() - 1 : range.min();
            return new PackedColumn(rows, width, range.nulls(), width == Long.BYTES ? 0 : smallest, memory);
        }

        public void append(long[] values, int count) {
            Codes.write(values, count, column.width, column.base, column.codes, size * column.width);
            size += count;
        }

        public PackedColumn build() {
            if (size != column.rows) {
                throw new IllegalStateException(size + " values for " + column.rows + " rows");
            }
            return column;
        }
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof PackedColumn that) || that.rows != rows) {
            return false;
        }
        for (int i = 0; i < rows; i++) {
            if (get(i) != that.get(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new long[] {rows, rows == 0 ? 0 : get(0), rows == 0 ? 0 : get(rows - 1)});
    }
}
