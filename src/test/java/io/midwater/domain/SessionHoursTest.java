package io.midwater.domain;

import static io.midwater.slice.TestSlice.DATE;
import static io.midwater.slice.TestSlice.at;
import static io.midwater.slice.TestSlice.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.slice.TestSlice;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionHoursTest {
    private static SessionHours hours(TestSlice day) {
        return day.slice().session();
    }

    @Test
    void continuousTradingRunsFromOpenToTheNextState() {
        SessionHours hours = hours(new TestSlice()
                .session(at("07:00"), "PRE_OPEN")
                .session(at("10:01:15"), "OSPA")
                .session(at("10:02:16"), "OPEN")
                .session(at("16:00"), "PRE_CSPA")
                .session(at("16:10"), "CSPA"));

        assertThat(hours).isEqualTo(new SessionHours(at("10:01:15"), at("10:02:16"), at("16:00"), List.of(), false));
        assertThat(hours.isOpen(at("10:02:16") - 1)).isFalse();
        assertThat(hours.isOpen(at("10:02:16"))).isTrue();
        assertThat(hours.isOpen(at("16:00") - 1)).isTrue();
        assertThat(hours.isOpen(at("16:00"))).isFalse();
    }

    @Test
    void aHaltIsASuspension() {
        SessionHours hours = hours(new TestSlice()
                .usualSession()
                .session(at("11:00"), "TRADING_HALT")
                .session(at("11:10"), "PRE_OPEN")
                .session(at("11:30"), "OPEN"));

        assertThat(hours.suspensions()).containsExactly(at("11:00"), at("11:30"));
        assertThat(hours.isOpen(at("11:00") - 1)).isTrue();
        assertThat(hours.isOpen(at("11:00"))).isFalse();
        assertThat(hours.isOpen(at("11:29:59"))).isFalse();
        assertThat(hours.isOpen(at("11:30"))).isTrue();
        assertThat(hours.resumesNs(at("11:00") - 1)).isEqualTo(at("11:00") - 1);
        assertThat(hours.resumesNs(at("11:00"))).isEqualTo(at("11:30"));
        assertThat(hours.resumesNs(at("11:30"))).isEqualTo(at("11:30"));
        assertThat(hours.closeNs()).isEqualTo(at("16:00"));
    }

    @Test
    void statesOfTheEveningBeforeAreNotOfTheDay() {
        // CLOSE at 19:00 on Wednesday belongs to Thursday's business date, not to its session.
        SessionHours hours = hours(new TestSlice()
                .session(on(DATE.minusDays(1), "19:00"), "CLOSE")
                .session(on(DATE.minusDays(1), "21:06"), "OPEN")
                .usualSession());

        assertThat(hours).isEqualTo(new SessionHours(at("09:59"), at("10:00"), at("16:00"), List.of(), false));
    }

    @Test
    void withoutAClosingStateTheDefaultCloseHolds() {
        assertThat(hours(new TestSlice().session(at("10:00"), "OPEN")).closeNs())
                .isEqualTo(at("16:00"));
    }

    @Test
    void withoutUsableRowsTheFirstAuctionTradeOpens() {
        TestSlice day = new TestSlice()
                .session(on(DATE.minusDays(1), "21:06"), "OPEN")
                .leg(1, at("09:58"), 10_000, 5, "dealsource", 3)
                .leg(1, at("10:02:16"), 10_000, 5, "dealsource", 20)
                .leg(1, at("16:10:14"), 10_000, 5, "dealsource", 20);

        assertThat(hours(day))
                .isEqualTo(new SessionHours(at("10:02:16"), at("10:02:16"), at("16:00"), List.of(), true));
    }

    @Test
    void withoutAnOpeningAuctionTheDefaultDayHolds() {
        // The only auction is the closing one.
        TestSlice closing = new TestSlice().leg(1, at("16:10:14"), 10_000, 5, "dealsource", 20);

        assertThat(hours(closing)).isEqualTo(new SessionHours(at("10:00"), at("10:00"), at("16:00"), List.of(), true));
        assertThat(hours(new TestSlice()).openNs()).isEqualTo(at("10:00"));
    }

    @Test
    void anAuctionBehindAContinuousTradeDoesNotOpen() {
        // Halted from 10:30 to 11:00, and no opening auction that traded.
        TestSlice halted = new TestSlice()
                .leg(1, at("10:04"), 10_000, 5)
                .leg(1, at("11:00"), 10_000, 5, "dealsource", 20)
                .leg(1, at("15:00"), 10_000, 5, "dealsource", 47)
                .leg(1, at("16:10:14"), 10_000, 5, "dealsource", 20);

        assertThat(hours(halted)).isEqualTo(new SessionHours(at("10:00"), at("10:00"), at("16:00"), List.of(), true));
    }

    @Test
    void anEarlyClosingAuctionCloses() {
        TestSlice day = new TestSlice()
                .leg(1, at("10:02:16"), 10_000, 5, "dealsource", 20)
                .leg(1, at("14:00"), 10_000, 5)
                .leg(1, at("14:10:05"), 10_000, 5, "dealsource", 20)
                // Reported and matched after the close: neither is continuous.
                .leg(1, at("14:30"), 10_000, 5, "dealsource", 3)
                .leg(1, at("14:15"), 10_000, 5, "dealsource", 90);

        assertThat(hours(day))
                .isEqualTo(new SessionHours(at("10:02:16"), at("10:02:16"), at("14:10:05"), List.of(), true));
    }

    @Test
    void anEarlyClosingAuctionClosesADayWithoutAnOpeningOne() {
        TestSlice day = new TestSlice()
                .leg(1, at("10:04"), 10_000, 5, "dealsource", 50)
                .leg(1, at("14:10:05"), 10_000, 5, "dealsource", 20);

        assertThat(hours(day)).isEqualTo(new SessionHours(at("10:00"), at("10:00"), at("14:10:05"), List.of(), true));
    }

    @Test
    void theOpeningAuctionDoesNotClose() {
        // Two matches of one auction, and nothing else that day.
        TestSlice day = new TestSlice()
                .leg(1, at("10:02:16"), 10_000, 5, "dealsource", 20)
                .leg(1, at("10:02:16"), 10_000, 7, "dealsource", 20);

        assertThat(hours(day))
                .isEqualTo(new SessionHours(at("10:02:16"), at("10:02:16"), at("16:00"), List.of(), true));
    }
}
