package io.midwater.sink.parquet;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.TableSchema;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.format.Type;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** How columns are stored. Every column is optional; decimals have 38 digits in 16 bytes. */
public final class ParquetSchema {
    private static final int DECIMAL_BYTES = 16;
    private static final int DECIMAL_DIGITS = 38;

    private ParquetSchema() {}

    /** The file schema of a table. */
    public static MessageType of(TableSchema table) {
        return new MessageType(
                table.name(),
                table.columns().stream().map(ParquetSchema::column).toArray(PrimitiveType[]::new));
    }

    private static PrimitiveType column(ColumnSpec column) {
        String name = column.name();
        return switch (column.type()) {
            case LONG -> Types.optional(PrimitiveTypeName.INT64).named(name);
            case INT -> Types.optional(PrimitiveTypeName.INT32).named(name);
            case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
            case DATE ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(name);
            case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(name);
            case BINARY -> Types.optional(PrimitiveTypeName.BINARY).named(name);
            case DECIMAL_38_0 -> decimal(name, 0);
            case DECIMAL_38_12 -> decimal(name, 12);
        };
    }

    private static PrimitiveType decimal(String name, int scale) {
        return Types.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                .length(DECIMAL_BYTES)
                .as(LogicalTypeAnnotation.decimalType(scale, DECIMAL_DIGITS))
                .named(name);
    }

    static Type physical(ColumnType type) {
        return switch (type) {
            case LONG -> Type.INT64;
            case INT, DATE -> Type.INT32;
            case BOOLEAN -> Type.BOOLEAN;
            case DOUBLE -> Type.DOUBLE;
            case TEXT, BINARY -> Type.BYTE_ARRAY;
            case DECIMAL_38_0, DECIMAL_38_12 -> Type.FIXED_LEN_BYTE_ARRAY;
        };
    }

    /** The bytes behind the text of a value whose column type is {@link ColumnType#indexed}. */
    public static byte[] stored(ColumnType type, String text) {
        return switch (type) {
            case TEXT -> text.getBytes(StandardCharsets.UTF_8);
            case BINARY -> text.getBytes(StandardCharsets.ISO_8859_1);
            case DECIMAL_38_0 -> stored(new BigDecimal(text).setScale(0));
            case DECIMAL_38_12 -> stored(new BigDecimal(text).setScale(12));
            case LONG, INT, BOOLEAN, DATE, DOUBLE -> throw new IllegalStateException(type + " has no texts");
        };
    }

    /** The stored form of a decimal that has its column's scale: two's complement, highest byte first, at full width. */
    public static byte[] stored(BigDecimal decimal) {
        if (decimal.precision() > DECIMAL_DIGITS) {
            throw new ArithmeticException("more than " + DECIMAL_DIGITS + " digits: " + decimal.toPlainString());
        }
        byte[] significant = decimal.unscaledValue().toByteArray();
        byte[] stored = new byte[DECIMAL_BYTES];
        int padding = stored.length - significant.length;
        Arrays.fill(stored, 0, padding, (byte) (decimal.signum() < 0 ? -1 : 0));
        System.arraycopy(significant, 0, stored, padding, significant.length);
        return stored;
    }

    /** The smallest long that a column of this type can hold. */
    static long smallest(ColumnType type) {
        return switch (type) {
            case INT, DATE -> Integer.MIN_VALUE;
            case BOOLEAN, TEXT, DECIMAL_38_0, DECIMAL_38_12, BINARY -> 0;
            case LONG, DOUBLE -> Long.MIN_VALUE;
        };
    }

    /** The largest long that a column of this type can hold. */
    static long largest(ColumnType type) {
        return switch (type) {
            case INT, DATE, TEXT, DECIMAL_38_0, DECIMAL_38_12, BINARY -> Integer.MAX_VALUE;
            case BOOLEAN -> 1;
            case LONG, DOUBLE -> Long.MAX_VALUE;
        };
    }
}
