package io.midwater.generator;

/**
 * Moments of a known number of arrivals, one after the other: the order statistics of a distribution over the day, drawn
 * in ascending order without being stored.
 */
final class ArrivalClock {
    private static final long HOUR = 3600 * SessionTimes.SECOND;
    private static final long MARGIN = SessionTimes.SECOND;
    private static final double[] SHARES = {0.012, 0.1604, 0.1529, 0.1496, 0.1364, 0.1112, 0.2645, 0.013};

    private final long[] starts = new long[SHARES.length];
    private final long[] ends = new long[SHARES.length];
    private final RandomStream random;
    private long remaining;
    private double hazard;
    private long next;

    ArrivalClock(SessionTimes times, long count, RandomStream random) {
        this.random = random;
        remaining = count;
        starts[0] = times.preOpen + MARGIN;
        ends[0] = times.openingAuction - MARGIN;
        long first = times.preClose - 6 * HOUR;
        for (int hour = 0; hour < 6; hour++) {
            starts[hour + 1] = Math.max(first + hour * HOUR, times.open + MARGIN / 100);
            ends[hour + 1] = first + (hour + 1) * HOUR;
        }
        ends[6] = times.preClose - MARGIN;
        starts[7] = times.preClose + MARGIN;
        ends[7] = times.closingAuction - MARGIN;
        advance();
    }

    /** Long.MAX_VALUE after the last one. */
    long next() {
        return next;
    }

    /** Arrivals still to come, the next one included. */
    long remaining() {
        return next == Long.MAX_VALUE ? 0 : remaining + 1;
    }

    void advance() {
        if (remaining <= 0) {
            next = Long.MAX_VALUE;
            return;
        }
        hazard += random.exponential() / remaining;
        remaining--;
        double share = 1 - StrictMath.exp(-hazard);
        int segment = 0;
        while (segment < SHARES.length - 1 && share >= SHARES[segment]) {
            share -= SHARES[segment];
            segment++;
        }
        double part = Math.min(1, share / SHARES[segment]);
        next = starts[segment] + (long) (part * (ends[segment] - starts[segment]));
    }

    /** Uses one arrival up for an order that comes for another reason. */
    boolean takeOne() {
        if (remaining <= 0) {
            return false;
        }
        remaining--;
        return true;
    }

    /** Changes how many arrivals follow the next one. */
    void change(long count) {
        if (next != Long.MAX_VALUE) {
            remaining = Math.max(0, count - 1);
        }
    }
}
