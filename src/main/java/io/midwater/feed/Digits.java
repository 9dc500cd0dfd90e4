package io.midwater.feed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Numbers from plain digits, eight of them checked and summed at once, as in Lemire, "Quickly parsing eight digits" (2018).
 * Up to seven bytes behind the digits are read and do not count.
 */
final class Digits {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x3030303030303030L;
    private static final long[] POWERS = powers();

    private Digits() {}

    private static long[] powers() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }

    /** The power of ten with this exponent, 0 to 18. */
    static long power(int exponent) {
        return POWERS[exponent];
    }

    /** The value of 1 to 19 digits; −1 for anything else, a number above 2^63−1 included. */
    static long value(byte[] bytes, int from, int length) {
        if (length == 1) {
            int digit = bytes[from] - '0';
            return digit >= 0 && digit <= 9 ? digit : -1;
        }
        if (length <= 8) {
            return length <= 0 ? -1 : upToEight(bytes, from, length);
        }
        long low = eight((long) LONGS.get(bytes, from + length - 8));
        if (length <= 16) {
            long high = upToEight(bytes, from, length - 8);
            return (low | high) < 0 ? -1 : high * 100_000_000 + low;
        }
        if (length > 19) {
            return -1;
        }
        long middle = eight((long) LONGS.get(bytes, from + length - 16));
        long high = upToEight(bytes, from, length - 16);
        if ((low | middle | high) < 0 || high > 922) {
            return -1;
        }
        // 922 · 10^16 + 10^16 − 1 lies above 2^63 − 1 by less than 2^63: an overflow shows as a negative number.
        long value = high * POWERS[16] + middle * POWERS[8] + low;
        return value < 0 ? -1 : value;
    }

    private static long upToEight(byte[] bytes, int from, int length) {
        long word = (long) LONGS.get(bytes, from) << 64 - 8 * length;
        return eight(word | ZEROS >>> 1 >>> 8 * length - 1);
    }

    /** Eight digits, the first in the lowest byte; −1 where one of them is none. */
    static long eight(long word) {
        long high = word & 0xF0F0F0F0F0F0F0F0L;
        long carried = word + 0x0606060606060606L & 0xF0F0F0F0F0F0F0F0L;
        if (high != ZEROS || carried != ZEROS) {
            return -1;
        }
        long pairs = (word & 0x0F0F0F0F0F0F0F0FL) * 2561 >>> 8;
        long fours = (pairs & 0x00FF00FF00FF00FFL) * 6553601 >>> 16;
        return (fours & 0x0000FFFF0000FFFFL) * 42949672960001L >>> 32;
    }
}
