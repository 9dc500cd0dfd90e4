package io.midwater.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.midwater.simulation.matching.BookMatchingEngine;
import io.midwater.simulation.matching.MatchingRules;
import io.midwater.simulation.matching.Pairing;
import io.midwater.simulation.matching.TickTable;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatchingAllocationTest {
    @ParameterizedTest
    @EnumSource
    void theEngineAllocatesNothingPerEvent(Pairing pairing) {
        MatchingStream stream = new MatchingStream(pairing, 100_000, 5_000, 7);
        long[] matches = new long[1];
        BookMatchingEngine engine = new BookMatchingEngine(
                new MatchingRules(pairing, TickTable.ASX_EQUITIES),
                (number, incoming, resting, quantity, price2, source) -> matches[0]++);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        stream.apply(engine);
        stream.apply(engine);

        long before = threads.getThreadAllocatedBytes(thread);
        stream.apply(engine);
        long allocated = threads.getThreadAllocatedBytes(thread) - before;

        assertThat(matches[0]).isGreaterThan(30_000);
        // One byte in a hundred events: the measurement itself, but not one object an event.
        assertThat(allocated).isLessThan(1_000);
    }
}
