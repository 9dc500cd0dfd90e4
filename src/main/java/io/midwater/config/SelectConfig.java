package io.midwater.config;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Which rows and orders are wanted.
 *
 * @param securities security codes, ascending; empty for all
 * @param from first business date, inclusive; null for all
 * @param to last business date, inclusive; null for all
 * @param participants participant ids, ascending; empty for all
 * @param hoursFrom local arrival time, inclusive; null for all day
 * @param hoursTo local arrival time, exclusive; null for all day
 */
public record SelectConfig(
        List<Long> securities,
        LocalDate from,
        LocalDate to,
        List<Integer> participants,
        LocalTime hoursFrom,
        LocalTime hoursTo)
        implements Serializable {
    public SelectConfig {
        securities = List.copyOf(securities);
        participants = List.copyOf(participants);
    }

    static SelectConfig read(Settings select) {
        List<Long> securities =
                select.sorted("securities", text -> NumberText.whole(text, 1, Long.MAX_VALUE), code -> code);
        List<Integer> participants = select.sorted(
                "participants", text -> (int) NumberText.whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE), id -> id);
        Settings dates = select.group("dates");
        LocalDate from = dates.value("from", CalendarText::date, LocalDate::toString);
        LocalDate to = dates.value("to", CalendarText::date, LocalDate::toString);
        if (from != null && to != null && from.isAfter(to)) {
            dates.problem("from", "must not be after select.dates.to, was " + from + " and " + to);
        }
        Settings hours = select.group("trading-hours");
        LocalTime hoursFrom = hours.value("from", CalendarText::time, LocalTime::toString);
        LocalTime hoursTo = hours.value("to", CalendarText::time, LocalTime::toString);
        if (hoursFrom != null && hoursTo != null && !hoursFrom.isBefore(hoursTo)) {
            hours.problem("from", "must be before select.trading-hours.to, was " + hoursFrom + " and " + hoursTo);
        }
        return new SelectConfig(securities, from, to, participants, hoursFrom, hoursTo);
    }
}
