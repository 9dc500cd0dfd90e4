package io.midwater.totals;

import java.io.ByteArrayOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many values there are of each size. A value is rounded to its first {@value #DIGITS} binary digits, which changes it
 * by at most one part in 256; as rounding keeps the order of values, a quantile of the bins is exactly the rounded
 * quantile of the values. Counts add up in any order, so bins of bins are the bins of all values. Zero, and whole numbers
 * up to 256, stay as they are.
 */
public final class Bins implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** Digits that are kept, the leading one included. */
    public static final int DIGITS = 8;

    /** Bits of a double's fraction that rounding takes away. */
    private static final int CUT = 52 - (DIGITS - 1);

    private static final long HALF = 1L << (CUT - 1);

    private final HashMap<Integer, Long> counts = new HashMap<>();

    /** Counts a value; it must be finite. */
    void add(double value) {
        counts.merge(bin(value), 1L, Long::sum);
    }

    /** A bin's number; larger values have larger numbers. */
    static int bin(double value) {
        int size = (int) ((Double.doubleToRawLongBits(Math.abs(value)) + HALF) >>> CUT);
        return value < 0 ? -size : size;
    }

    static double value(int bin) {
        double size = Double.longBitsToDouble((long) Math.abs(bin) << CUT);
        return bin < 0 ? -size : size;
    }

    /** Adds what {@link #encoded} gave; null is nothing. */
    public void add(byte[] encoded) {
        if (encoded == null) {
            return;
        }
        int at = 0;
        int bin = 0;
        boolean first = true;
        while (at < encoded.length) {
            long distance = read(encoded, at);
            at += size(distance);
            bin = first ? (int) (distance >>> 1 ^ -(distance & 1)) : bin + (int) distance;
            first = false;
            long count = read(encoded, at);
            at += size(count);
            counts.merge(bin, count, Long::sum);
        }
    }

    /** Adds all of another one. */
    public void add(Bins other) {
        other.counts.forEach((bin, count) -> counts.merge(bin, count, Long::sum));
    }

    /** The bins and their counts in rising order; null without values. */
    public byte[] encoded() {
        if (counts.isEmpty()) {
            return null;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Integer before = null;
        for (Map.Entry<Integer, Long> entry : new TreeMap<>(counts).entrySet()) {
            int bin = entry.getKey();
            write(out, before == null ? Integer.toUnsignedLong(bin << 1 ^ bin >> 31) : bin - before);
            write(out, entry.getValue());
            before = bin;
        }
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest > 0x7F) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static long read(byte[] in, int from) {
        long value = 0;
        int at = from;
        int shift = 0;
        while (in[at] < 0) {
            value |= (in[at++] & 0x7FL) << shift;
            shift += 7;
        }
        return value | (long) in[at] << shift;
    }

    private static int size(long value) {
        int size = 1;
        for (long rest = value; rest > 0x7F; rest >>>= 7) {
            size++;
        }
        return size;
    }

    /** The rounded values, rising, and how often each is there. */
    public SortedMap<Double, Long> values() {
        SortedMap<Double, Long> values = new TreeMap<>();
        counts.forEach((bin, count) -> values.put(value(bin), count));
        return values;
    }

    /**
     * The rounded value below or at which a share of the values lies: that of rank share × (n − 1) from 0, cut to a whole
     * number. NaN without values.
     */
    public double quantile(double share) {
        long n = counts.values().stream().mapToLong(Long::longValue).sum();
        long rank = (long) (share * (n - 1));
        long passed = 0;
        for (Map.Entry<Integer, Long> entry : new TreeMap<>(counts).entrySet()) {
            passed += entry.getValue();
            if (passed > rank) {
                return value(entry.getKey());
            }
        }
        return Double.NaN;
    }
}
