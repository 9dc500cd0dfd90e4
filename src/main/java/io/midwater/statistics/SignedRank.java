package io.midwater.statistics;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Wilcoxon's signed-rank test that differences lie symmetrically about 0. Zeros are dropped, equal sizes share the mean
 * of their ranks.
 *
 * @param n differences other than 0
 * @param positive sum of the ranks of the positive ones
 * @param p two-sided; exact up to {@value #MOST_EXACT} differences without ties, else from the normal distribution with
 *     correction for ties and continuity
 * @param exact which of the two
 * @param rankBiserial (positive − negative rank sum) / their sum, −1 … 1: an effect size
 */
public record SignedRank(long n, double positive, double p, boolean exact, double rankBiserial) {
    static final int MOST_EXACT = 25;

    /** @return null where all differences are 0 or there are none */
    public static SignedRank of(double... differences) {
        double[] above = sizes(differences, 1);
        double[] below = sizes(differences, -1);
        long n = (long) above.length + below.length;
        if (n == 0) {
            return null;
        }
        double positive = 0;
        double ties = 0;
        int a = 0;
        int b = 0;
        while (a < above.length || b < below.length) {
            double size = Math.min(
                    a < above.length ? above[a] : Double.POSITIVE_INFINITY,
                    b < below.length ? below[b] : Double.POSITIVE_INFINITY);
            long before = (long) a + b;
            int from = a;
            while (a < above.length && above[a] == size) {
                a++;
            }
            while (b < below.length && below[b] == size) {
                b++;
            }
            double equal = (double) ((long) a + b - before);
            positive += (a - from) * (before + (equal + 1) / 2);
            ties += equal * (equal * equal - 1);
        }
        double all = n * (n + 1.0) / 2;
        boolean exact = n <= MOST_EXACT && ties == 0;
        double p = exact ? exact((int) n, (int) positive) : normal(n, positive, ties);
        return new SignedRank(n, positive, p, exact, (2 * positive - all) / all);
    }

    private static double[] sizes(double[] differences, int sign) {
        double[] sizes = new double[differences.length];
        int count = 0;
        for (double difference : differences) {
            if (sign * difference > 0) {
                sizes[count++] = Math.abs(difference);
            }
        }
        double[] found = Arrays.copyOf(sizes, count);
        Arrays.sort(found);
        return found;
    }

    /** Of all 2^n choices of signs, those with a rank sum as far out; twice the smaller tail. */
    private static double exact(int n, int positive) {
        int most = n * (n + 1) / 2;
        double[] ways = new double[most + 1];
        ways[0] = 1;
        for (int rank = 1; rank <= n; rank++) {
            for (int sum = most; sum >= rank; sum--) {
                ways[sum] += ways[sum - rank];
            }
        }
        double tail = 0;
        for (int sum = 0; sum <= Math.min(positive, most - positive); sum++) {
            tail += ways[sum];
        }
        return Math.min(1, 2 * tail / Math.pow(2, n));
    }

    private static double normal(long n, double positive, double ties) {
        double mean = n * (n + 1.0) / 4;
        double variance = n * (n + 1.0) * (2.0 * n + 1) / 24 - ties / 48;
        double distance = Math.max(0, Math.abs(positive - mean) - 0.5);
        return Math.min(
                1, 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-distance / Math.sqrt(variance)));
    }
}
