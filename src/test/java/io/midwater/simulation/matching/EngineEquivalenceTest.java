package io.midwater.simulation.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** The fast engine trades exactly what the reference engine trades. */
class EngineEquivalenceTest {
    @Property(tries = 4000)
    void sameMatchesOnShortStreams(
            @ForAll @Size(max = 40) List<Long> seeds, @ForAll Pairing pairing, @ForAll boolean blocks) {
        compare(seeds, pairing, blocks);
    }

    @Property(tries = 200)
    void sameMatchesOnLongStreams(
            @ForAll @Size(min = 300, max = 600) List<Long> seeds, @ForAll Pairing pairing, @ForAll boolean blocks) {
        compare(seeds, pairing, blocks);
    }

    private static void compare(List<Long> seeds, Pairing pairing, boolean blocks) {
        // A tier of 4,000 price units × shares is met by two or three shares at about 2000.
        MatchingRules rules = new MatchingRules(pairing, TickTable.ASX_EQUITIES, blocks ? 4000 : 0);
        TestMarket reference = new TestMarket(EngineKind.REFERENCE, rules);
        TestMarket book = new TestMarket(EngineKind.BOOK, rules);
        RandomStream first = new RandomStream(reference.engine, false);
        RandomStream second = new RandomStream(book.engine, false);
        for (int event = 0; event < seeds.size(); event++) {
            first.apply(seeds.get(event));
            second.apply(seeds.get(event));
            assertThat(book.matches).as("after event %d", event).isEqualTo(reference.matches);
            assertThat(book.engine.resting()).isEqualTo(reference.engine.resting());
        }
        for (int handle = 0; handle < seeds.size(); handle++) {
            assertThat(book.engine.matched(handle)).isEqualTo(reference.engine.matched(handle));
            assertThat(book.engine.available(handle)).isEqualTo(reference.engine.available(handle));
        }
    }
}
