package io.midwater.domain;

import io.midwater.domain.table.ColumnType;

/** How the text of an input column is read, and what makes it a reject. Absent or empty is null where the column is optional. */
public enum ValueKind {
    /** An order or match id: 0 … 2^63−1. */
    ID(ColumnType.LONG),
    /** Nanoseconds since 1970-01-01 UTC inside {@code input.timestamp-range}. */
    TIMESTAMP(ColumnType.LONG),
    /** A positive 64-bit integer; it becomes part of a path. */
    SECURITY(ColumnType.LONG),
    /** Any 64-bit integer; the feed's "not available", Long.MIN_VALUE, is null. */
    INTEGER(ColumnType.LONG),
    /** A 32-bit integer, usually a code. */
    CODE(ColumnType.INT),
    /** Shares, not negative. */
    QUANTITY(ColumnType.LONG),
    /** A price, not negative; a decimal becomes an exact integer of {@code input.price-decimals}. */
    PRICE(ColumnType.LONG),
    /** A price that may be missing in any of the feed's ways; Long.MIN_VALUE is null, other values are kept as they are. */
    QUOTE_PRICE(ColumnType.LONG),
    /** 1 or Buy, 2 or Sell; kept as 1 or 2. */
    SIDE(ColumnType.INT),
    /** A real calendar date, yyyy-MM-dd; a time with an offset behind it becomes the market's local date. */
    DATE(ColumnType.DATE),
    /** Text; invalid UTF-8 becomes the replacement character. */
    TEXT(ColumnType.TEXT);

    private final ColumnType type;

    ValueKind(ColumnType type) {
        this.type = type;
    }

    public ColumnType type() {
        return type;
    }
}
