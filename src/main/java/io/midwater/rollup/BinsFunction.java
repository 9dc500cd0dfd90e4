package io.midwater.rollup;

import io.midwater.totals.Bins;
import java.io.Serial;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** Adds bins up, in any order, and keeps of them what the group is asked for. */
final class BinsFunction extends Aggregator<byte[], Bins, byte[]> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String ADDED = "all_bins";
    private static final String KEPT = "kept_bins";

    static void register(SparkSession session) {
        session.udf().register(ADDED, functions.udaf(new BinsFunction(), Encoders.BINARY()));
        UDF2<String, byte[], byte[]> kept = BinsFunction::kept;
        session.udf().register(KEPT, kept, DataTypes.BinaryType);
    }

    /** In SQL, the bins of groups whose bins are kept whole; of the others what {@link Quartiles#read} reads. */
    static String sql(String bins) {
        return KEPT + "(grouping, " + ADDED + "(" + bins + "))";
    }

    /** In SQL, the bins of groups whose bins are kept whole; nothing of the others. */
    static String sqlOfWhole(String bins) {
        StringBuilder names = new StringBuilder();
        for (Grouping grouping : Grouping.values()) {
            if (grouping.whole()) {
                names.append(names.isEmpty() ? "" : ", ")
                        .append('\'')
                        .append(grouping)
                        .append('\'');
            }
        }
        return ADDED + "(IF(grouping IN (" + names + "), " + bins + ", NULL))";
    }

    private static byte[] kept(String grouping, byte[] encoded) {
        if (encoded == null || Grouping.valueOf(grouping).whole()) {
            return encoded;
        }
        Bins bins = new Bins();
        bins.add(encoded);
        return Quartiles.pack(bins);
    }

    @Override
    public Bins zero() {
        return new Bins();
    }

    @Override
    public Bins reduce(Bins bins, byte[] encoded) {
        bins.add(encoded);
        return bins;
    }

    @Override
    public Bins merge(Bins bins, Bins other) {
        bins.add(other);
        return bins;
    }

    @Override
    public byte[] finish(Bins bins) {
        byte[] encoded = bins.encoded();
        return encoded == null ? new byte[0] : encoded;
    }

    @Override
    public Encoder<Bins> bufferEncoder() {
        return Encoders.javaSerialization(Bins.class);
    }

    @Override
    public Encoder<byte[]> outputEncoder() {
        return Encoders.BINARY();
    }
}
