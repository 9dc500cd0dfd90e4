package io.midwater.report;

import io.midwater.statistics.Interval;
import io.midwater.statistics.PairedT;
import java.util.ArrayList;
import java.util.List;

/**
 * A ratio Σy / Σx with a 95 % interval that takes whole clusters, not orders, as independent: standard error
 * √(G / (G − 1) · Σ (y − R x)²) / Σx over the G clusters, t quantile with G − 1 degrees of freedom (W. G. Cochran,
 * Sampling Techniques, 3rd edition 1977, chapter 6: ratio estimators).
 *
 * @param clusters that have any base
 */
record RatioInterval(double ratio, double lower, double upper, int clusters) {
    private static final double CONFIDENCE = 0.95;

    /** @return null below two clusters with a base */
    static RatioInterval of(List<Figures> rows, String numerator, String denominator, double factor) {
        List<double[]> clusters = new ArrayList<>();
        double over = 0;
        double under = 0;
        for (Figures row : rows) {
            Double y = row.number(numerator);
            Double x = row.number(denominator);
            if (y != null && x != null && x > 0) {
                clusters.add(new double[] {y, x});
                over += y;
                under += x;
            }
        }
        int count = clusters.size();
        if (count < 2) {
            return null;
        }
        double ratio = over / under;
        double squares = 0;
        for (double[] cluster : clusters) {
            double residual = cluster[0] - ratio * cluster[1];
            squares += residual * residual;
        }
        double error = factor * Math.sqrt((double) count / (count - 1) * squares) / under;
        if (error == 0) {
            return new RatioInterval(factor * ratio, factor * ratio, factor * ratio, count);
        }
        Interval interval =
                PairedT.of(factor * ratio, error, count - 1, CONFIDENCE).interval();
        return new RatioInterval(factor * ratio, interval.lower(), interval.upper(), count);
    }
}
