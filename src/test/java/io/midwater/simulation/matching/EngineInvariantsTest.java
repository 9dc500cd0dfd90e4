package io.midwater.simulation.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EngineInvariantsTest {
    @Property(tries = 1500)
    void everyStreamKeepsTheRules(
            @ForAll long seed, @ForAll EngineKind kind, @ForAll Pairing pairing, @ForAll boolean blocks) {
        MatchingRules rules = new MatchingRules(pairing, TickTable.ASX_EQUITIES, blocks ? 4000 : 0);
        TestMarket market = new TestMarket(kind, rules);
        Invariants checked = new Invariants(market, blocks);
        new RandomStream(checked, false).apply(seeds(seed, 120));
    }

    @Property(tries = 300)
    void anEmptyBookMatchesNothing(@ForAll long seed, @ForAll EngineKind kind) {
        TestMarket market = new TestMarket(kind, Pairing.EVERY_PAIR);
        RandomStream stream = new RandomStream(market.engine, false);
        market.quote(1990, 2000);
        market.enter(0, stream.terms(new SplittableRandom(seed)));
        assertThat(market.matches).isEmpty();
    }

    static List<Long> seeds(long seed, int count) {
        return new SplittableRandom(seed).longs(count).boxed().toList();
    }
}
