package io.midwater.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Values that are not independent within clusters, such as orders of one security on one date. What is said of their mean
 * takes whole clusters as the independent things.
 */
public final class Clusters {
    private final double[] sums;
    private final long[] sizes;
    private final double mean;
    private final long n;

    private Clusters(double[] sums, long[] sizes) {
        this.sums = sums;
        this.sizes = sizes;
        double sum = 0;
        long count = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += sums[i];
            count += sizes[i];
        }
        n = count;
        mean = count == 0 ? Double.NaN : sum / count;
    }

    /**
     * @param clusters one number per value; values of one cluster stand together
     */
    public static Clusters of(double[] values, int[] clusters) {
        if (values.length != clusters.length) {
            throw new IllegalArgumentException(values.length + " values have " + clusters.length + " clusters");
        }
        double[] sums = new double[values.length];
        long[] sizes = new long[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (i == 0 || clusters[i] != clusters[i - 1]) {
                count++;
            }
            sums[count - 1] += values[i];
            sizes[count - 1]++;
        }
        return new Clusters(Arrays.copyOf(sums, count), Arrays.copyOf(sizes, count));
    }

    /** Number of clusters. */
    public int count() {
        return sums.length;
    }

    /** Of all values; NaN without. */
    public double mean() {
        return mean;
    }

    /**
     * Cluster-robust standard error of the mean: √(G / (G − 1) · Σ (Σ deviations in the cluster)²) / n (Liang, Zeger,
     * Longitudinal Data Analysis Using Generalized Linear Models, 1986).
     *
     * @return NaN below two clusters
     */
    public double standardError() {
        int count = sums.length;
        if (count < 2) {
            return Double.NaN;
        }
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double deviation = sums[i] - sizes[i] * mean;
            squares += deviation * deviation;
        }
        return Math.sqrt((double) count / (count - 1) * squares) / n;
    }

    /**
     * Draws whole clusters with replacement.
     *
     * @param seed equal seeds give equal resamples
     * @return null below two clusters
     */
    public Bootstrap bootstrap(int resamples, long seed) {
        int count = sums.length;
        if (count < 2) {
            return null;
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            double sum = 0;
            long size = 0;
            for (int draw = 0; draw < count; draw++) {
                int cluster = random.nextInt(count);
                sum += sums[cluster];
                size += sizes[cluster];
            }
            means[i] = sum / size;
        }
        Arrays.sort(means);
        return new Bootstrap(mean, means, acceleration());
    }

    /** From the means that leave one cluster out. */
    private double acceleration() {
        double[] left = new double[sums.length];
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        double all = 0;
        for (int i = 0; i < left.length; i++) {
            left[i] = (total - sums[i]) / (n - sizes[i]);
            all += left[i];
        }
        double squares = 0;
        double cubes = 0;
        for (double each : left) {
            double below = all / left.length - each;
            squares += below * below;
            cubes += below * below * below;
        }
        return cubes / (6 * Math.pow(squares, 1.5));
    }

    /** A seed that depends on the name of what is estimated, and on nothing else (FNV-1a, 64 bits). */
    public static long seed(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
