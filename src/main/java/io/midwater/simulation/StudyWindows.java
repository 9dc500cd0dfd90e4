package io.midwater.simulation;

import java.util.Comparator;
import java.util.stream.IntStream;

/** When study orders come into the simulated book, where latency delays them, and when they are studied no longer. */
final class StudyWindows {
    private final ReplayOrders orders;
    private final int[] byEnd;
    private final int[] waiting;
    private final long[] waitingUntil;
    private int nextEnd;
    private int firstWaiting;
    private int waitingCount;

    StudyWindows(ReplayOrders orders) {
        this.orders = orders;
        this.byEnd = IntStream.range(0, orders.orders())
                .filter(orders::isStudy)
                .boxed()
                .sorted(Comparator.comparingLong(orders::windowEndNs))
                .mapToInt(Integer::intValue)
                .toArray();
        this.waiting = new int[byEnd.length];
        this.waitingUntil = new long[byEnd.length];
    }

    /** Lets an order wait; later ones come in later. */
    void await(int order, long untilNs) {
        waiting[waitingCount] = order;
        waitingUntil[waitingCount++] = untilNs;
    }

    /** Time of the next entry or end; the window's last instant is still inside it. */
    long next() {
        return Math.min(nextEntry(), nextEnd());
    }

    private long nextEntry() {
        return firstWaiting < waitingCount ? waitingUntil[firstWaiting] : Timeline.NEVER;
    }

    private long nextEnd() {
        if (nextEnd == byEnd.length) {
            return Timeline.NEVER;
        }
        long end = orders.windowEndNs(byEnd[nextEnd]);
        return end == Timeline.NEVER ? end : end + 1;
    }

    /** True where an end is next, false where an entry is. */
    boolean endsNext() {
        return nextEnd() <= nextEntry();
    }

    int takeEnd() {
        return byEnd[nextEnd++];
    }

    int takeEntry() {
        return waiting[firstWaiting++];
    }
}
