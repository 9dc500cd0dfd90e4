package io.midwater.rollup;

import io.midwater.totals.Bins;
import java.io.Serial;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;

/** Adds bins up, in any order. */
abstract class BinsFunction extends Aggregator<byte[], Bins, byte[]> {
    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public final Bins zero() {
        return new Bins();
    }

    @Override
    public final Bins reduce(Bins bins, byte[] encoded) {
        bins.add(encoded);
        return bins;
    }

    @Override
    public final Bins merge(Bins bins, Bins other) {
        bins.add(other);
        return bins;
    }

    @Override
    public final Encoder<Bins> bufferEncoder() {
        return Encoders.javaSerialization(Bins.class);
    }

    @Override
    public final Encoder<byte[]> outputEncoder() {
        return Encoders.BINARY();
    }
}
