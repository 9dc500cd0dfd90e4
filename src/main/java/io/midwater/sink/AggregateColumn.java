package io.midwater.sink;

import static java.util.Objects.requireNonNull;

import io.midwater.sink.parquet.ParquetType;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A named column of an aggregate table. */
public record AggregateColumn(String name, Type type) {
    public AggregateColumn {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
    }

    /** The value types of aggregate columns, each with the class of its values. */
    public enum Type {
        LONG(Long.class, ParquetType.LONG),
        INT(Integer.class, ParquetType.INT),
        BOOLEAN(Boolean.class, ParquetType.BOOLEAN),
        DATE(LocalDate.class, ParquetType.DATE),
        /** NaN counts as no value; infinities are refused. */
        DOUBLE(Double.class, ParquetType.DOUBLE),
        TEXT(String.class, ParquetType.TEXT),
        /** Whole numbers of up to 38 digits. */
        DECIMAL_38_0(BigDecimal.class, ParquetType.DECIMAL_38_0),
        /** Exact decimals of up to 26 digits before the point and 12 behind it. */
        DECIMAL_38_12(BigDecimal.class, ParquetType.DECIMAL_38_12);

        private final Class<?> valueClass;
        private final ParquetType stored;

        Type(Class<?> valueClass, ParquetType stored) {
            this.valueClass = valueClass;
            this.stored = stored;
        }

        Class<?> valueClass() {
            return valueClass;
        }

        ParquetType stored() {
            return stored;
        }
    }
}
