package io.midwater.simulation.matching;

import static io.midwater.simulation.matching.TestMarket.buy;
import static io.midwater.simulation.matching.TestMarket.sell;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Minimum quantities. The midpoint of 3400 and 3410 is 6810 in half units, accepted by every order here. */
@ParameterizedClass
@EnumSource
class MinimumQuantityTest {
    @Parameter
    EngineKind kind;

    @Test
    void severalContrasMeetAPlainMinimumTogether() {
        TestMarket market = open();
        market.enter(1, sell(300, 3400)).enter(2, sell(300, 3400));

        market.enter(3, buy(1000, 3410).minimum(500, false));

        // 300 + 300 = 600 of at least 500.
        assertThat(market.matches).containsExactly(Match.of(3, 1, 300, 6810), Match.of(3, 2, 300, 6810));
        // 400 are left, fewer than 500: the minimum has lapsed.
        market.enter(4, sell(10, 3400));
        assertThat(market.matches).contains(Match.of(4, 3, 10, 6810));
    }

    @Test
    void nothingTradesBelowAPlainMinimum() {
        TestMarket market = open();
        market.enter(1, sell(300, 3400)).enter(2, sell(199, 3400));

        market.enter(3, buy(1000, 3410).minimum(500, false));

        // 300 + 199 = 499.
        assertThat(market.matches).isEmpty();
        assertThat(market.engine.available(1)).isEqualTo(300);
    }

    @Test
    void aPlainMinimumCountsOverAllPrices() {
        // Inside 3390 and 3420 the seller meets the buy at 3410, then the midpoint 6810, then the buy at 3400.
        TestMarket market = new TestMarket(kind, Pairing.EVERY_PAIR).quote(3390, 3420);
        market.enter(1, buy(200, 3410, MidTick.DARK_LIMIT));
        market.enter(2, buy(200, 3400, MidTick.DARK_LIMIT));
        market.enter(3, buy(100, 3400, MidTick.MID_TICK));

        market.enter(4, sell(1000, 3400, MidTick.DARK_LIMIT).minimum(500, false));

        // 3400 with half a tick is 6810. 200 + 100 + 200 = 500.
        assertThat(market.matches)
                .containsExactly(Match.of(4, 1, 200, 6820), Match.of(4, 3, 100, 6810), Match.of(4, 2, 200, 6800));
    }

    @Test
    void oneContraMeetsASingleFillMinimum() {
        TestMarket market = open();
        market.enter(1, sell(300, 3400)).enter(2, sell(600, 3400)).enter(3, sell(200, 3400));

        market.enter(4, buy(1000, 3410).minimum(500, true));

        // 300 is too little; 600 is enough and leaves 400, below the minimum, so 200 will do then.
        assertThat(market.matches).containsExactly(Match.of(4, 2, 600, 6810), Match.of(4, 3, 200, 6810));
        assertThat(market.engine.minimumSkips()).isPositive();
    }

    @Test
    void aRestingMinimumSkipsSmallOrders() {
        TestMarket market = open();
        market.enter(1, sell(1000, 3400).minimum(500, false)).enter(2, sell(100, 3400));

        market.enter(3, buy(499, 3410));

        assertThat(market.matches).containsExactly(Match.of(3, 2, 100, 6810));
        assertThat(market.engine.minimumSkips()).isEqualTo(1);
    }

    @Test
    void aMinimumAboveTheQuantityIsNoMinimum() {
        TestMarket market = open();
        market.enter(1, sell(100, 3400).minimum(500, true));

        market.enter(2, buy(10, 3410));

        assertThat(market.matches).containsExactly(Match.of(2, 1, 10, 6810));
    }

    @Test
    void aReductionBelowTheMinimumResetsIt() {
        TestMarket market = open();
        market.enter(1, sell(600, 3400).minimum(500, false));
        market.engine.quantity(1, 499, 499);
        market.engine.quantity(1, 600, 600);

        market.enter(2, buy(10, 3410));

        assertThat(market.matches).containsExactly(Match.of(2, 1, 10, 6810));
    }

    @Test
    void aContrasMinimumDoesNotLapseWithWhatIsLeftToGive() {
        TestMarket market = new TestMarket(kind, Pairing.STUDY_WITH_CONTRA).quote(3400, 3410);
        // It can give 400 more, but 1,000 are really open: the minimum of 500 holds and cannot be met.
        market.enter(1, sell(400, 3400).quantity(400, 1000).minimum(500, false));
        market.enter(2, buy(1000, 3410).study());
        assertThat(market.matches).isEmpty();

        market.engine.minimum(1, 400);
        market.enter(3, buy(1000, 3410).study());

        assertThat(market.matches).containsExactly(Match.of(3, 1, 400, 6810));
    }

    @Test
    void aMinimumChangedInPlaceCountsAgain() {
        TestMarket market = open();
        market.enter(1, sell(600, 3400)).enter(2, sell(600, 3400));
        market.engine.minimum(1, 300);

        market.enter(3, buy(200, 3410));

        assertThat(market.matches).containsExactly(Match.of(3, 2, 200, 6810));
    }

    private TestMarket open() {
        return new TestMarket(kind, Pairing.EVERY_PAIR).quote(3400, 3410);
    }
}
