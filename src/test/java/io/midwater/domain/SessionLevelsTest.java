package io.midwater.domain;

import static io.midwater.slice.TestSlice.DATE;
import static io.midwater.slice.TestSlice.at;
import static io.midwater.slice.TestSlice.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.slice.TestSlice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Session rows of several levels: the schedule's and the instrument's. */
class SessionLevelsTest {
    private static final int MARKET = 1;
    private static final int CLASS = 3;
    private static final int BOOK = 4;
    private static final int UNDERLYING = 5;

    private static SessionHours hours(TestSlice day) {
        return day.slice().session();
    }

    /** Continuous trading as the class is scheduled: 09:59:45 to 16:00. */
    private static TestSlice scheduled() {
        return new TestSlice()
                .state(CLASS, at("07:00"), "PRE_OPEN")
                .state(CLASS, at("09:59"), "OSPA")
                .state(CLASS, at("09:59:45"), "OPEN")
                .state(CLASS, at("16:00"), "PRE_CSPA")
                .state(CLASS, at("16:10"), "CSPA");
    }

    @Test
    void aHaltOfTheBookHoldsThroughTheScheduledOpening() {
        SessionHours hours =
                hours(scheduled().state(BOOK, at("09:30"), "TRADING_HALT").state(BOOK, at("11:00"), "OPEN"));

        // No auction of its own: 75 goes before the 35 of OSPA.
        assertThat(hours).isEqualTo(new SessionHours(at("11:00"), at("11:00"), at("16:00"), List.of(), false));
    }

    @Test
    void aHaltThatEndsAfterTheScheduledCloseDoesNotReopen() {
        SessionHours hours =
                hours(scheduled().state(BOOK, at("15:30"), "TRADING_HALT").state(BOOK, at("16:05"), "OPEN"));

        // At 16:05 the book's OPEN (10) is below the class's PRE_CSPA (30).
        assertThat(hours).isEqualTo(new SessionHours(at("09:59"), at("09:59:45"), at("15:30"), List.of(), false));
    }

    @Test
    void anEndedHaltGivesWayToTheSchedule() {
        SessionHours hours = hours(scheduled()
                .state(BOOK, at("11:00"), "TRADING_HALT")
                .state(BOOK, at("11:10"), "PRE_OPEN")
                .state(BOOK, at("11:30"), "OPEN"));

        assertThat(hours)
                .isEqualTo(new SessionHours(
                        at("09:59"), at("09:59:45"), at("16:00"), List.of(at("11:00"), at("11:30")), false));
    }

    @Test
    void theMostSpecificScheduleCounts() {
        // The market opens and closes earlier; this class has a schedule of its own.
        SessionHours hours =
                hours(scheduled().state(MARKET, at("09:00"), "OPEN").state(MARKET, at("13:00"), "CLOSE"));

        assertThat(hours).isEqualTo(new SessionHours(at("09:59"), at("09:59:45"), at("16:00"), List.of(), false));
    }

    @Test
    void ofTheInstrumentsStatesTheOneOfHigherPriorityCounts() {
        SessionHours hours = hours(scheduled()
                .state(UNDERLYING, at("11:00"), "TRADING_HALT")
                .state(BOOK, at("11:05"), "REG_HALT")
                .state(BOOK, at("11:10"), "OPEN")
                .state(UNDERLYING, at("11:20"), "OPEN"));

        assertThat(hours.suspensions()).containsExactly(at("11:00"), at("11:20"));
    }

    @Test
    void rowsWithoutALevelAreTheInstruments() {
        SessionHours hours =
                hours(scheduled().session(at("11:00"), "TRADING_HALT").session(at("11:20"), "OPEN", "level", "?"));

        assertThat(hours.suspensions()).containsExactly(at("11:00"), at("11:20"));
    }

    @Test
    void whatCountsIsTheStateAfterAllRowsOfATime() {
        // The class opens and the book is halted at one time: it never was open.
        SessionHours hours = hours(new TestSlice()
                .state(CLASS, at("10:00"), "OPEN")
                .state(BOOK, at("10:00"), "TRADING_HALT")
                .state(BOOK, at("10:30"), "OPEN")
                .state(CLASS, at("16:00"), "PRE_CSPA"));

        assertThat(hours).isEqualTo(new SessionHours(at("10:30"), at("10:30"), at("16:00"), List.of(), false));
    }

    @Test
    void aHaltOfTheEveningBeforeLasts() {
        SessionHours hours = hours(scheduled()
                .state(BOOK, on(DATE.minusDays(1), "19:30"), "TRADING_HALT")
                .state(BOOK, at("10:30"), "OPEN"));

        assertThat(hours.openNs()).isEqualTo(at("10:30"));
    }

    @Test
    void aBookSuspendedAllDayHasNoContinuousTrading() {
        SessionHours hours = hours(scheduled().state(BOOK, at("08:00"), "SUSPEND"));

        assertThat(hours.derived()).isFalse();
        assertThat(hours.isOpen(at("12:00"))).isFalse();
        assertThat(hours.continuousNs(at("09:00"), at("17:00"))).isZero();
    }

    @Test
    void aNameThatNobodyKnowsOpensNothing() {
        SessionHours hours = hours(scheduled().state(BOOK, at("12:00"), "LUNCH").state(BOOK, at("13:00"), "OPEN"));

        assertThat(hours.suspensions()).containsExactly(at("12:00"), at("13:00"));
    }

    @Test
    void onlyContinuousMatchingOpens() {
        // 4 is auction, 1 continuous, 0 undefined.
        SessionHours hours = hours(new TestSlice()
                .session(at("09:55"), "OPEN", "matchingtype", "4")
                .session(at("10:00"), "OPEN", "matchingtype", "1")
                .session(at("11:00"), "OPEN", "matchingtype", "3")
                .session(at("11:30"), "OPEN", "matchingtype", "0")
                .session(at("16:00"), "PRE_CSPA", "matchingtype", "3"));

        assertThat(hours)
                .isEqualTo(new SessionHours(
                        at("10:00"), at("10:00"), at("16:00"), List.of(at("11:00"), at("11:30")), false));
    }

    @Test
    void anOpeningAfterTheDefaultCloseIsNotUsable() {
        assertThat(hours(new TestSlice().session(at("16:30"), "OPEN")))
                .isEqualTo(new SessionHours(at("10:00"), at("10:00"), at("16:00"), List.of(), true));
    }
}
