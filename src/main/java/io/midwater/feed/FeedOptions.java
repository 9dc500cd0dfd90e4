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
 * @param timestampMinNs first timestamp accepted, nanoseconds since 1970-01-01 UTC
 * @param timestampMaxNs first timestamp no longer accepted
 * @param priceDecimals decimals that price columns carry; prices become integers of that unit
 */
public record FeedOptions(
        Csv csv, Selection selection, Dates dates, long timestampMinNs, long timestampMaxNs, int priceDecimals)
        implements Serializable {
    private static final long DAY_NS = 86_400 * 1_000_000_000L;

    public FeedOptions {
        requireNonNull(csv, "csv is null");
        requireNonNull(selection, "selection is null");
        requireNonNull(dates, "dates is null");
        if (timestampMinNs < 0 || timestampMinNs >= timestampMaxNs) {
            throw new IllegalArgumentException(
                    "timestamp range must be positive and rising, was " + timestampMinNs + " to " + timestampMaxNs);
        }
        if (priceDecimals < 0 || priceDecimals > 12) {
            throw new IllegalArgumentException("price decimals must be between 0 and 12, was " + priceDecimals);
        }
    }

    /**
     * How a file is cut into lines and fields.
     *
     * @param delimiter an ASCII character
     * @param quote an ASCII character
     * @param maxLineBytes longer lines are rejected; the line end does not count
     */
    public record Csv(char delimiter, char quote, int maxLineBytes) implements Serializable {
        public Csv {
            if (!separates(delimiter) || !separates(quote) || delimiter == quote) {
                throw new IllegalArgumentException("delimiter and quote must be two different ASCII characters other"
                        + " than letters, digits and line ends, were '" + delimiter + "' and '" + quote + "'");
            }
            if (maxLineBytes < 1 || maxLineBytes > 1 << 29) {
                throw new IllegalArgumentException("max line bytes must be between 1 and 2^29, was " + maxLineBytes);
            }
        }

        private static boolean separates(char c) {
            return c < 0x80 && c != '\r' && c != '\n' && !Character.isLetterOrDigit(c);
        }
    }

    /**
     * Which rows are kept.
     *
     * @param securities the codes to keep, ascending; empty for all
     * @param fromEpochDay first business date to keep; Integer.MIN_VALUE for no limit
     * @param toEpochDay last business date to keep; Integer.MAX_VALUE for no limit
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Selection(long[] securities, int fromEpochDay, int toEpochDay) implements Serializable {
        public Selection {
            if (fromEpochDay > toEpochDay) {
                throw new IllegalArgumentException("first date must not lie behind the last");
            }
            securities = securities.clone();
            Arrays.sort(securities);
        }

        static Selection all() {
            return new Selection(new long[0], Integer.MIN_VALUE, Integer.MAX_VALUE);
        }

        /** True where every row is kept. */
        boolean isAll() {
            return securities.length == 0 && fromEpochDay == Integer.MIN_VALUE && toEpochDay == Integer.MAX_VALUE;
        }
    }

    /**
     * How a row finds its business date.
     *
     * @param rollover the local time from which a row belongs to the next trading day; null for none
     * @param fromColumn true where the business date is the file's date column, not the clock's
     */
    public record Dates(ZoneId zone, LocalTime rollover, Set<LocalDate> holidays, boolean fromColumn)
            implements Serializable {
        public Dates {
            requireNonNull(zone, "zone is null");
            holidays = Set.copyOf(holidays);
        }
    }

    /** The defaults: comma, double quote, lines of 1 MiB, 1990 to 2100, whole price units, Sydney, everything kept. */
    public static FeedOptions defaults() {
        return new FeedOptions(
                new Csv(',', '"', 1 << 20),
                Selection.all(),
                new Dates(ZoneId.of("Australia/Sydney"), LocalTime.of(19, 0), Set.of(), false),
                LocalDate.of(1990, 1, 1).toEpochDay() * DAY_NS,
                LocalDate.of(2100, 1, 1).toEpochDay() * DAY_NS,
                0);
    }

    public FeedOptions withCsv(char delimiter, char quote, int maxLineBytes) {
        Csv other = new Csv(delimiter, quote, maxLineBytes);
        return new FeedOptions(other, selection, dates, timestampMinNs, timestampMaxNs, priceDecimals);
    }

    public FeedOptions withPriceDecimals(int decimals) {
        return new FeedOptions(csv, selection, dates, timestampMinNs, timestampMaxNs, decimals);
    }

    /** Keeps these securities (none given: all) and business dates only. */
    public FeedOptions withSelection(int firstEpochDay, int lastEpochDay, long... codes) {
        Selection other = new Selection(codes, firstEpochDay, lastEpochDay);
        return new FeedOptions(csv, other, dates, timestampMinNs, timestampMaxNs, priceDecimals);
    }

    /** A calendar of the market; one per thread. */
    public BusinessCalendar calendar() {
        return new BusinessCalendar(dates.zone(), dates.rollover(), dates.holidays());
    }
}
