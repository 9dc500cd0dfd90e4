package io.midwater.domain.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * An immutable column of longs at its natural width: each value is kept as its distance from the smallest one in 0, 1, 2,
 * 4 or 8 bytes, so that a slice of millions of events stays small and every column is read by the same {@link #get}.
 */
public final class PackedColumn {
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int rows;
    private final int width;
    private final boolean nulls;
    /** Added to a code to get the value. With nulls the code 0 is "no value" and the smallest value has code 1. */
    private final long base;

    private final byte[] codes;

    private PackedColumn(int rows, int width, boolean nulls, long base) {
        this.rows = rows;
        this.width = width;
        this.nulls = nulls;
        this.base = base;
        this.codes = new byte[Math.multiplyExact(rows, width)];
    }

    public int rows() {
        return rows;
    }

    /** Bytes held, for memory estimates. */
    public int bytes() {
        return codes.length;
    }

    /** The value at a row, {@link RowGroup#NULL} for no value. */
    public long get(int row) {
        long code;
        switch (width) {
            case 0:
                code = 0;
                break;
            case 1:
                code = codes[row] & 0xFFL;
                break;
            case 2:
                code = (short) SHORTS.get(codes, row << 1) & 0xFFFFL;
                break;
            case 4:
                code = (int) INTS.get(codes, row << 2) & 0xFFFFFFFFL;
                break;
            default:
                return (long) LONGS.get(codes, row << 3);
        }
        return nulls && code == 0 ? RowGroup.NULL : base + code;
    }

    /** Copies rows [from, from + count) to {@code into}. */
    public void read(int from, int count, long[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = get(from + i);
        }
    }

    /** The same values in another order: row i of the result is row {@code order[i]} of this. */
    public PackedColumn permute(int[] order) {
        PackedColumn result = new PackedColumn(order.length, width, nulls, base);
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(codes, order[i] * width, result.codes, i * width, width);
        }
        return result;
    }

    /** A column of the given values. */
    public static PackedColumn of(long... values) {
        Builder builder = new Builder(values.length, Range.of(values, values.length));
        builder.append(values, values.length);
        return builder.build();
    }

    /** A column that holds one value in every row. */
    public static PackedColumn constant(long value, int rows) {
        return new PackedColumn(rows, 0, false, value);
    }

    /** What decides a column's width: the smallest and largest value (nulls apart) and whether there are nulls. */
    public record Range(long min, long max, boolean nulls) {
        /** No value at all. */
        public static final Range EMPTY = new Range(Long.MAX_VALUE, Long.MIN_VALUE, false);

        public static Range of(long[] values, int count) {
            long min = Long.MAX_VALUE;
            long max = Long.MIN_VALUE;
            boolean nulls = false;
            for (int i = 0; i < count; i++) {
                long value = values[i];
                if (value == RowGroup.NULL) {
                    nulls = true;
                } else {
                    min = Math.min(min, value);
                    max = Math.max(max, value);
                }
            }
            return new Range(min, max, nulls);
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

        public Builder(int rows, Range range) {
            this.column = empty(rows, range);
        }

        private static PackedColumn empty(int rows, Range range) {
            if (range.valueless()) {
                return new PackedColumn(rows, 0, range.nulls(), 0);
            }
            int spare = range.nulls() ? 1 : 0;
            long spread = range.max() - range.min();
            boolean wide = spread < 0 || spread > 0xFFFFFFFFL - spare;
            int width = wide ? 8 : width(spread + spare);
            return new PackedColumn(rows, width, range.nulls(), wide ? 0 : range.min() - spare);
        }

        private static int width(long largest) {
            if (largest == 0) {
                return 0;
            }
            if (largest <= 0xFF) {
                return 1;
            }
            return largest <= 0xFFFF ? 2 : 4;
        }

        public void append(long[] values, int count) {
            for (int i = 0; i < count; i++) {
                long value = values[i];
                long code = value == RowGroup.NULL ? 0 : value - column.base;
                switch (column.width) {
                    case 0:
                        break;
                    case 1:
                        column.codes[size] = (byte) code;
                        break;
                    case 2:
                        SHORTS.set(column.codes, size << 1, (short) code);
                        break;
                    case 4:
                        INTS.set(column.codes, size << 2, (int) code);
                        break;
                    default:
                        LONGS.set(column.codes, size << 3, value);
                }
                size++;
            }
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
