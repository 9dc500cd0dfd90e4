package io.midwater.totals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
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

    private static final int FIRST_SLOTS = 16;
    /** Spreads neighbouring numbers (D. Knuth, The Art of Computer Programming, volume 3, section 6.4). */
    private static final int GOLDEN = 0x9E3779B9;

    /** A hash table with linear probing: slot i is free where its count is 0. */
    private transient int[] numbers = new int[FIRST_SLOTS];

    private transient long[] counts = new long[FIRST_SLOTS];
    private transient int used;

    /** Counts a value; it must be finite. */
    void add(double value) {
        add(bin(value), 1);
    }

    private void add(int bin, long count) {
        int slot = slot(bin);
        if (counts[slot] == 0) {
            numbers[slot] = bin;
            used++;
        }
        counts[slot] += count;
        if (2 * used > numbers.length) {
            grow();
        }
    }

    /** Where a bin is, or would be. */
    private int slot(int bin) {
        int mask = numbers.length - 1;
        // The upper bits: round values have equal lower ones.
        int slot = bin * GOLDEN >>> Integer.numberOfLeadingZeros(mask);
        while (counts[slot] != 0 && numbers[slot] != bin) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] oldNumbers = numbers;
        long[] oldCounts = counts;
        numbers = new int[2 * oldNumbers.length];
        counts = new long[numbers.length];
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldNumbers[i]);
                numbers[slot] = oldNumbers[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    /** The bins that have values, rising. */
    private int[] sorted() {
        int[] sorted = new int[used];
        int n = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (counts[i] != 0) {
                sorted[n++] = numbers[i];
            }
        }
        Arrays.sort(sorted);
        return sorted;
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
            add(bin, count);
        }
    }

    /** Adds all of another one. */
    public void add(Bins other) {
        for (int i = 0; i < other.numbers.length; i++) {
            if (other.counts[i] != 0) {
                add(other.numbers[i], other.counts[i]);
            }
        }
    }

    /** The bins and their counts in rising order; null without values. */
    public byte[] encoded() {
        if (used == 0) {
            return null;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int[] bins = sorted();
        for (int i = 0; i < bins.length; i++) {
            int bin = bins[i];
            write(out, i == 0 ? Integer.toUnsignedLong(bin << 1 ^ bin >> 31) : bin - bins[i - 1]);
            write(out, counts[slot(bin)]);
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
        for (int i = 0; i < numbers.length; i++) {
            if (counts[i] != 0) {
                values.put(value(numbers[i]), counts[i]);
            }
        }
        return values;
    }

    /**
     * The rounded value below or at which a share of the values lies: that of rank share × (n − 1) from 0, cut to a whole
     * number. NaN without values.
     */
    public double quantile(double share) {
        long rank = (long) (share * (Arrays.stream(counts).sum() - 1));
        long passed = 0;
        for (int bin : sorted()) {
            passed += counts[slot(bin)];
            if (passed > rank) {
                return value(bin);
            }
        }
        return Double.NaN;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.writeObject(encoded());
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        numbers = new int[FIRST_SLOTS];
        counts = new long[FIRST_SLOTS];
        add((byte[]) in.readObject());
    }
}
