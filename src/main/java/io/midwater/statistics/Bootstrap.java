package io.midwater.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;

/** The mean of some values, and the means of resamples of them. */
public final class Bootstrap {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final double mean;
    private final double[] sorted;
    private final double acceleration;

    /**
     * @param sorted means of resamples, rising
     * @param acceleration a sixth of the skewness of the means that leave one of the drawn things out; NaN where those are
     *     all equal
     */
    Bootstrap(double mean, double[] sorted, double acceleration) {
        this.mean = mean;
        this.sorted = sorted;
        this.acceleration = acceleration;
    }

    /** The interval between two quantiles of the resamples. */
    public Interval percentile(double confidence) {
        return new Interval(
                Quantiles.ofSorted(sorted, (1 - confidence) / 2), Quantiles.ofSorted(sorted, (1 + confidence) / 2));
    }

    /**
     * The same with other quantiles, which correct the estimate's bias and the change of its error with its size (B. Efron,
     * Better Bootstrap Confidence Intervals, Journal of the American Statistical Association 82, 1987: BCa).
     *
     * @return null where no correction can be told: all values are equal, or all resamples lie on one side of the mean
     */
    public Interval bca(double confidence) {
        long twiceBelow = 0;
        for (double resample : sorted) {
            twiceBelow += resample < mean ? 2 : resample == mean ? 1 : 0;
        }
        double share = twiceBelow / 2.0 / sorted.length;
        if (Double.isNaN(acceleration) || share <= 0 || share >= 1) {
            return null;
        }
        double bias = NORMAL.inverseCumulativeProbability(share);
        return new Interval(quantile(bias, (1 - confidence) / 2), quantile(bias, (1 + confidence) / 2));
    }

    private double quantile(double bias, double share) {
        double shifted = bias + NORMAL.inverseCumulativeProbability(share);
        double corrected = NORMAL.cumulativeProbability(bias + shifted / (1 - acceleration * shifted));
        return Quantiles.ofSorted(sorted, corrected);
    }

    double acceleration() {
        return acceleration;
    }
}
