package io.midwater.simulation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.midwater.domain.InvariantException;
import io.midwater.domain.Slice;
import io.midwater.simulation.matching.DealSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A match that breaks a rule stops the unit. Order 0 buys 100 at 6790 half units, order 1 sells 60 at 6780. */
class MatchChecksTest {
    private MatchChecks checks;

    @BeforeEach
    void orders() {
        StudyDay day = new StudyDay().quote(1, 3390, 3400);
        day.sweep(1, 1, 100, 3390).enters(10);
        day.dark(2, 2, 60, 3390).enters(20);
        Slice slice = day.slice();
        ReplayOrders orders = StudyDay.orders(slice, StudyDay.options());
        OrderStates states = new OrderStates(slice, orders);
        states.observe(0, slice.index().event(0, 1));
        states.observe(1, slice.index().event(1, 1));
        checks = new MatchChecks(slice, orders, states, false);
        checks.allow(0, 100, false, 6790);
        checks.allow(1, 60, false, 6780);
    }

    private void check(long second, boolean open, int incoming, int resting, long shares, long price2) {
        checks.check(StudyDay.at(second), open, incoming, resting, shares, price2, 3390, 3400, DealSource.CENTRE_POINT);
    }

    @Test
    void aGoodMatchPasses() {
        check(20, true, 1, 0, 60, 6790);
    }

    @Test
    void everyBreachIsNamed() {
        assertBroken("takes more than there is", () -> check(20, true, 1, 0, 61, 6790));
        assertBroken("has a price outside the rules", () -> check(20, true, 1, 0, 60, 6800));
        assertBroken("is out of session", () -> check(20, false, 1, 0, 60, 6790));
        assertBroken("has no shares", () -> check(20, true, 1, 0, 0, 6790));
        assertBroken("has two legs of one side", () -> check(20, true, 1, 1, 60, 6790));
        assertBroken("is before an arrival", () -> check(5, true, 1, 0, 60, 6790));
        assertBroken("is after the studied time", () -> check(StudyDay.CLOSE + 1, true, 1, 0, 60, 6790));
    }

    @Test
    void aLimitIsALimit() {
        assertBroken("is beyond a limit", () -> {
            checks.allow(0, 100, false, 6780);
            check(20, true, 1, 0, 60, 6790);
        });
    }

    private void assertBroken(String message, ThrowingCallable match) {
        orders();
        assertThatThrownBy(match).isInstanceOf(InvariantException.class).hasMessageContaining(message);
    }
}
