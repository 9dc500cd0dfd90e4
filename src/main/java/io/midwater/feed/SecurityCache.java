package io.midwater.feed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads security codes; those of up to seven digits that were read before are found again by their bytes. */
final class SecurityCache {
    private static final int BITS = 10;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long[] texts = new long[1 << BITS];
    private final long[] codes = new long[1 << BITS];

    /** The value of 1 to 19 digits; −1 for anything else, as {@link Digits#value} says. */
    long value(byte[] bytes, int from, int length) {
        if (length < 1 || length >= Long.BYTES) {
            return Digits.value(bytes, from, length);
        }
        // The length stands in the lowest byte, which the digits leave free, so that no two texts look the same.
        long text = (long) LONGS.get(bytes, from) << 64 - 8 * length | length;
        int place = (int) (text * 0x9E3779B97F4A7C15L >>> 64 - BITS);
        return texts[place] == text ? codes[place] : other(bytes, from, length, text, place);
    }

    private long other(byte[] bytes, int from, int length, long text, int place) {
        long value = Digits.value(bytes, from, length);
        if (value >= 0) {
            texts[place] = text;
            codes[place] = value;
        }
        return value;
    }
}
