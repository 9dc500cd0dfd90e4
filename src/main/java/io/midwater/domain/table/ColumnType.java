package io.midwater.domain.table;

/**
 * The value types of table columns. Every value travels as one {@code long}; {@link RowGroup#NULL} is "no value".
 */
public enum ColumnType {
    /** A 64-bit integer. */
    LONG,
    /** A 32-bit integer, usually a code. */
    INT,
    /** 0 or 1. */
    BOOLEAN,
    /** Days since 1970-01-01. */
    DATE,
    /** IEEE double as its raw bits; −0.0 is stored as 0.0, so that the bit pattern of −0.0 can mean "no value". */
    DOUBLE,
    /** An index into the column's {@link TextDictionary}. */
    TEXT,
    /** A whole number of up to 38 digits, as {@link #TEXT}: the index of its plain text. */
    DECIMAL_38_0,
    /** An exact decimal of up to 26 digits before the point and 12 behind it, as {@link #TEXT}. */
    DECIMAL_38_12;

    /** True where a value is an index into the column's dictionary. */
    public boolean indexed() {
        return switch (this) {
            case TEXT, DECIMAL_38_0, DECIMAL_38_12 -> true;
            case LONG, INT, BOOLEAN, DATE, DOUBLE -> false;
        };
    }
}
