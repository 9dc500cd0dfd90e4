package io.midwater.metrics;

/** Ratios of exact sums. */
final class Quotient {
    static final double BPS = 1e4;

    private Quotient() {}

    /** NaN, that is null, where the denominator is 0. */
    static double of(long numerator, long denominator) {
        return denominator == 0 ? Double.NaN : (double) numerator / denominator;
    }

    /** In basis points. */
    static double bps(long numerator, long denominator) {
        return BPS * of(numerator, denominator);
    }
}
