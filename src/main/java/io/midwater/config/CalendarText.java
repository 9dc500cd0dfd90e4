package io.midwater.config;

import io.midwater.domain.BusinessCalendar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Dates, times and time zones as people write them. */
final class CalendarText {
    private static final long NANOS = 1_000_000_000L;

    private CalendarText() {}

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a date such as 2024-09-05, was '" + text + "'", e);
        }
    }

    static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a time such as \"10:00\", was '" + text + "'", e);
        }
    }

    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a time zone such as Australia/Sydney, was '" + text + "'", e);
        }
    }

    /** A UTC date, or an instant such as 2024-09-05T00:00:00Z, in nanoseconds since 1970-01-01 UTC. */
    static long utcNs(String text) {
        try {
            Instant instant = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "must be a UTC date or an instant such as 2024-09-05T00:00:00Z, was '" + text + "'", e);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("must lie between 1678 and 2262, was '" + text + "'", e);
        }
    }

    static String utcText(long ns) {
        return BusinessCalendar.instant(ns).toString();
    }
}
