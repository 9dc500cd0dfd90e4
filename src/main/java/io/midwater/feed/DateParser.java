package io.midwater.feed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Dates, yyyy-MM-dd; the last one read is remembered, because neighbours in a file share it. */
final class DateParser {
    /** Not a date. */
    static final int NONE = Integer.MIN_VALUE;

    /** Bytes of a plain date. */
    static final int LENGTH = 10;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final ZoneId zone;
    private long knownFirst;
    private long knownLast;
    private int known = NONE;

    DateParser(ZoneId zone) {
        this.zone = zone;
    }

    /** Days since 1970-01-01 of a plain date; {@link #NONE} for anything else. */
    int date(byte[] bytes, int from, int to) {
        if (to - from != LENGTH) {
            return NONE;
        }
        long first = (long) LONGS.get(bytes, from);
        long last = (long) LONGS.get(bytes, from + 2);
        if (first != knownFirst || last != knownLast) {
            known = read(bytes, from);
            knownFirst = first;
            knownLast = last;
        }
        return known;
    }

    /** The date that ends here behind a delimiter, where it is the last one that was read; {@link #NONE} where it is another. */
    int again(byte[] bytes, int to, byte delimiter) {
        return (long) LONGS.get(bytes, to - LENGTH - 1) == (knownFirst << 8 | delimiter)
                        && (long) LONGS.get(bytes, to - Long.BYTES) == knownLast
                ? known
                : NONE;
    }

    private static int read(byte[] bytes, int from) {
        int year = number(bytes, from, 4);
        int month = number(bytes, from + 5, 2);
        int day = number(bytes, from + 8, 2);
        if (year < 0 || month < 0 || day < 0 || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
            return NONE;
        }
        try {
            return Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    private static int number(byte[] bytes, int from, int length) {
        int value = 0;
        for (int i = from; i < from + length; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }

    /** A date that may carry a time: with an offset the local date of that moment, without one its date. */
    int dateOrTime(byte[] bytes, int from, int to) {
        if (to - from <= LENGTH) {
            return date(bytes, from, to);
        }
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        try {
            TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text.charAt(LENGTH) == ' ' ? text.substring(0, LENGTH) + 'T' + text.substring(LENGTH + 1) : text,
                    OffsetDateTime::from,
                    LocalDateTime::from);
            LocalDate date = time instanceof OffsetDateTime moment
                    ? moment.atZoneSameInstant(zone).toLocalDate()
                    : LocalDate.from(time);
            return Math.toIntExact(date.toEpochDay());
        } catch (DateTimeException | ArithmeticException e) {
            return NONE;
        }
    }
}
