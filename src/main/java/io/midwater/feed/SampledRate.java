package io.midwater.feed;

/**
 * How sure an estimate of rows per byte is, from samples of about the same size: the samples' mean and its standard
 * error, samples taken as independent.
 */
final class SampledRate {
    private static final double NORMAL_95 = 1.96;

    private int samples;
    private double mean;
    private double squares;

    void add(long rows, long bytes) {
        if (bytes == 0) {
            return;
        }
        double rate = (double) rows / bytes;
        samples++;
        double from = rate - mean;
        mean += from / samples;
        squares += from * (rate - mean);
    }

    /** Half the width of the 95 % interval of the mean, relative to it; null for fewer than two samples. */
    Double relativeError() {
        if (samples < 2 || mean == 0) {
            return null;
        }
        return NORMAL_95 * Math.sqrt(squares / (samples - 1) / samples) / mean;
    }
}
