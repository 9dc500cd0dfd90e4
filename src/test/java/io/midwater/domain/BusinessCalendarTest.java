package io.midwater.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final LocalTime CLOSE = LocalTime.of(19, 0);

    private static BusinessCalendar calendar() {
        return new BusinessCalendar(SYDNEY, CLOSE, Set.of());
    }

    private static long ns(String instant) {
        Instant moment = Instant.parse(instant);
        return moment.getEpochSecond() * 1_000_000_000L + moment.getNano();
    }

    private static LocalDate date(BusinessCalendar calendar, String instant) {
        return LocalDate.ofEpochDay(calendar.businessDate(ns(instant)));
    }

    @ParameterizedTest
    @CsvSource({
        // Winter is UTC+10: 10:00 and 15:59 in Sydney.
        "2024-09-05T00:00:00Z, 2024-09-05",
        "2024-09-05T05:59:59Z, 2024-09-05",
        // The last nanosecond before 19:00 and 19:00 itself.
        "2024-09-05T08:59:59.999999999Z, 2024-09-05",
        "2024-09-05T09:00:00Z, 2024-09-06",
        // Orders reloaded at 21:22 on the evening before.
        "2024-09-04T11:22:00Z, 2024-09-05",
        // Midnight in Sydney changes nothing.
        "2024-09-04T13:59:59Z, 2024-09-05",
        "2024-09-04T14:00:00Z, 2024-09-05",
        // Friday 18:59 is Friday; 19:00 is Monday, as all of the weekend.
        "2024-09-06T08:59:00Z, 2024-09-06",
        "2024-09-06T09:00:00Z, 2024-09-09",
        "2024-09-07T02:00:00Z, 2024-09-09",
        "2024-09-08T12:00:00Z, 2024-09-09",
        // Summer is UTC+11: the open of Tuesday lies on Monday in UTC, and 19:00 is 08:00Z.
        "2024-10-07T23:00:00Z, 2024-10-08",
        "2024-10-08T07:59:59Z, 2024-10-08",
        "2024-10-08T08:00:00Z, 2024-10-09",
        // The clock goes forward in the night of Sunday, 6 October 2024, at 16:00Z on Saturday.
        "2024-10-04T09:00:00Z, 2024-10-07",
        "2024-10-05T15:59:59Z, 2024-10-07",
        "2024-10-05T16:00:00Z, 2024-10-07",
        "2024-10-06T13:00:00Z, 2024-10-07",
        // And back on Sunday, 6 April 2025: Friday's 19:00 is 08:00Z, Monday's 09:00Z.
        "2025-04-04T08:00:00Z, 2025-04-07",
        "2025-04-07T08:00:00Z, 2025-04-07",
        "2025-04-07T09:00:00Z, 2025-04-08"
    })
    void businessDatesFollowTheLocalClock(String instant, LocalDate expected) {
        assertThat(date(calendar(), instant)).isEqualTo(expected);
    }

    @Test
    void holidaysAreSkipped() {
        // The two days of Christmas 2024 are Wednesday and Thursday.
        BusinessCalendar calendar =
                new BusinessCalendar(SYDNEY, CLOSE, Set.of(LocalDate.of(2024, 12, 25), LocalDate.of(2024, 12, 26)));

        assertThat(date(calendar, "2024-12-24T07:00:00Z")).isEqualTo(LocalDate.of(2024, 12, 24));
        assertThat(date(calendar, "2024-12-24T08:00:00Z")).isEqualTo(LocalDate.of(2024, 12, 27));
        assertThat(date(calendar, "2024-12-25T00:00:00Z")).isEqualTo(LocalDate.of(2024, 12, 27));
        assertThat(calendar.isTradingDay(LocalDate.of(2024, 12, 26))).isFalse();
    }

    @Test
    void withoutARolloverOnlyTheEveningRuleIsGone() {
        BusinessCalendar calendar = new BusinessCalendar(SYDNEY, null, Set.of());

        assertThat(date(calendar, "2024-09-04T11:22:00Z")).isEqualTo(LocalDate.of(2024, 9, 4));
        assertThat(date(calendar, "2024-09-07T02:00:00Z")).isEqualTo(LocalDate.of(2024, 9, 9));
    }

    @Test
    void whatWasAskedBeforeDecidesNothing() {
        Random random = new Random(1);
        BusinessCalendar asked = calendar();
        long start = ns("2024-09-28T00:00:00Z");
        for (int i = 0; i < 20_000; i++) {
            // Three weeks around the change of the clock, to the nanosecond.
            long moment = start + (long) (random.nextDouble() * 21 * 86_400e9);
            ZonedDateTime local = Instant.ofEpochSecond(0, moment).atZone(SYDNEY);
            LocalDate day = local.toLocalDate().plusDays(local.toLocalTime().isBefore(CLOSE) ? 0 : 1);
            while (day.getDayOfWeek().getValue() > 5) {
                day = day.plusDays(1);
            }
            assertThat(asked.businessDate(moment)).as(local.toString()).isEqualTo((int) day.toEpochDay());
        }
    }

    /** Half an hour on Lord Howe Island, none in UTC; moments in no order, and those around each change. */
    @ParameterizedTest
    @CsvSource({"Australia/Sydney", "Australia/Lord_Howe", "America/New_York", "UTC"})
    void timesOfDayAreThoseOfTheZoneWhateverWasAskedBefore(ZoneId zone) {
        BusinessCalendar calendar = new BusinessCalendar(zone, CLOSE, Set.of());
        Random random = new Random(7);
        long from = ns("1990-01-01T00:00:00Z");
        long to = ns("2100-01-01T00:00:00Z");
        for (int i = 0; i < 20_000; i++) {
            long moment = random.nextLong(from, to);
            assertTimeOfDay(calendar, zone, moment);
            var change = zone.getRules().nextTransition(Instant.ofEpochSecond(moment / 1_000_000_000L));
            if (change != null && i % 100 == 0) {
                long at = change.toEpochSecond() * 1_000_000_000L;
                for (long near : new long[] {at, at - 1, at + 1, at, at + 3_600_000_000_000L, at - 1}) {
                    assertTimeOfDay(calendar, zone, near);
                }
            }
        }
        assertTimeOfDay(calendar, zone, Long.MAX_VALUE);
        assertTimeOfDay(calendar, zone, Long.MIN_VALUE);
    }

    private static void assertTimeOfDay(BusinessCalendar calendar, ZoneId zone, long moment) {
        Instant instant =
                Instant.ofEpochSecond(Math.floorDiv(moment, 1_000_000_000L), Math.floorMod(moment, 1_000_000_000L));
        assertThat(calendar.localTimeOfDayNs(moment))
                .as("%s in %s", instant, zone)
                .isEqualTo(instant.atZone(zone).toLocalTime().toNanoOfDay());
    }

    @Test
    void timesOfDayAreThoseOnTheWall() {
        BusinessCalendar calendar = calendar();
        long tenOClock = 10 * 3_600_000_000_000L;

        assertThat(calendar.localTimeOfDayNs(ns("2024-09-05T00:00:00Z"))).isEqualTo(tenOClock);
        // Ten hours after midnight in UTC+11; on the day of the change itself only nine hours after midnight.
        assertThat(calendar.localTimeOfDayNs(ns("2024-10-07T23:00:00Z"))).isEqualTo(tenOClock);
        assertThat(calendar.localTimeOfDayNs(ns("2024-10-05T23:00:00Z"))).isEqualTo(tenOClock);
        assertThat(calendar.startNs(LocalDate.of(2024, 10, 6), LocalTime.of(10, 0)))
                .isEqualTo(ns("2024-10-05T23:00:00Z"));
        assertThat(calendar.localDate(ns("2024-10-07T23:00:00Z"))).isEqualTo(LocalDate.of(2024, 10, 8));
        assertThat(BusinessCalendar.utc(ns("2024-10-07T23:00:00Z"))).isEqualTo("2024-10-07T23:00Z");
    }
}
