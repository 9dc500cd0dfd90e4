package io.midwater.feed;

/** Why a row is refused. A refused row is kept as it was, with its place in the file; nothing is repaired or guessed. */
public enum RejectReason {
    /** The line is longer than {@code input.csv.max-line-bytes}. */
    LINE_TOO_LONG,
    /** The row has more or fewer fields than the header; a file cut in the middle ends with such a row. */
    FIELD_COUNT,
    /** A quote is not closed on its line, or stands where none may stand; both halves of an embedded newline. */
    QUOTING,
    /** The security code is not a positive 64-bit integer. */
    BAD_SECURITY,
    /** The timestamp is not an integer of nanoseconds. */
    BAD_TIMESTAMP,
    /** The timestamp lies outside {@code input.timestamp-range}: often a slip of unit. */
    TIMESTAMP_RANGE,
    /** The date column holds something other than a real date, yyyy-MM-dd. */
    BAD_DATE,
    /** A required value is empty. */
    MISSING_VALUE,
    /** A number column holds something other than a plain decimal number. */
    BAD_NUMBER,
    /** The number does not fit: 64 bits for ids, quantities and prices, 32 for codes. */
    OVERFLOW,
    /** An id, a quantity or a price is below zero. */
    NEGATIVE,
    /** A price has more decimals than {@code input.price-decimals}, other than zeros. */
    PRICE_DECIMALS,
    /** The side is none of 1, 2, Buy, Sell. */
    BAD_SIDE,
    /** Two legs of one match and one side disagree about order, price or quantity. Found in the slice, not in the row. */
    LEG_CONFLICT
}
