package io.midwater.generator;

import io.midwater.domain.BusinessCalendar;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * The session states of one order book on one trading day, in nanoseconds since 1970-01-01 UTC. Openings are staggered in
 * five groups from 10:00:00 to 10:09:00; the opening auction is the 45 seconds before, its match the last millisecond of it.
 */
final class SessionTimes {
    static final long SECOND = 1_000_000_000L;
    private static final int GROUPS = 5;
    private static final long GROUP_STEP = 135 * SECOND;
    private static final long MILLI = 1_000_000L;

    final long reload;
    final long preOpen;
    final long openingAuction;
    final long openingMatch;
    final long open;
    final long preClose;
    final long closingAuction;
    final long closingMatch;
    final long postClose;
    final long adjust;
    final long adjustOn;
    final long purge;
    final long maintenance;
    final long close;
    final long midnight;

    SessionTimes(BusinessCalendar calendar, LocalDate date, LocalDate previous, int index, RandomStream random) {
        midnight = calendar.startNs(date, LocalTime.MIN);
        reload = calendar.startNs(previous, LocalTime.of(19, 30))
                + random.below(7_200) * SECOND
                + random.below(1000) * MILLI;
        preOpen = calendar.startNs(date, LocalTime.of(7, 0));
        open = calendar.startNs(date, LocalTime.of(10, 0))
                + (index % GROUPS) * GROUP_STEP
                + random.below(15_000) * MILLI;
        openingAuction = open - 45 * SECOND;
        openingMatch = open - MILLI;
        preClose = calendar.startNs(date, LocalTime.of(16, 0));
        closingAuction = calendar.startNs(date, LocalTime.of(16, 10));
        closingMatch = closingAuction + random.below(30_000) * MILLI + MILLI;
        postClose = calendar.startNs(date, LocalTime.of(16, 11));
        adjust = calendar.startNs(date, LocalTime.of(16, 21, 30));
        adjustOn = calendar.startNs(date, LocalTime.of(16, 42));
        purge = calendar.startNs(date, LocalTime.of(18, 50));
        maintenance = calendar.startNs(date, LocalTime.of(18, 59));
        close = calendar.startNs(date, LocalTime.of(19, 0));
    }
}
