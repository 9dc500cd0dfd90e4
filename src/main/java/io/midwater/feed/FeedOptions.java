package io.midwater.feed;

import static java.util.Objects.requireNonNull;

import io.midwater.domain.BusinessCalendar;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;

/**
 * How files are read and what is kept of them.
 *
 * @param delimiter an ASCII character
 * @param quote an ASCII character
 * @param maxLineBytes longer lines are rejected; the line end does not count
 * @param timestampMinNs first timestamp accepted, nanoseconds since 1970-01-01 UTC
 * @param timestampMaxNs first timestamp no longer accepted
 * @param priceDecimals decimals that price columns carry; prices become integers of that unit
 * @param securities the codes to keep, ascending; empty for all
 * @param fromEpochDay first business date to keep; Integer.MIN_VALUE for no limit
 * @param toEpochDay last business date to keep; Integer.MAX_VALUE for no limit
 * @param rollover the local time from which a row belongs to the next trading day; null for none
 * @param dateFromColumn true where the business date is the file's date column, not the clock's
 */
@SuppressWarnings("ArrayRecordComponent")
public record FeedOptions(
        char delimiter,
        char quote,
        int maxLineBytes,
        long timestampMinNs,
        long timestampMaxNs,
        int priceDecimals,
        long[] securities,
        int fromEpochDay,
        int toEpochDay,
        ZoneId zone,
        LocalTime rollover,
        Set<LocalDate> holidays,
        boolean dateFromColumn)
        implements Serializable {
    private static final long NANOS = 1_000_000_000L;

    public FeedOptions {
        if (!separates(delimiter) || !separates(quote) || delimiter == quote) {
            throw new IllegalArgumentException("delimiter and quote must be two different ASCII characters other than"
                    + " letters, digits and line ends, were '" + delimiter + "' and '" + quote + "'");
        }
        if (maxLineBytes < 1 || maxLineBytes > 1 << 29) {
            throw new IllegalArgumentException("max line bytes must be between 1 and 2^29, was " + maxLineBytes);
        }
        if (timestampMinNs < 0 || timestampMinNs >= timestampMaxNs) {
            throw new IllegalArgumentException(
                    "timestamp range must be positive and rising, was " + timestampMinNs + " to " + timestampMaxNs);
        }
        if (priceDecimals < 0 || priceDecimals > 12) {
            throw new IllegalArgumentException("price decimals must be between 0 and 12, was " + priceDecimals);
        }
        if (fromEpochDay > toEpochDay) {
            throw new IllegalArgumentException("first date must not lie behind the last");
        }
        requireNonNull(zone, "zone is null");
        holidays = Set.copyOf(holidays);
        securities = securities.clone();
        Arrays.sort(securities);
    }

    private static boolean separates(char c) {
        return c < 0x80 && c != '\r' && c != '\n' && !Character.isLetterOrDigit(c);
    }

    /** The defaults: comma, double quote, lines of 1 MiB, 1990 to 2100, whole price units, Sydney, everything kept. */
    public static FeedOptions defaults() {
        return new FeedOptions(
                ',',
                '"',
                1 << 20,
                LocalDate.of(1990, 1, 1).toEpochDay() * 86_400 * NANOS,
                LocalDate.of(2100, 1, 1).toEpochDay() * 86_400 * NANOS,
                0,
                new long[0],
                Integer.MIN_VALUE,
                Integer.MAX_VALUE,
                ZoneId.of("Australia/Sydney"),
                LocalTime.of(19, 0),
                Set.of(),
                false);
    }

    public FeedOptions withCsv(char newDelimiter, char newQuote, int newMaxLineBytes) {
        return new FeedOptions(
                newDelimiter,
                newQuote,
                newMaxLineBytes,
                timestampMinNs,
                timestampMaxNs,
                priceDecimals,
                securities,
                fromEpochDay,
                toEpochDay,
                zone,
                rollover,
                holidays,
                dateFromColumn);
    }

    public FeedOptions withPriceDecimals(int decimals) {
        return new FeedOptions(
                delimiter,
                quote,
                maxLineBytes,
                timestampMinNs,
                timestampMaxNs,
                decimals,
                securities,
                fromEpochDay,
                toEpochDay,
                zone,
                rollover,
                holidays,
                dateFromColumn);
    }

    /** Keeps these securities (none given: all) and business dates only. */
    public FeedOptions withSelection(int firstEpochDay, int lastEpochDay, long... codes) {
        return new FeedOptions(
                delimiter,
                quote,
                maxLineBytes,
                timestampMinNs,
                timestampMaxNs,
                priceDecimals,
                codes,
                firstEpochDay,
                lastEpochDay,
                zone,
                rollover,
                holidays,
                dateFromColumn);
    }

    public FeedOptions withDateFromColumn(boolean fromColumn) {
        return new FeedOptions(
                delimiter,
                quote,
                maxLineBytes,
                timestampMinNs,
                timestampMaxNs,
                priceDecimals,
                securities,
                fromEpochDay,
                toEpochDay,
                zone,
                rollover,
                holidays,
                fromColumn);
    }

    /** False where every row is kept. */
    public boolean selects() {
        return securities.length > 0 || fromEpochDay != Integer.MIN_VALUE || toEpochDay != Integer.MAX_VALUE;
    }

    /** A calendar of the market; one per thread. */
    public BusinessCalendar calendar() {
        return new BusinessCalendar(zone, rollover, holidays);
    }
}
