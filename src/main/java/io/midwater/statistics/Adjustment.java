package io.midwater.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Corrections of p values for asking several questions at once. NaN is not a question and stays NaN. */
public final class Adjustment {
    private Adjustment() {}

    /** Holm: the chance of any false positive in the family stays below the level. */
    public static double[] holm(double... p) {
        int[] order = order(p);
        double[] adjusted = p.clone();
        double highest = 0;
        for (int i = 0; i < order.length; i++) {
            highest = Math.max(highest, Math.min(1, (order.length - i) * p[order[i]]));
            adjusted[order[i]] = highest;
        }
        return adjusted;
    }

    /** Benjamini-Hochberg: the expected share of false positives among the positives stays below the level. */
    public static double[] benjaminiHochberg(double... p) {
        int[] order = order(p);
        double[] adjusted = p.clone();
        double lowest = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            lowest = Math.min(lowest, order.length * p[order[i]] / (i + 1));
            adjusted[order[i]] = lowest;
        }
        return adjusted;
    }

    private static int[] order(double[] p) {
        Arrays.stream(p).forEach(value -> {
            if (value < 0 || value > 1) {
                throw new IllegalArgumentException("p must be 0 to 1, was " + value);
            }
        });
        return IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted((a, b) -> Double.compare(p[a], p[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
