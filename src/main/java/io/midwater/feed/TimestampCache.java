package io.midwater.feed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads timestamps of 19 digits, nanoseconds since 1970. Neighbours in a file share the first eleven, a tenth of a second:
 * these are remembered, and only the last eight are read.
 */
final class TimestampCache {
    private static final int LENGTH = 19;
    private static final int SHARED = LENGTH - Long.BYTES;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The first eight and the last eight of the shared bytes. */
    private long first;

    private long last;

    /** What the shared digits add; while nothing is remembered every sum is negative, so that zero bytes are no digits. */
    private long tenth = Long.MIN_VALUE;

    /** The value of 1 to 19 digits; −1 for anything else, as {@link Digits#value} says. */
    long value(byte[] bytes, int from, int length) {
        if (length == LENGTH
                && (long) LONGS.get(bytes, from) == first
                && (long) LONGS.get(bytes, from + SHARED - Long.BYTES) == last) {
            long rest = Digits.eight((long) LONGS.get(bytes, from + SHARED));
            // Above 2^63 − 1 the sum is negative.
            long value = tenth + rest;
            return (rest | value) < 0 ? -1 : value;
        }
        return other(bytes, from, length);
    }

    private long other(byte[] bytes, int from, int length) {
        long value = Digits.value(bytes, from, length);
        if (value >= 0 && length == LENGTH) {
            first = (long) LONGS.get(bytes, from);
            last = (long) LONGS.get(bytes, from + SHARED - Long.BYTES);
            tenth = value - value % 100_000_000;
        }
        return value;
    }
}
