package io.midwater.statistics;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Student's test that the mean of paired differences is 0: t = mean / (s / √n) with n − 1 degrees of freedom.
 *
 * @param p two-sided
 * @param interval of the mean, from the t quantile
 */
public record PairedT(double standardError, double t, double p, Interval interval) {

    /**
     * @param confidence of the interval, such as 0.95
     * @return null below two differences or where all are equal
     */
    public static PairedT of(Moments differences, double confidence) {
        double deviation = differences.deviation();
        if (!(deviation > 0)) {
            return null;
        }
        return of(differences.mean(), deviation / Math.sqrt(differences.n()), differences.n() - 1, confidence);
    }

    /**
     * The same for a mean whose error is known otherwise.
     *
     * @return null where the error is not positive
     */
    public static PairedT of(double mean, double standardError, long freedom, double confidence) {
        if (!(standardError > 0)) {
            return null;
        }
        TDistribution distribution = new TDistribution(null, freedom);
        double t = mean / standardError;
        double half = distribution.inverseCumulativeProbability((1 + confidence) / 2) * standardError;
        return new PairedT(
                standardError,
                t,
                2 * distribution.cumulativeProbability(-Math.abs(t)),
                new Interval(mean - half, mean + half));
    }
}
