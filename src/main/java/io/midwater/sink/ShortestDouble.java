package io.midwater.sink;

import java.math.BigInteger;

/**
 * The shortest decimal that reads back as the same double, the same on every Java version (before 19 the platform's own
 * text is sometimes longer). The algorithm is Raffaello Giulietti's, "The Schubfach way to render doubles" (2020).
 *
 * <p>Plain notation from 1e-7 up to 1e17 ("0.000125", "33905.0"), scientific beyond ("1.5E-9", "-2.0E300").
 */
final class ShortestDouble {
    /** Characters of the longest text: sign, 17 digits, point, zeros, exponent. */
    static final int LONGEST = 32;

    private static final int FRACTION_BITS = 52;
    private static final long HIDDEN_BIT = 1L << FRACTION_BITS;
    private static final int SMALLEST_EXPONENT = -1074;
    private static final long LOW_63 = Long.MAX_VALUE;
    private static final int LEAST_POWER = -292;
    private static final int GREATEST_POWER = 324;
    private static final long[] POWERS_HIGH = new long[GREATEST_POWER - LEAST_POWER + 1];
    private static final long[] POWERS_LOW = new long[POWERS_HIGH.length];

    static {
        for (int power = LEAST_POWER; power <= GREATEST_POWER; power++) {
            BigInteger scaled = scaledPower(power);
            POWERS_HIGH[power - LEAST_POWER] = scaled.shiftRight(63).longValueExact();
            POWERS_LOW[power - LEAST_POWER] =
                    scaled.and(BigInteger.valueOf(LOW_63)).longValueExact();
        }
    }

    private final byte[] digits = new byte[20];
    private byte[] into;
    private int at;
    /** The decimal found: significand × 10^exponent. */
    private long significand;

    private int exponent;

    /** 10^power as a 126-bit integer: floor(10^power / 2^r) + 1 with r = floor(log2(10^power)) − 125. */
    private static BigInteger scaledPower(int power) {
        int shift = floorLog2Pow10(power) - 125;
        BigInteger ten = BigInteger.TEN.pow(Math.abs(power));
        BigInteger scaled;
        if (power >= 0) {
            scaled = shift >= 0 ? ten.shiftRight(shift) : ten.shiftLeft(-shift);
        } else {
            scaled = BigInteger.ONE.shiftLeft(-shift).divide(ten);
        }
        return scaled.add(BigInteger.ONE);
    }

    /**
     * Writes a finite double.
     *
     * @param into has {@link #LONGEST} bytes of room from {@code from}
     * @return the position behind the text
     */
    int write(double value, byte[] into, int from) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a double must be finite, was " + value);
        }
        this.into = into;
        this.at = from;
        long bits = Double.doubleToRawLongBits(value);
        if (bits < 0) {
            put('-');
        }
        int biased = (int) (bits >>> FRACTION_BITS) & 0x7FF;
        long fraction = bits & HIDDEN_BIT - 1;
        if (biased == 0 && fraction == 0) {
            put('0');
            put('.');
            put('0');
            return at;
        }
        decimal(biased, fraction);
        text();
        return at;
    }

    private void decimal(int biased, long fraction) {
        if (biased == 0) {
            // A significand of one digit is stretched to two, so that the shortest decimal has two to choose from.
            boolean tiny = fraction < 3;
            shortest(SMALLEST_EXPONENT, tiny ? 10 * fraction : fraction, tiny ? -1 : 0);
            return;
        }
        long binary = HIDDEN_BIT | fraction;
        int power = biased - 1075;
        if (power < 0 && power > -FRACTION_BITS - 1 && (binary >> -power) << -power == binary) {
            significand = binary >> -power;
            exponent = 0;
            return;
        }
        shortest(power, binary, 0);
    }

    /** Finds the shortest decimal between the neighbours' midpoints, the closest to binary × 2^power among equals. */
    private void shortest(int power, long binary, int shift) {
        int odd = (int) binary & 1;
        long scaled = binary << 2;
        boolean regular = binary != HIDDEN_BIT || power == SMALLEST_EXPONENT;
        long below = regular ? scaled - 2 : scaled - 1;
        int decimalPower = regular ? floorLog10Pow2(power) : floorLog10ThreeQuartersPow2(power);
        int left = power + floorLog2Pow10(-decimalPower) + 2;
        long high = POWERS_HIGH[-decimalPower - LEAST_POWER];
        long low = POWERS_LOW[-decimalPower - LEAST_POWER];
        long value = roundedToOdd(high, low, scaled << left);
        long lower = roundedToOdd(high, low, below << left) + odd;
        long upper = roundedToOdd(high, low, scaled + 2 << left) - odd;
        long floor = value >> 2;
        exponent = decimalPower + shift;
        if (floor >= 100) {
            long ten = floor / 10 * 10;
            boolean tenFits = lower <= ten << 2;
            boolean nextTenFits = ten + 10 << 2 <= upper;
            if (tenFits != nextTenFits) {
                significand = tenFits ? ten : ten + 10;
                return;
            }
        }
        boolean floorFits = lower <= floor << 2;
        boolean nextFits = floor + 1 << 2 <= upper;
        if (floorFits != nextFits) {
            significand = floorFits ? floor : floor + 1;
            return;
        }
        long half = value - (2 * floor + 1 << 1);
        significand = half < 0 || half == 0 && (floor & 1) == 0 ? floor : floor + 1;
    }

    /** The product's upper bits, the lowest of them set if anything was cut off. */
    private static long roundedToOdd(long high, long low, long factor) {
        long carry = Math.multiplyHigh(low, factor);
        long middle = high * factor;
        long top = Math.multiplyHigh(high, factor);
        long sum = (middle >>> 1) + carry;
        return top + (sum >>> 63) | (sum & LOW_63) + LOW_63 >>> 63;
    }

    private static int floorLog10Pow2(int power) {
        return (int) (power * 661_971_961_083L >> 41);
    }

    private static int floorLog10ThreeQuartersPow2(int power) {
        return (int) (power * 661_971_961_083L - 274_743_187_321L >> 41);
    }

    private static int floorLog2Pow10(int power) {
        return (int) (power * 913_124_641_741L >> 38);
    }

    private void text() {
        while (significand % 10 == 0) {
            significand /= 10;
            exponent++;
        }
        int count = 0;
        for (long rest = significand; rest != 0; rest /= 10) {
            digits[digits.length - ++count] = (byte) ('0' + rest % 10);
        }
        int point = count + exponent;
        int first = digits.length - count;
        if (point > 17 || point < -6) {
            put(digits[first]);
            put('.');
            if (count == 1) {
                put('0');
            }
            put(first + 1, digits.length);
            exponentText(point - 1);
        } else if (point <= 0) {
            put('0');
            put('.');
            zeros(-point);
            put(first, digits.length);
        } else if (point < count) {
            put(first, first + point);
            put('.');
            put(first + point, digits.length);
        } else {
            put(first, digits.length);
            zeros(point - count);
            put('.');
            put('0');
        }
    }

    private void exponentText(int power) {
        put('E');
        if (power < 0) {
            put('-');
        }
        int rest = Math.abs(power);
        if (rest >= 100) {
            put('0' + rest / 100);
        }
        if (rest >= 10) {
            put('0' + rest / 10 % 10);
        }
        put('0' + rest % 10);
    }

    private void zeros(int count) {
        for (int i = 0; i < count; i++) {
            put('0');
        }
    }

    private void put(int character) {
        into[at++] = (byte) character;
    }

    private void put(int from, int to) {
        for (int i = from; i < to; i++) {
            into[at++] = digits[i];
        }
    }
}
