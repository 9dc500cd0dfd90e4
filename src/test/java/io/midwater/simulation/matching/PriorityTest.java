package io.midwater.simulation.matching;

import static io.midwater.simulation.matching.TestMarket.buy;
import static io.midwater.simulation.matching.TestMarket.sell;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Time priority and the session. The midpoint of 3400 and 3410 is 6810 in half units. */
@ParameterizedClass
@EnumSource
class PriorityTest {
    @Parameter
    EngineKind kind;

    @Test
    void timeDecidesAtTheMidpointNotPrice() {
        TestMarket market = open();
        market.enter(1, sell(100, 3400)).enter(2, sell(100, 3390));

        market.enter(3, buy(150, 3410));

        assertThat(market.matches).containsExactly(Match.of(3, 1, 100, 6810), Match.of(3, 2, 50, 6810));
    }

    @Test
    void anAmendmentLosesPriority() {
        TestMarket market = open();
        market.enter(1, sell(100, 3400)).enter(2, sell(100, 3400));
        market.engine.amend(1, sell(200, 3400), false);

        market.enter(3, buy(150, 3410));

        assertThat(market.matches).containsExactly(Match.of(3, 2, 100, 6810), Match.of(3, 1, 50, 6810));
    }

    @Test
    void aDecreaseAndAMinimumKeepPriority() {
        TestMarket market = open();
        market.enter(1, sell(100, 3400)).enter(2, sell(100, 3400));
        market.engine.quantity(1, 80, 80);
        market.engine.amend(1, sell(80, 3400).minimum(50, false), true);

        market.enter(3, buy(100, 3410));

        assertThat(market.matches).containsExactly(Match.of(3, 1, 80, 6810), Match.of(3, 2, 20, 6810));
    }

    @Test
    void anAmendedOrderComesInAgain() {
        TestMarket market = open();
        market.enter(1, sell(100, 3420)).enter(2, buy(70, 3410));
        assertThat(market.matches).isEmpty();

        market.engine.amend(1, sell(100, 3400), false);

        assertThat(market.matches).containsExactly(Match.of(1, 2, 70, 6810));
    }

    @Test
    void sharesAreUsedOnceWhateverIsAmended() {
        TestMarket market = open();
        market.enter(1, sell(100, 3400)).enter(2, buy(60, 3410));
        // 100 in all, 60 matched: 40 are left, in the book or out of it.
        market.engine.amend(1, sell(100, 3400), false);
        assertThat(market.engine.available(1)).isEqualTo(40);
        market.engine.remove(1);
        market.engine.enter(1, sell(100, 3400));
        assertThat(market.engine.available(1)).isEqualTo(40);
        assertThat(market.engine.matched(1)).isEqualTo(60);
    }

    @Test
    void aRestatedOrderKeepsItsPlaceEvenIfItWasUsedUp() {
        TestMarket market = open();
        market.enter(1, sell(100, 3400))
                .enter(2, sell(100, 3400))
                .enter(3, buy(100, 3410).leaves());
        market.engine.restate(1, 30, 0);

        market.enter(4, buy(50, 3410));

        assertThat(market.matches)
                .containsExactly(Match.of(3, 1, 100, 6810), Match.of(4, 1, 30, 6810), Match.of(4, 2, 20, 6810));
    }

    @Test
    void aPassiveOrderRestsWithoutTaking() {
        TestMarket market = open();
        market.enter(1, sell(100, 3400)).enter(2, buy(100, 3410).passive());
        assertThat(market.matches).isEmpty();

        market.enter(3, sell(40, 3400));

        assertThat(market.matches).containsExactly(Match.of(3, 2, 40, 6810));
    }

    @Test
    void aRemovedOrderIsGone() {
        TestMarket market = open();
        market.enter(1, sell(100, 3400));
        market.engine.remove(1);

        market.enter(2, buy(100, 3410).leaves());

        assertThat(market.matches).isEmpty();
        assertThat(market.engine.resting()).isZero();
    }

    @Test
    void aQuoteTakesTheOldestFirst() {
        TestMarket market = new TestMarket(kind, Pairing.EVERY_PAIR);
        market.enter(1, buy(50, 3410))
                .enter(2, sell(30, 3400))
                .enter(3, buy(50, 3410))
                .enter(4, sell(60, 3400));

        market.quote(3400, 3410);

        // Order 1 meets 2 and 4; 30 + 20 = 50. Then order 3 meets the 40 left of 4.
        assertThat(market.matches)
                .containsExactly(Match.of(1, 2, 30, 6810), Match.of(1, 4, 20, 6810), Match.of(3, 4, 40, 6810));
    }

    @Test
    void anUnchangedQuoteMatchesNothing() {
        TestMarket market = open();
        market.enter(1, sell(100, 3400));
        market.engine.place(2, buy(100, 3410));

        market.quote(3400, 3410);
        assertThat(market.matches).isEmpty();

        market.quote(3390, 3410);
        assertThat(market.matches).containsExactly(Match.of(1, 2, 100, 6800));
    }

    @Test
    void aSuspendedSessionMatchesOnReopening() {
        TestMarket market = open();
        market.engine.session(MatchingSession.SUSPENDED);
        market.enter(1, sell(100, 3400)).enter(2, buy(100, 3410));
        assertThat(market.matches).isEmpty();

        market.engine.session(MatchingSession.OPEN);

        assertThat(market.matches).containsExactly(Match.of(1, 2, 100, 6810));
    }

    @Test
    void aClosedSessionEmptiesTheBook() {
        TestMarket market = open();
        market.enter(1, sell(100, 3400));
        market.engine.session(MatchingSession.CLOSED);
        market.enter(2, buy(100, 3410).leaves());
        market.engine.session(MatchingSession.OPEN);
        market.enter(3, buy(100, 3410).leaves());

        assertThat(market.matches).isEmpty();
        assertThat(market.engine.resting()).isZero();
    }

    private TestMarket open() {
        return new TestMarket(kind, Pairing.EVERY_PAIR).quote(3400, 3410);
    }
}
