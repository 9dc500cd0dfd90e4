package io.midwater.statistics;

import java.util.Arrays;

/**
 * The Hodges-Lehmann estimate of a centre: the median of the means of all pairs of values, each value paired with itself
 * too. Found by bisection over the possible sums with a linear count each, so the n² / 2 pairs are never made.
 */
public final class HodgesLehmann {
    private HodgesLehmann() {}

    /** NaN without values. */
    public static double of(double... values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        long pairs = (long) sorted.length * (sorted.length + 1) / 2;
        double low = sum(sorted, (pairs + 1) / 2);
        double high = pairs % 2 == 1 ? low : sum(sorted, pairs / 2 + 1);
        return (low + high) / 4;
    }

    /** The k-th smallest sum of a pair. */
    private static double sum(double[] sorted, long k) {
        long low = position(2 * sorted[0]);
        long high = position(2 * sorted[sorted.length - 1]);
        while (low < high) {
            long middle = (low & high) + ((low ^ high) >> 1);
            if (atMost(sorted, value(middle)) >= k) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return value(low);
    }

    private static long atMost(double[] sorted, double sum) {
        long count = 0;
        int right = sorted.length - 1;
        for (int left = 0; left < sorted.length; left++) {
            while (right >= left && sorted[left] + sorted[right] > sum) {
                right--;
            }
            if (right < left) {
                break;
            }
            count += right - left + 1;
        }
        return count;
    }

    /** Doubles as integers in the same order. */
    private static long position(double value) {
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits ^ bits >> 63 & Long.MAX_VALUE;
    }

    private static double value(long position) {
        return Double.longBitsToDouble(position ^ position >> 63 & Long.MAX_VALUE);
    }
}
