package io.midwater.simulation.matching;

import static io.midwater.simulation.matching.TestMarket.buy;
import static io.midwater.simulation.matching.TestMarket.sell;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a study order may meet. The midpoint of 3400 and 3410 is 6810 in half units. */
@ParameterizedClass
@EnumSource
class StudyTest {
    @Parameter
    EngineKind kind;

    @Test
    void realOrdersDoNotMeetEachOther() {
        TestMarket market = open(Pairing.STUDY_WITH_CONTRA);

        market.enter(1, sell(100, 3400)).enter(2, buy(100, 3410)).quote(3390, 3410);

        assertThat(market.matches).isEmpty();
    }

    @Test
    void aContraComingInMeetsTheOldestStudyOrder() {
        TestMarket market = open(Pairing.STUDY_WITH_CONTRA);
        market.enter(1, buy(100, 3410).study()).enter(2, buy(100, 3410).study());

        market.enter(3, sell(130, 3400));

        assertThat(market.matches).containsExactly(Match.of(3, 1, 100, 6810), Match.of(3, 2, 30, 6810));
    }

    @Test
    void aStudyOrderComesInOnlyWhereItsRealLimitDidNotReach() {
        TestMarket market = open(Pairing.STUDY_WITH_CONTRA);
        market.enter(1, sell(100, 3400));

        // A real limit of 6810 reached the midpoint: that contra has been met in reality.
        market.enter(2, buy(40, 3410).study(6810));
        assertThat(market.matches).isEmpty();

        // A real limit of 6800 did not; the study limit of 3400 with half a tick, 6810, does.
        market.enter(3, buy(40, 3400, MidTick.MID_TICK).study(6800));
        assertThat(market.matches).containsExactly(Match.of(3, 1, 40, 6810));
    }

    @Test
    void aRealMarketOrderHasMetEveryContra() {
        TestMarket market = open(Pairing.STUDY_WITH_CONTRA);
        market.enter(1, sell(100, 3400)).enter(2, buy(40, 3410).studyMarket());
        assertThat(market.matches).isEmpty();
    }

    @Test
    void aQuoteMakesAStudyOrderMeetContrasOnceMore() {
        TestMarket market = open(Pairing.STUDY_WITH_CONTRA);
        market.enter(1, sell(100, 3400)).enter(2, buy(40, 3410).study(6820));
        assertThat(market.matches).isEmpty();

        // (3400 + 3420) / 2 = 3410, within both limits.
        market.quote(3400, 3420);

        assertThat(market.matches).containsExactly(Match.of(1, 2, 40, 6820));
    }

    @Test
    void studyOrdersMeetEachOtherOnlyIfAskedTo() {
        TestMarket apart = open(Pairing.STUDY_WITH_CONTRA);
        apart.enter(1, sell(100, 3400).study()).enter(2, buy(40, 3410).study()).quote(3390, 3410);
        assertThat(apart.matches).isEmpty();

        TestMarket together = open(Pairing.STUDY_WITH_ANY);
        // The real limit keeps contras away, not other study orders.
        together.enter(1, sell(100, 3400).study()).enter(2, buy(40, 3410).study(6820));
        assertThat(together.matches).containsExactly(Match.of(2, 1, 40, 6810));
    }

    @Test
    void aContraGivesNoMoreThanIsStated() {
        TestMarket market = open(Pairing.STUDY_WITH_CONTRA);
        market.enter(1, sell(100, 3400));
        market.enter(2, buy(60, 3410).study());
        // 60 of 100 are used; the real order shrinks to 70, so 10 are left.
        market.engine.quantity(1, 70, 70);

        market.enter(3, buy(60, 3410).study());

        assertThat(market.matches).containsExactly(Match.of(2, 1, 60, 6810), Match.of(3, 1, 10, 6810));
        market.engine.quantity(1, 50, 50);
        assertThat(market.engine.available(1)).isZero();
    }

    @Test
    void aContraThatDoesNotRestIsGoneAfterItCameIn() {
        TestMarket market = open(Pairing.STUDY_WITH_CONTRA);
        market.enter(1, sell(100, 3400).leaves());

        market.enter(2, buy(60, 3410).study());

        assertThat(market.matches).isEmpty();
    }

    private TestMarket open(Pairing pairing) {
        return new TestMarket(kind, pairing).quote(3400, 3410);
    }
}
