package io.midwater.simulation.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PriorityIndexTest {
    private static final MatchingRules RULES = new MatchingRules(Pairing.EVERY_PAIR, TickTable.ASX_EQUITIES);

    private record Entry(int order, long priority, long key) {}

    @Property(tries = 300)
    void findsWhatAScanFinds(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PriorityIndex index = new PriorityIndex(new Orders(400, RULES).inMid, 2);
        List<Entry> expected = new ArrayList<>();
        for (int order = 0; order < 400; order++) {
            if (expected.isEmpty() || random.nextInt(3) > 0) {
                // Now and then one that is older than others.
                long priority = random.nextInt(10) == 0 ? 10L * random.nextInt(order + 1) + 1 : 10L * order;
                Entry entry = new Entry(order, priority, random.nextInt(20));
                if (expected.stream().noneMatch(other -> other.priority() == priority)) {
                    expected.add(entry);
                    expected.sort(Comparator.comparingLong(Entry::priority));
                    index.add(entry.order(), entry.priority(), entry.key());
                }
            } else {
                int at = random.nextInt(expected.size());
                Entry entry = expected.get(at);
                if (random.nextInt(2) == 0) {
                    expected.remove(at);
                    index.remove(entry.order());
                } else {
                    Entry changed = new Entry(entry.order(), entry.priority(), random.nextInt(20));
                    expected.set(at, changed);
                    index.update(changed.order(), changed.key());
                }
            }
            assertThat(index.live()).isEqualTo(expected.size());
            assertThat(index.max())
                    .isEqualTo(expected.stream().mapToLong(Entry::key).max().orElse(PriorityIndex.ABSENT));
            long threshold = random.nextInt(25);
            long after = random.nextInt(4000) - 1L;
            int found = index.first(index.firstAfter(after), threshold);
            int scanned = expected.stream()
                    .filter(entry -> entry.priority() > after && entry.key() >= threshold)
                    .mapToInt(Entry::order)
                    .findFirst()
                    .orElse(PriorityIndex.NONE);
            assertThat(found == PriorityIndex.NONE ? PriorityIndex.NONE : index.order(found))
                    .isEqualTo(scanned);
        }
    }
}
