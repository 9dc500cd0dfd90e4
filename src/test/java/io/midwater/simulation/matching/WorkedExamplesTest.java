package io.midwater.simulation.matching;

import static io.midwater.simulation.matching.TestMarket.buy;
import static io.midwater.simulation.matching.TestMarket.sell;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The exchange's worked examples, to the trade (ASX Trade Introduction and Business Information, section 24.1). */
@ParameterizedClass
@EnumSource
class WorkedExamplesTest {
    @Parameter
    EngineKind kind;

    @Test
    void midpointOnly() {
        TestMarket market = new TestMarket(kind, Pairing.EVERY_PAIR).quote(10000, 10050);

        market.enter(1, sell(1000, 10000));
        market.enter(2, buy(750, 10050));

        // (10000 + 10050) / 2 = 10025: 100.25 for prices of 100.00 and 100.50.
        assertThat(market.matches).containsExactly(Match.of(2, 1, 750, 20050));
        assertThat(market.engine.available(1)).isEqualTo(250);
    }

    @Test
    void darkLimitsAtSeveralPrices() {
        // Cents in tenths: 430 is 4300, one tick is 10, the midpoint 431.5 is 8630 in half units.
        TestMarket market = new TestMarket(kind, Pairing.EVERY_PAIR).quote(4300, 4330);
        market.enter(1, buy(1000, 4320, MidTick.DARK_LIMIT));
        market.enter(2, buy(2000, 4330, MidTick.DARK_LIMIT));
        market.enter(3, buy(3000, 4310, MidTick.MID_TICK));
        market.enter(4, buy(4000, 4310, MidTick.DARK_LIMIT_MID_TICK));
        market.enter(5, buy(5000, 4320, MidTick.DARK_LIMIT_MID_TICK));
        market.enter(6, buy(6000, 4310, MidTick.DARK_LIMIT));

        market.enter(7, sell(25000, 4310, MidTick.DARK_LIMIT));

        assertThat(market.matches)
                .containsExactly(
                        Match.of(7, 1, 1000, 8640),
                        Match.of(7, 2, 2000, 8640),
                        Match.of(7, 5, 5000, 8640),
                        Match.of(7, 3, 3000, 8630),
                        Match.of(7, 4, 4000, 8630),
                        Match.of(7, 6, 6000, 8620));
        // 1,000 + 2,000 + 5,000 + 3,000 + 4,000 + 6,000 = 21,000 of 25,000.
        assertThat(market.engine.matched(7)).isEqualTo(21000);
        assertThat(market.engine.available(7)).isEqualTo(4000);
    }

    @Test
    void anyPriceBlockOutsideTheBestPrices() {
        // Tier A$1m in tenths of a cent: 1,000,000 × 1,000; 235,000 × 4290 = 1,008,150,000 is above it.
        MatchingRules rules = new MatchingRules(Pairing.EVERY_PAIR, TickTable.ASX_EQUITIES, 1_000_000_000L);
        TestMarket market = new TestMarket(kind, rules).quote(4300, 4330);
        market.enter(1, buy(10000, 4320, MidTick.MID_TICK));
        market.enter(2, buy(5000, 4310, MidTick.DARK_LIMIT));
        market.enter(3, buy(300000, 4290, MidTick.ANY_PRICE_BLOCK));

        market.enter(4, sell(250000, 4290, MidTick.ANY_PRICE_BLOCK));

        assertThat(market.matches)
                .containsExactly(
                        Match.of(4, 1, 10000, 8630),
                        Match.of(4, 2, 5000, 8620),
                        new Match(4, 3, 235000, 8580, DealSource.BLOCK));
    }
}
