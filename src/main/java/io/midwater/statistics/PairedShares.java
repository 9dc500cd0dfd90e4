package io.midwater.statistics;

/**
 * The shares of yes in two answers of the same subjects, and the interval of their difference by R. Newcombe, Improved
 * Confidence Intervals for the Difference between Binomial Proportions Based on Paired Data, Statistics in Medicine 17,
 * 1998, method 10: Wilson's intervals of both shares, joined by their correlation, which is taken with a correction for
 * continuity where it is positive.
 *
 * @param both subjects with two yes
 * @param onlyFirst subjects with yes in the first only
 * @param onlySecond subjects with yes in the second only
 * @param neither subjects with two no
 */
public record PairedShares(long both, long onlyFirst, long onlySecond, long neither) {
    /** Standard normal quantile of 0.975. */
    private static final double Z = 1.959963984540054;

    private long n() {
        return both + onlyFirst + onlySecond + neither;
    }

    /** Share of the first less share of the second; NaN without subjects. */
    public double difference() {
        return n() == 0 ? Double.NaN : (double) (onlyFirst - onlySecond) / n();
    }

    /** The 95 % interval of the difference; null without subjects. */
    public Interval interval() {
        if (n() == 0) {
            return null;
        }
        long first = both + onlyFirst;
        long second = both + onlySecond;
        Interval one = wilson(first, n());
        Interval two = wilson(second, n());
        double p1 = (double) first / n();
        double p2 = (double) second / n();
        double correlation = correlation();
        double below = distance(p1 - one.lower(), two.upper() - p2, correlation);
        double above = distance(one.upper() - p1, p2 - two.lower(), correlation);
        return new Interval(difference() - below, difference() + above);
    }

    private static double distance(double a, double b, double correlation) {
        return Math.sqrt(Math.max(0, a * a - 2 * correlation * a * b + b * b));
    }

    private double correlation() {
        double margins = (double) (both + onlyFirst) * (onlySecond + neither);
        margins *= (double) (both + onlySecond) * (onlyFirst + neither);
        if (margins == 0) {
            return 0;
        }
        double product = (double) both * neither - (double) onlyFirst * onlySecond;
        double corrected = product > 0 ? Math.max(0, product - n() / 2.0) : product;
        return corrected / Math.sqrt(margins);
    }

    /** Wilson's score interval of a share. */
    private static Interval wilson(long yes, long n) {
        double square = Z * Z;
        double middle = 2.0 * yes + square;
        double half = Z * Math.sqrt(square + 4.0 * yes * (n - yes) / n);
        return new Interval((middle - half) / (2 * (n + square)), (middle + half) / (2 * (n + square)));
    }

    /** McNemar's exact p that both shares are equal. */
    public double p() {
        return McNemar.p(Math.toIntExact(onlyFirst), Math.toIntExact(onlySecond));
    }
}
