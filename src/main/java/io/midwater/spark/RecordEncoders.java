package io.midwater.spark;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder;
import org.apache.spark.sql.types.Metadata;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;

/**
 * Spark encoders for flat Java records: one column per component, in declaration order. ({@code Encoders.bean} gives a
 * record an empty schema without a word.) Built on Spark's internal encoder classes; this is the only file that knows
 * them.
 */
public final class RecordEncoders {
    private RecordEncoders() {}

    /**
     * @throws IllegalArgumentException for a component type other than long, int, byte, double, boolean, String, byte[]
     *     and enums
     */
    public static <R extends Record> Encoder<R> of(Class<R> type) {
        List<AgnosticEncoders.EncoderField> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            AgnosticEncoder<?> encoder = encoder(type, component);
            fields.add(new AgnosticEncoders.EncoderField(
                    component.getName(),
                    encoder,
                    !component.getType().isPrimitive(),
                    Metadata.empty(),
                    Option.empty(),
                    Option.empty()));
        }
        ClassTag<R> tag = ClassTag.apply(type);
        return ExpressionEncoder.apply(new AgnosticEncoders.ProductEncoder<>(
                tag, CollectionConverters.asScala(fields).toSeq(), Option.empty()));
    }

    private static AgnosticEncoder<?> encoder(Class<?> owner, RecordComponent component) {
        Class<?> type = component.getType();
        if (type == long.class) {
            return AgnosticEncoders.PrimitiveLongEncoder$.MODULE$;
        }
        if (type == int.class) {
            return AgnosticEncoders.PrimitiveIntEncoder$.MODULE$;
        }
        if (type == byte.class) {
            return AgnosticEncoders.PrimitiveByteEncoder$.MODULE$;
        }
        if (type == double.class) {
            return AgnosticEncoders.PrimitiveDoubleEncoder$.MODULE$;
        }
        if (type == boolean.class) {
            return AgnosticEncoders.PrimitiveBooleanEncoder$.MODULE$;
        }
        if (type == String.class) {
            return AgnosticEncoders.StringEncoder$.MODULE$;
        }
        if (type == byte[].class) {
            return AgnosticEncoders.BinaryEncoder$.MODULE$;
        }
        if (type.isEnum()) {
            return new AgnosticEncoders.JavaEnumEncoder<>(ClassTag.apply(type));
        }
        throw new IllegalArgumentException(
                "record " + owner.getName() + ", component " + component.getName() + ": no encoder for " + type);
    }
}
