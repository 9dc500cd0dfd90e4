package io.midwater.simulation.matching;

import static io.midwater.simulation.matching.TestMarket.buy;
import static io.midwater.simulation.matching.TestMarket.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** At which price, and whether at all. Tick 10 above 2000; a quote of 3400 and 3410 has its midpoint at 6810 in half units. */
@ParameterizedClass
@EnumSource
class PriceRulesTest {
    @Parameter
    EngineKind kind;

    @Test
    void midTickMovesTheLimitNotThePrice() {
        TestMarket market = open().quote(3400, 3410);
        // Limits of 6800 and 6820 in half units miss 6810 from both sides; half a tick of 10 moves each to 6810.
        market.enter(1, sell(100, 3410, MidTick.MID_TICK));
        market.enter(2, buy(60, 3400));
        assertThat(market.matches).isEmpty();

        market.enter(3, buy(60, 3400, MidTick.MID_TICK));

        assertThat(market.matches).containsExactly(Match.of(3, 1, 60, 6810));
    }

    @Test
    void halfATickAtATickBoundaryIsThatOfTheSideTheLimitMovesTo() {
        // At 2000 a buy moves up by half of 10 to 4010, a sell down by half of 5 to 3995.
        TestMarket market = open();
        market.enter(1, buy(10, 2000, MidTick.MID_TICK));
        market.enter(2, sell(10, 2000, MidTick.MID_TICK));
        assertThat(market.matches).isEmpty();

        market.quote(1990, 2000); // 3990: below the sell's 3995.
        assertThat(market.matches).isEmpty();
        market.quote(1995, 2000); // 3995: the sell's limit exactly.
        assertThat(market.matches).containsExactly(Match.of(1, 2, 10, 3995));
    }

    @Test
    void marketOrdersTakeAnyMidpoint() {
        TestMarket market = open().quote(3400, 3410);
        market.enter(1, new OrderTerms().start(Side.SELL, 50).market(MidTick.NO));

        market.enter(2, buy(80, 3410));

        assertThat(market.matches).containsExactly(Match.of(2, 1, 50, 6810));
    }

    @Test
    void lockedQuoteMatchesCrossedDoesNot() {
        TestMarket market = open().quote(3410, 3400);
        market.enter(1, sell(50, 3390));
        market.enter(2, buy(50, 3420));
        assertThat(market.matches).isEmpty();

        market.quote(3400, 3400);

        assertThat(market.matches).containsExactly(Match.of(1, 2, 50, 6800));
    }

    @Test
    void nothingMatchesWithoutAQuote() {
        TestMarket market = open().quote(3400, 3410);
        market.engine.noQuote();
        market.enter(1, sell(50, 3390));
        market.enter(2, buy(50, 3420));
        assertThat(market.matches).isEmpty();

        // The same quote as before, but it follows none.
        market.quote(3400, 3410);

        assertThat(market.matches).containsExactly(Match.of(1, 2, 50, 6810));
    }

    @Test
    void anOrderMeetsTheQuoteBeforeIt() {
        TestMarket market = open().quote(3400, 3410);
        market.enter(1, sell(50, 3390));

        // The row that brings order 2 also brings a new quote: the order comes first.
        market.enter(2, buy(20, 3420)).quote(3390, 3400);

        assertThat(market.matches).containsExactly(Match.of(2, 1, 20, 6810));
    }

    @Test
    void darkLimitsMeetInsideTheQuoteOnly() {
        // Inside 3400 and 3410 there is no price on tick: the dark limits that miss the midpoint stay.
        TestMarket market = open().quote(3400, 3410);
        market.enter(1, buy(50, 3400, MidTick.DARK_LIMIT));
        market.enter(2, sell(50, 3400, MidTick.DARK_LIMIT));
        assertThat(market.matches).isEmpty();
    }

    @Test
    void aPlainOrderDoesNotTradeAtDarkPrices() {
        // Midpoint of 3390 and 3420 is 6810; the buy at 3400 (6800) is below it, and only one side is a dark limit.
        TestMarket market = open().quote(3390, 3420);
        market.enter(1, buy(50, 3400, MidTick.DARK_LIMIT));
        market.enter(2, sell(50, 3400));
        market.enter(3, sell(30, 3400, MidTick.DARK_LIMIT).sweep());
        assertThat(market.matches).isEmpty();

        market.enter(4, sell(20, 3400, MidTick.DARK_LIMIT));

        assertThat(market.matches).containsExactly(Match.of(4, 1, 20, 6800));
    }

    @Test
    void darkLimitsCrossedByAQuoteTradeAtTheOlderOnesPrice() {
        TestMarket market = open();
        market.enter(1, buy(50, 3400, MidTick.DARK_LIMIT));
        market.enter(2, sell(50, 3390, MidTick.DARK_LIMIT));
        assertThat(market.matches).isEmpty();

        // Midpoint 6830 is above the buy's 6800; 3400 is strictly inside 3390 and 3440.
        market.quote(3390, 3440);

        assertThat(market.matches).containsExactly(Match.of(1, 2, 50, 6800));
    }

    @Test
    void blocksBelowTheTierDoNotTradeOutsideTheQuote() {
        // 100 × 3390 = 339,000 reaches a tier of 339,000, 99 shares do not.
        MatchingRules rules = new MatchingRules(Pairing.EVERY_PAIR, TickTable.ASX_EQUITIES, 339_000);
        TestMarket market = new TestMarket(kind, rules).quote(3400, 3410);
        market.enter(1, buy(200, 3390, MidTick.ANY_PRICE_BLOCK));
        market.enter(2, sell(99, 3380, MidTick.ANY_PRICE_BLOCK).leaves());
        assertThat(market.matches).isEmpty();

        market.enter(3, sell(100, 3380, MidTick.NO).sweep());

        assertThat(market.matches).containsExactly(new Match(3, 1, 100, 6780, DealSource.BLOCK));
    }

    private TestMarket open() {
        return new TestMarket(kind, Pairing.EVERY_PAIR);
    }
}
