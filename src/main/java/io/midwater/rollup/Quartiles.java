package io.midwater.rollup;

import io.midwater.sink.AggregateColumn.Type;
import io.midwater.totals.Bins;
import io.midwater.totals.Distribution;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Median and quartiles of a figure over the orders of a group, from the units' bins. */
final class Quartiles {
    static final int COUNT = 3;

    private static final String FUNCTION = "quartiles";
    private static final List<String> NAMES = List.of("p25_", "median_", "p75_");
    private static final double[] SHARES = {0.25, 0.5, 0.75};

    private Quartiles() {}

    /** The columns of one figure. */
    static List<RollupColumn> columns(Distribution figure) {
        return columns(figure.name(), figure.unit());
    }

    static List<RollupColumn> columns(String figure, String unit) {
        List<RollupColumn> columns = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            String share = i == 1 ? "median" : (int) (100 * SHARES[i]) + " % quantile";
            columns.add(new RollupColumn(
                    NAMES.get(i) + figure,
                    Type.DOUBLE,
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

    static void register(SparkSession session) {
        session.udf().register(FUNCTION, functions.udaf(new Merge(), Encoders.BINARY()));
    }

    /** The SQL that {@link #read} understands. */
    static String sql(Distribution figure) {
        return FUNCTION + "(" + figure.binsName() + ")";
    }

    /** The quartiles, null without values. */
    static Object[] read(Object found) {
        Object[] quartiles = new Object[COUNT];
        if (found != null) {
            ByteBuffer values = ByteBuffer.wrap((byte[]) found);
            for (int i = 0; i < COUNT; i++) {
                double value = values.getDouble();
                quartiles[i] = Double.isNaN(value) ? null : value;
            }
        }
        return quartiles;
    }

    /** Three doubles. */
    private static final class Merge extends BinsFunction {
        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public byte[] finish(Bins bins) {
            ByteBuffer values = ByteBuffer.allocate(COUNT * Double.BYTES);
            for (double share : SHARES) {
                values.putDouble(bins.quantile(share));
            }
            return values.array();
        }
    }
}
