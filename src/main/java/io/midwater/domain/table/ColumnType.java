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
    TEXT
}
