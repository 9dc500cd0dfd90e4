package io.midwater.sink.parquet;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** All values of one column of a file, read back. Whole numbers, dates and truths are longs, doubles their bits. */
public final class ColumnValues {
    private final PrimitiveType type;
    private final BitSet nulls = new BitSet();
    private final long[] numbers;
    private final String[] texts;
    private final Map<Binary, String> known = new HashMap<>();
    private int rows;

    ColumnValues(PrimitiveType type, int capacity) {
        this.type = requireNonNull(type, "type is null");
        boolean bytes = type.getPrimitiveTypeName() == PrimitiveTypeName.BINARY
                || type.getPrimitiveTypeName() == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
        this.numbers = bytes ? null : new long[capacity];
        this.texts = bytes ? new String[capacity] : null;
    }

    void add(ColumnReader reader, boolean present) {
        if (!present) {
            nulls.set(rows);
        } else if (texts != null) {
            Binary bytes = reader.getBinary();
            String text = known.get(bytes);
            if (text == null) {
                text = text(bytes);
                known.put(bytes.copy(), text);
            }
            texts[rows] = text;
        } else {
            numbers[rows] = number(reader);
        }
        rows++;
    }

    private long number(ColumnReader reader) {
        PrimitiveTypeName stored = type.getPrimitiveTypeName();
        if (stored == PrimitiveTypeName.INT64) {
            return reader.getLong();
        } else if (stored == PrimitiveTypeName.INT32) {
            return reader.getInteger();
        } else if (stored == PrimitiveTypeName.DOUBLE) {
            return Double.doubleToRawLongBits(reader.getDouble());
        } else if (stored == PrimitiveTypeName.BOOLEAN) {
            return reader.getBoolean() ? 1 : 0;
        }
        throw new IllegalArgumentException("no published column is stored as " + stored + ", was " + type);
    }

    private String text(Binary bytes) {
        return type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal
                ? new BigDecimal(new BigInteger(bytes.getBytes()), decimal.getScale()).toPlainString()
                : new String(bytes.getBytes(), StandardCharsets.UTF_8);
    }

    public int rows() {
        return rows;
    }

    public boolean isNull(int row) {
        return nulls.get(row);
    }

    /** A whole number, a date's days since 1970-01-01 or a double's bits. */
    public long number(int row) {
        return numbers[row];
    }

    /** True for whole numbers that can be added: neither dates nor doubles nor texts. */
    public boolean isWhole() {
        return type.getPrimitiveTypeName() == PrimitiveTypeName.INT64 || isDecimal();
    }

    private boolean isDecimal() {
        return type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation;
    }

    public boolean isDouble() {
        return type.getPrimitiveTypeName() == PrimitiveTypeName.DOUBLE;
    }

    /** A whole number or decimal, exactly; null where there is no value. */
    public BigDecimal exact(int row) {
        if (isNull(row)) {
            return null;
        }
        return texts == null ? BigDecimal.valueOf(numbers[row]) : new BigDecimal(texts[row]);
    }

    /** A Long, Double, Boolean or BigDecimal, or the text of anything else; null where there is no value. */
    public Object value(int row) {
        if (isNull(row)) {
            return null;
        } else if (isWhole()) {
            return texts == null ? (Object) numbers[row] : exact(row);
        } else if (isDouble()) {
            return Double.longBitsToDouble(numbers[row]);
        }
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> numbers[row] == 1;
            case INT32 -> type.getLogicalTypeAnnotation() == null ? (Object) numbers[row] : shown(row);
            case INT64, INT96, FLOAT, DOUBLE, BINARY, FIXED_LEN_BYTE_ARRAY -> shown(row);
        };
    }

    /** The value for people; null where there is none. */
    public String shown(int row) {
        if (isNull(row)) {
            return null;
        } else if (texts != null) {
            return texts[row];
        } else if (isDouble()) {
            return Double.toString(Double.longBitsToDouble(numbers[row]));
        } else if (type.getPrimitiveTypeName() == PrimitiveTypeName.BOOLEAN) {
            return Boolean.toString(numbers[row] == 1);
        } else if (type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
            return LocalDate.ofEpochDay(numbers[row]).toString();
        }
        return Long.toString(numbers[row]);
    }

    /** Orders values of two columns of one type: no value first, then by number or text. 0 where they are the same. */
    public int compare(int row, ColumnValues other, int otherRow) {
        if (isNull(row) || other.isNull(otherRow)) {
            return Boolean.compare(!isNull(row), !other.isNull(otherRow));
        } else if (texts != null && other.texts != null) {
            return texts[row].compareTo(other.texts[otherRow]);
        } else if (texts == null && other.texts == null) {
            return Long.compare(numbers[row], other.numbers[otherRow]);
        }
        return texts == null ? -1 : 1;
    }
}
