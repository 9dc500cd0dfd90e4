package io.midwater.statistics;

import org.apache.commons.math3.distribution.BinomialDistribution;

/** McNemar's exact test that two yes-or-no answers of the same subjects are yes equally often. */
public final class McNemar {
    private McNemar() {}

    /**
     * @param onlyFirst subjects with yes in the first only
     * @param onlySecond subjects with yes in the second only
     * @return two-sided p; 1 where no subject differs
     */
    public static double p(int onlyFirst, int onlySecond) {
        int different = Math.addExact(onlyFirst, onlySecond);
        if (different == 0) {
            return 1;
        }
        BinomialDistribution even = new BinomialDistribution(null, different, 0.5);
        return Math.min(1, 2 * even.cumulativeProbability(Math.min(onlyFirst, onlySecond)));
    }
}
