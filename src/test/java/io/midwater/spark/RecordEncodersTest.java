package io.midwater.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One record for each kind of field, there and back through Spark's rows. */
class RecordEncodersTest {
    private static SparkSession session;

    public record Long64(long value) {}

    public record Int32(int value) {}

    public record Int8(byte value) {}

    public record Real(double value) {}

    public record Flag(boolean value) {}

    public record Text(String value) {}

    @SuppressWarnings("ArrayRecordComponent")
    public record Bytes(byte[] value) {}

    public enum Colour {
        RED,
        BLUE
    }

    public record Named(Colour value) {}

    public record Several(String name, long number, Colour colour, int small) {}

    public record Unknown(BigDecimal amount) {}

    @BeforeAll
    static void open() {
        session = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .getOrCreate();
    }

    @SafeVarargs
    private static <R extends Record> List<R> thereAndBack(Class<R> type, R... records) {
        Encoder<R> encoder = RecordEncoders.of(type);
        return session.createDataset(List.of(records), encoder)
                .map((org.apache.spark.api.java.function.MapFunction<R, R>) record -> record, encoder)
                .collectAsList();
    }

    @Test
    void longs() {
        Long64[] values = {new Long64(Long.MIN_VALUE), new Long64(0), new Long64(Long.MAX_VALUE)};
        assertThat(thereAndBack(Long64.class, values)).containsExactly(values);
    }

    @Test
    void ints() {
        Int32[] values = {new Int32(Integer.MIN_VALUE), new Int32(Integer.MAX_VALUE)};
        assertThat(thereAndBack(Int32.class, values)).containsExactly(values);
    }

    @Test
    void bytesOfOne() {
        assertThat(thereAndBack(Int8.class, new Int8((byte) -128), new Int8((byte) 101)))
                .containsExactly(new Int8((byte) -128), new Int8((byte) 101));
    }

    @Test
    void doubles() {
        assertThat(thereAndBack(Real.class, new Real(0.1), new Real(Double.NaN), new Real(-0.0)))
                .containsExactly(new Real(0.1), new Real(Double.NaN), new Real(-0.0));
    }

    @Test
    void booleans() {
        assertThat(thereAndBack(Flag.class, new Flag(true), new Flag(false)))
                .containsExactly(new Flag(true), new Flag(false));
    }

    @Test
    void texts() {
        assertThat(thereAndBack(Text.class, new Text(""), new Text(null), new Text("größer, \"größer\"\n")))
                .containsExactly(new Text(""), new Text(null), new Text("größer, \"größer\"\n"));
    }

    @Test
    void byteArrays() {
        List<Bytes> back = thereAndBack(Bytes.class, new Bytes(new byte[] {0, -1, 7}), new Bytes(new byte[0]));
        assertThat(back.get(0).value()).containsExactly(0, -1, 7);
        assertThat(back.get(1).value()).isEmpty();
    }

    @Test
    void enums() {
        assertThat(thereAndBack(Named.class, new Named(Colour.BLUE), new Named(null)))
                .containsExactly(new Named(Colour.BLUE), new Named(null));
    }

    @Test
    void componentsBecomeColumnsInTheirOrder() {
        assertThat(RecordEncoders.of(Several.class).schema().fieldNames())
                .containsExactly("name", "number", "colour", "small");
        assertThat(thereAndBack(Several.class, new Several("a", 1, Colour.RED, 2)))
                .containsExactly(new Several("a", 1, Colour.RED, 2));
    }

    @Test
    void otherTypesAreRefusedByName() {
        assertThatThrownBy(() -> RecordEncoders.of(Unknown.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("record " + Unknown.class.getName()
                        + ", component amount: no encoder for class java.math.BigDecimal");
    }
}
