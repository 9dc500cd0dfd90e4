package io.midwater.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Set;

/**
 * The market's days. The business date of a moment is its local date, moved to the next trading day from the rollover
 * time on, or when the local date is not a trading day (a weekend or a holiday); so orders reloaded on the evening before
 * belong to the day they trade on.
 *
 * <p>Not for sharing between threads: the last intervals found, of a business date and of an offset from UTC, are
 * remembered, because feeds are nearly in time order.
 */
public final class BusinessCalendar {
    private static final long NANOS = 1_000_000_000L;
    private static final long DAY_NS = 86_400 * NANOS;

    private final ZoneId zone;
    private final LocalTime rollover;
    private final Set<LocalDate> holidays;

    private long knownFrom = Long.MAX_VALUE;
    private long knownTo = Long.MIN_VALUE;
    private int knownDate;

    private long offsetFrom = Long.MAX_VALUE;
    private long offsetTo = Long.MIN_VALUE;
    private long offsetNs;

    /** @param rollover null for no evening rule */
    public BusinessCalendar(ZoneId zone, LocalTime rollover, Set<LocalDate> holidays) {
        this.zone = zone;
        this.rollover = rollover;
        this.holidays = Set.copyOf(holidays);
    }

    /** The business date of a moment in nanoseconds since 1970-01-01 UTC, as days since 1970-01-01. */
    public int businessDate(long timestampNs) {
        if (timestampNs < knownFrom || timestampNs >= knownTo) {
            find(timestampNs);
        }
        return knownDate;
    }

    private void find(long timestampNs) {
        ZonedDateTime local = instant(timestampNs).atZone(zone);
        LocalDate day = local.toLocalDate();
        LocalDate from = day;
        boolean evening = rollover != null && !local.toLocalTime().isBefore(rollover);
        LocalDate date = nextTradingDay(evening ? day.plusDays(1) : day);
        if (rollover == null) {
            knownFrom = startNs(from, LocalTime.MIN);
            knownTo = startNs(from.plusDays(1), LocalTime.MIN);
        } else {
            knownFrom = evening ? startNs(day, rollover) : startNs(day, LocalTime.MIN);
            knownTo = evening ? startNs(day.plusDays(1), LocalTime.MIN) : startNs(day, rollover);
        }
        knownDate = Math.toIntExact(date.toEpochDay());
    }

    /** The day itself when it is a trading day, else the next one. */
    public LocalDate nextTradingDay(LocalDate day) {
        LocalDate date = day;
        while (!isTradingDay(date)) {
            date = date.plusDays(1);
        }
        return date;
    }

    public boolean isTradingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /** Nanoseconds since 1970-01-01 UTC of a local time on a day. */
    public long startNs(LocalDate day, LocalTime time) {
        Instant instant = day.atTime(time).atZone(zone).toInstant();
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
    }

    /** Local time of day in nanoseconds since local midnight, by the clock on the wall. */
    public long localTimeOfDayNs(long timestampNs) {
        if (timestampNs < offsetFrom || timestampNs >= offsetTo) {
            findOffset(timestampNs);
        }
        return Math.floorMod(Math.floorMod(timestampNs, DAY_NS) + offsetNs, DAY_NS);
    }

    /** Until the clocks change, one offset holds. */
    private void findOffset(long timestampNs) {
        Instant instant = instant(timestampNs);
        ZoneRules rules = zone.getRules();
        offsetNs = rules.getOffset(instant).getTotalSeconds() * NANOS;
        // The transition before a moment is strictly before it, so that one at the moment itself needs the next one.
        offsetFrom = changeNs(rules.previousTransition(instant.plusNanos(1)), Long.MIN_VALUE);
        offsetTo = changeNs(rules.nextTransition(instant), Long.MAX_VALUE);
    }

    /** @param never where there is no such change, or none in the range of nanoseconds */
    private static long changeNs(ZoneOffsetTransition change, long never) {
        if (change == null || Math.abs(change.toEpochSecond()) > Long.MAX_VALUE / NANOS) {
            return never;
        }
        return change.toEpochSecond() * NANOS;
    }

    /** The date in the market's zone at a moment, be it a trading day or not. */
    public LocalDate localDate(long timestampNs) {
        return instant(timestampNs).atZone(zone).toLocalDate();
    }

    /** Nanoseconds since 1970-01-01 UTC as an instant. */
    public static Instant instant(long timestampNs) {
        return Instant.ofEpochSecond(Math.floorDiv(timestampNs, NANOS), Math.floorMod(timestampNs, NANOS));
    }

    /** The same moment in UTC, for messages. */
    public static String utc(long timestampNs) {
        return instant(timestampNs).atOffset(ZoneOffset.UTC).toString();
    }
}
