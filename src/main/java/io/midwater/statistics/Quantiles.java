package io.midwater.statistics;

/** Quantiles of sorted values, linear between the two nearest (Hyndman, Fan, 1996, type 7). */
public final class Quantiles {
    private Quantiles() {}

    /**
     * @param share 0 … 1; 0.5 is the median
     * @return NaN without values
     */
    public static double ofSorted(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
