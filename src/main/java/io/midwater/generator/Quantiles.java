package io.midwater.generator;

/** A distribution given by a few quantiles, log-linear between them, as a table that is drawn from with one look-up. */
final class Quantiles {
    private static final int SIZE = 4096;

    private final double[] table = new double[SIZE];

    /** @param shares ascending from 0 to 1 @param values positive, ascending, one per share */
    Quantiles(double[] shares, double[] values) {
        int segment = 0;
        for (int i = 0; i < SIZE; i++) {
            double share = (i + 0.5) / SIZE;
            while (share > shares[segment + 1]) {
                segment++;
            }
            double part = (share - shares[segment]) / (shares[segment + 1] - shares[segment]);
            double low = StrictMath.log(values[segment]);
            double high = StrictMath.log(values[segment + 1]);
            table[i] = StrictMath.exp(low + part * (high - low));
        }
    }

    double draw(RandomStream random) {
        return table[random.below(SIZE)];
    }
}
