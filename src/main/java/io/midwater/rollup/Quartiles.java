package io.midwater.rollup;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.totals.Bins;
import io.midwater.totals.Distribution;
import java.util.ArrayList;
import java.util.List;

/** Median and quartiles of a figure over the orders of a group, from the units' bins. */
final class Quartiles {
    static final int COUNT = 3;

    private static final List<String> NAMES = List.of("p25_", "median_", "p75_");
    private static final double[] SHARES = {0.25, 0.5, 0.75};

    private Quartiles() {}

    /** The columns of one figure. */
    static List<ColumnSpec> columns(Distribution figure) {
        return columns(figure.name(), figure.unit());
    }

    static List<ColumnSpec> columns(String figure, String unit) {
        List<ColumnSpec> columns = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            String share = i == 1 ? "median" : (int) (100 * SHARES[i]) + " % quantile";
            columns.add(new ColumnSpec(
                    NAMES.get(i) + figure,
                    ColumnType.DOUBLE,
                    unit,
                    share + " of " + figure + " over the orders that have it, the lower of two; rounded to "
                            + Bins.DIGITS + " binary digits, within 0.4 %"));
        }
        return columns;
    }

    /** The names of one figure's columns. */
    static List<String> names(String figure) {
        return NAMES.stream().map(prefix -> prefix + figure).toList();
    }

    /** The quartiles; nulls without values. */
    static Object[] of(Bins bins) {
        Object[] quartiles = new Object[COUNT];
        for (int i = 0; i < COUNT; i++) {
            double value = bins.quantile(SHARES[i]);
            quartiles[i] = Double.isNaN(value) ? null : (Object) value;
        }
        return quartiles;
    }
}
