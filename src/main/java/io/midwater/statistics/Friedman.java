package io.midwater.statistics;

import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;

/**
 * Friedman's test that several treatments of the same subjects do not differ: ranks within each subject, equal values
 * share the mean of their ranks, with the correction for ties.
 *
 * @param statistic chi-squared with one degree of freedom less than treatments
 */
public record Friedman(double statistic, double p) {

    /**
     * @param values by treatment, then by subject
     * @return null with fewer than three treatments or two subjects, or where every subject has equal values throughout
     */
    public static Friedman of(double[]... values) {
        int treatments = values.length;
        if (treatments < 3 || values[0].length < 2) {
            return null;
        }
        long subjects = values[0].length;
        double[] rankSums = new double[treatments];
        double[] row = new double[treatments];
        double ties = 0;
        for (int subject = 0; subject < subjects; subject++) {
            for (int i = 0; i < treatments; i++) {
                row[i] = values[i][subject];
            }
            double[] sorted = row.clone();
            Arrays.sort(sorted);
            for (int i = 0; i < treatments; i++) {
                int below = 0;
                int equal = 0;
                for (double other : sorted) {
                    below += other < row[i] ? 1 : 0;
                    equal += other == row[i] ? 1 : 0;
                }
                rankSums[i] += below + (equal + 1) / 2.0;
                // Summed over the equal values: t³ − t.
                ties += (double) equal * equal - 1;
            }
        }
        double squares = 0;
        for (double sum : rankSums) {
            squares += sum * sum;
        }
        double k = treatments;
        double correction = 1 - ties / (k * (k * k - 1) * subjects);
        if (correction <= 0) {
            return null;
        }
        double statistic = (12 / (k * subjects * (k + 1)) * squares - 3 * subjects * (k + 1)) / correction;
        // The upper tail itself: one less the rest of the distribution is 0 from about 1e-16 on.
        double p = statistic <= 0 ? 1 : Gamma.regularizedGammaQ((k - 1) / 2, statistic / 2);
        return new Friedman(statistic, p);
    }
}
