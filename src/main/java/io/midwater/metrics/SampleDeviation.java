package io.midwater.metrics;

/** Sample standard deviation, one value at a time (Welford). */
final class SampleDeviation {
    private int count;
    private double mean;
    private double squares;

    void clear() {
        count = 0;
        mean = 0;
        squares = 0;
    }

    void add(double value) {
        count++;
        double before = value - mean;
        mean += before / count;
        squares += before * (value - mean);
    }

    /** NaN below two values. */
    double value() {
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
    }
}
