package io.midwater.domain.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Runs of longs as distances from a base, in 0, 1, 2, 4 or 8 bytes each, lowest byte first. One loop per width.
 */
final class Codes {
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Codes() {}

    /**
     * The bytes a code needs.
     *
     * @param spread largest value less the smallest, as the subtraction gives it: below 0 where it does not fit a long
     * @param nulls true where one more code is needed, for "no value"
     */
    static int width(long spread, boolean nulls) {
        int spare = nulls ? 1 : 0;
        if (spread < 0 || spread > 0xFFFFFFFFL - spare) {
            return 8;
        }
        long largest = spread + spare;
        if (largest == 0) {
            return 0;
        }
        if (largest <= 0xFF) {
            return 1;
        }
        return largest <= 0xFFFF ? 2 : 4;
    }

    /** The value at an index of the run that begins at {@code at}; codes of eight bytes are the values themselves. */
    static long value(byte[] bytes, int at, int width, long base, int index) {
        return switch (width) {
            case 0 -> base;
            case 1 -> base + (bytes[at + index] & 0xFFL);
            case 2 -> base + ((short) SHORTS.get(bytes, at + (index << 1)) & 0xFFFFL);
            case 4 -> base + ((int) INTS.get(bytes, at + (index << 2)) & 0xFFFFFFFFL);
            default -> (long) LONGS.get(bytes, at + (index << 3));
        };
    }

    /**
     * Reads values [from, from + count) of the run that begins at {@code at} to the front of {@code into}.
     *
     * @param nulls true where the code 0 is "no value"; codes of eight bytes hold {@link RowGroup#NULL} itself
     */
    static void read(byte[] bytes, int at, int width, long base, boolean nulls, int from, int count, long[] into) {
        switch (width) {
            case 0 -> Arrays.fill(into, 0, count, base);
            case 1 -> {
                int first = at + from;
                for (int i = 0; i < count; i++) {
                    into[i] = base + (bytes[first + i] & 0xFFL);
                }
            }
            case 2 -> {
                int first = at + (from << 1);
                for (int i = 0; i < count; i++) {
                    into[i] = base + ((short) SHORTS.get(bytes, first + (i << 1)) & 0xFFFFL);
                }
            }
            case 4 -> {
                int first = at + (from << 2);
                for (int i = 0; i < count; i++) {
                    into[i] = base + ((int) INTS.get(bytes, first + (i << 2)) & 0xFFFFFFFFL);
                }
            }
            default -> {
                int first = at + (from << 3);
                for (int i = 0; i < count; i++) {
                    into[i] = (long) LONGS.get(bytes, first + (i << 3));
                }
                return;
            }
        }
        if (nulls) {
            for (int i = 0; i < count; i++) {
                into[i] = into[i] == base ? RowGroup.NULL : into[i];
            }
        }
    }

    /** Writes the first values of {@code values} at {@code at}; {@link RowGroup#NULL} becomes the code 0. */
    static void write(long[] values, int count, int width, long base, byte[] bytes, int at) {
        switch (width) {
            case 0 -> {}
            case 1 -> {
                for (int i = 0; i < count; i++) {
                    bytes[at + i] = (byte) code(values[i], base);
                }
            }
            case 2 -> {
                for (int i = 0; i < count; i++) {
                    SHORTS.set(bytes, at + (i << 1), (short) code(values[i], base));
                }
            }
            case 4 -> {
                for (int i = 0; i < count; i++) {
                    INTS.set(bytes, at + (i << 2), (int) code(values[i], base));
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    LONGS.set(bytes, at + (i << 3), values[i]);
                }
            }
        }
    }

    /** Code {@code order[i]} of one run becomes code i of another; both begin at 0. */
    static void permute(byte[] bytes, int width, int[] order, byte[] into) {
        switch (width) {
            case 0 -> {}
            case 1 -> {
                for (int i = 0; i < order.length; i++) {
                    into[i] = bytes[order[i]];
                }
            }
            case 2 -> {
                for (int i = 0; i < order.length; i++) {
                    SHORTS.set(into, i << 1, (short) SHORTS.get(bytes, order[i] << 1));
                }
            }
            case 4 -> {
                for (int i = 0; i < order.length; i++) {
                    INTS.set(into, i << 2, (int) INTS.get(bytes, order[i] << 2));
                }
            }
            default -> {
                for (int i = 0; i < order.length; i++) {
                    LONGS.set(into, i << 3, (long) LONGS.get(bytes, order[i] << 3));
                }
            }
        }
    }

    private static long code(long value, long base) {
        return value == RowGroup.NULL ? 0 : value - base;
    }
}
