package io.midwater.report;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** How many orders have which value of a figure, from aggregate {@code distributions}. */
final class Spread {
    private final double[] values;
    /** Orders with this value or a lower one. */
    private final long[] upTo;

    private Spread(List<Figures> rows, double factor) {
        values = rows.stream().mapToDouble(row -> factor * row.number("value")).toArray();
        upTo = rows.stream().mapToLong(row -> row.count("orders_up_to")).toArray();
    }

    /**
     * Of one figure; empty where the aggregate has no rows of it.
     *
     * @param scenario null for what the orders really had
     * @param factor of the values, positive
     */
    static Spread of(ReportData data, String scenario, String figure, double factor) {
        return new Spread(
                data.aggregate("distributions").stream()
                        .filter(row -> figure.equals(row.text("figure")))
                        .filter(row -> Objects.equals(scenario, row.text("scenario")))
                        .sorted(Comparator.comparing((Figures row) -> row.number("value")))
                        .toList(),
                factor);
    }

    long orders() {
        return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }

    /** The value of rank share × (n − 1) from 0, cut to a whole number. There must be orders. */
    double quantile(double share) {
        long rank = (long) (share * (orders() - 1));
        int i = 0;
        while (upTo[i] <= rank) {
            i++;
        }
        return values[i];
    }

    /** Orders with at most this value. */
    long within(double value) {
        long orders = 0;
        for (int i = 0; i < values.length && values[i] <= value; i++) {
            orders = upTo[i];
        }
        return orders;
    }

    /** Orders by bars of one width, the outer ones open. */
    long[] histogram(int bars, double from, double width) {
        long[] counts = new long[bars];
        for (int i = 0; i < values.length; i++) {
            int bar = (int) Math.floor((values[i] - from) / width);
            counts[Math.max(0, Math.min(bars - 1, bar))] += upTo[i] - (i == 0 ? 0 : upTo[i - 1]);
        }
        return counts;
    }
}
