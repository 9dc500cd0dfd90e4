package io.midwater.statistics;

/**
 * Number, mean and sum of squared deviations of some values. Parts merge in any tree (Chan, Golub, LeVeque, Updating
 * Formulae and a Pairwise Algorithm for Computing Sample Variances, 1979); no squares of raw values are subtracted.
 *
 * @param n number of values
 * @param mean their mean, 0 without values
 * @param m2 sum of squared deviations from the mean
 */
public record Moments(long n, double mean, double m2) {
    public static final Moments NONE = new Moments(0, 0, 0);

    public Moments {
        if (n < 0 || m2 < 0) {
            throw new IllegalArgumentException("n and m2 must not be negative, were " + n + " and " + m2);
        }
    }

    public static Moments of(double... values) {
        double mean = 0;
        double m2 = 0;
        for (int i = 0; i < values.length; i++) {
            double before = values[i] - mean;
            mean += before / (i + 1);
            m2 += before * (values[i] - mean);
        }
        return new Moments(values.length, mean, m2);
    }

    /** Both together. */
    public Moments plus(Moments other) {
        if (n == 0) {
            return other;
        }
        if (other.n == 0) {
            return this;
        }
        long total = Math.addExact(n, other.n);
        double distance = other.mean - mean;
        double share = (double) other.n / total;
        return new Moments(total, mean + distance * share, m2 + other.m2 + distance * distance * n * share);
    }

    /** Sample variance (n − 1); NaN below two values. */
    public double variance() {
        return n < 2 ? Double.NaN : m2 / (n - 1);
    }

    /** Sample standard deviation (n − 1); NaN below two values. */
    public double deviation() {
        return Math.sqrt(variance());
    }
}
