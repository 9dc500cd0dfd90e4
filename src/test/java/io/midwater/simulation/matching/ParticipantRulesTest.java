package io.midwater.simulation.matching;

import static io.midwater.simulation.matching.TestMarket.buy;
import static io.midwater.simulation.matching.TestMarket.sell;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Crossing keys and preferencing. The midpoint of 3400 and 3410 is 6810 in half units. */
@ParameterizedClass
@EnumSource
class ParticipantRulesTest {
    @Parameter
    EngineKind kind;

    @Test
    void equalCrossingKeysAreBooked() {
        TestMarket market = open();
        market.enter(1, sell(100, 3400).participant(67, 5));

        market.enter(2, buy(100, 3410).participant(67, 5));

        assertThat(market.matches).containsExactly(new Match(2, 1, 100, 6810, DealSource.BOOKING));
    }

    @Test
    void theSameParticipantWithoutEqualKeysTradesAsOthersDo() {
        TestMarket market = open();
        market.enter(1, sell(100, 3400).participant(67, 5));
        market.enter(2, sell(100, 3400).participant(67, 0));

        market.enter(3, buy(100, 3410).participant(67, 6));
        market.enter(4, buy(100, 3410).participant(67, 0));

        assertThat(market.matches).containsExactly(Match.of(3, 1, 100, 6810), Match.of(4, 2, 100, 6810));
    }

    @Test
    void equalKeysOfDifferentOrUnknownParticipantsAreNotBooked() {
        TestMarket market = open();
        market.enter(1, sell(100, 3400).participant(67, 5));
        market.enter(2, sell(100, 3400).participant(0, 5));

        market.enter(3, buy(100, 3410).participant(51, 5));
        market.enter(4, buy(100, 3410).participant(0, 5));

        assertThat(market.matches).containsExactly(Match.of(3, 1, 100, 6810), Match.of(4, 2, 100, 6810));
    }

    @Test
    void preferencingMeetsOwnOrdersFirst() {
        TestMarket market = open();
        market.enter(1, sell(100, 3400).participant(51, 0));
        market.enter(2, sell(100, 3400).participant(67, 0));
        market.enter(3, sell(100, 3400).participant(67, 5));

        market.enter(4, buy(250, 3410).participant(67, 5).preference(Preference.FIRST));

        // Own orders in time order, the one with the same key booked, then the others.
        assertThat(market.matches)
                .containsExactly(
                        new Match(4, 2, 100, 6810, DealSource.PREFERENCE),
                        new Match(4, 3, 100, 6810, DealSource.BOOKING),
                        Match.of(4, 1, 50, 6810));
    }

    @Test
    void preferencingWorksInsideEachPriceStep() {
        // Inside 3390 and 3420: the seller's steps are 3410, the midpoint 6810, 3400.
        TestMarket market = new TestMarket(kind, Pairing.EVERY_PAIR).quote(3390, 3420);
        market.enter(1, buy(100, 3410, MidTick.DARK_LIMIT).participant(51, 0));
        market.enter(2, buy(100, 3410, MidTick.DARK_LIMIT).participant(67, 0));
        market.enter(3, buy(100, 3400, MidTick.DARK_LIMIT).participant(51, 0));
        market.enter(4, buy(100, 3400, MidTick.DARK_LIMIT).participant(67, 0));

        market.enter(5, sell(400, 3400, MidTick.DARK_LIMIT).participant(67, 0).preference(Preference.FIRST));

        assertThat(market.matches)
                .containsExactly(
                        new Match(5, 2, 100, 6820, DealSource.PREFERENCE),
                        Match.of(5, 1, 100, 6820),
                        new Match(5, 4, 100, 6800, DealSource.PREFERENCE),
                        Match.of(5, 3, 100, 6800));
    }

    @Test
    void preferencedOrdersAreFoundWhereverTheyCameIn() {
        TestMarket market = open();
        market.enter(
                1, buy(1, 3410).participant(67, 0).preference(Preference.FIRST).leaves());
        market.enter(2, sell(100, 3400).participant(51, 0));
        market.enter(3, sell(100, 3400).participant(67, 0));
        market.enter(4, buy(60, 3410).participant(67, 0).preference(Preference.FIRST));
        market.enter(5, buy(60, 3410).participant(67, 0).preference(Preference.FIRST));

        assertThat(market.matches)
                .containsExactly(
                        new Match(4, 3, 60, 6810, DealSource.PREFERENCE),
                        new Match(5, 3, 40, 6810, DealSource.PREFERENCE),
                        Match.of(5, 2, 20, 6810));
    }

    @Test
    void preferenceOnlyMeetsNoOneElse() {
        TestMarket market = open();
        market.enter(1, sell(100, 3400).participant(51, 0));
        market.enter(2, sell(100, 3400).participant(67, 0));

        market.enter(3, buy(150, 3410).participant(67, 0).preference(Preference.ONLY));
        market.enter(4, sell(30, 3400).participant(51, 0));

        assertThat(market.matches).containsExactly(new Match(3, 2, 100, 6810, DealSource.PREFERENCE_ONLY));
        assertThat(market.engine.available(3)).isEqualTo(50);
    }

    @Test
    void aQuoteDoesNotPreference() {
        TestMarket market = new TestMarket(kind, Pairing.EVERY_PAIR);
        market.enter(1, sell(100, 3400).participant(51, 0));
        market.enter(2, sell(100, 3400).participant(67, 0));
        market.enter(3, buy(100, 3410).participant(67, 0).preference(Preference.FIRST));

        market.quote(3400, 3410);

        assertThat(market.matches).containsExactly(Match.of(1, 3, 100, 6810));
    }

    private TestMarket open() {
        return new TestMarket(kind, Pairing.EVERY_PAIR).quote(3400, 3410);
    }
}
