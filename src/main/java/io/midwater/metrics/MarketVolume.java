package io.midwater.metrics;

import io.midwater.domain.TradeLegs;
import java.util.Arrays;

/**
 * What the whole market traded, each match once by whichever of its legs is there: on the market, neither booked nor
 * reported. Sums over any span of time by two searches.
 */
final class MarketVolume {
    private final long[] times;
    private final long[] quantities;
    private final long[] values;

    /** The arrays have one more sum than times: what was traded before each match, and at all. */
    private MarketVolume(long[] times, long[] quantities, long[] values) {
        this.times = times;
        this.quantities = quantities;
        this.values = values;
    }

    static MarketVolume of(TradeLegs legs) {
        MatchIds seen = new MatchIds(legs.count());
        long[] times = new long[legs.count()];
        long[] quantities = new long[legs.count() + 1];
        long[] values = new long[legs.count() + 1];
        int matches = 0;
        for (int leg = 0; leg < legs.count(); leg++) {
            if (legs.tradeClass(leg).onMarket() && seen.add(legs.matchGroupId(leg))) {
                times[matches] = legs.time(leg);
                quantities[matches + 1] = Math.addExact(quantities[matches], legs.quantity(leg));
                values[matches + 1] =
                        Math.addExact(values[matches], Math.multiplyExact(legs.quantity(leg), legs.price(leg)));
                matches++;
            }
        }
        return new MarketVolume(Arrays.copyOf(times, matches), quantities, values);
    }

    /** Quantity traded from one time to another, both inclusive. */
    long quantity(long fromNs, long toNs) {
        return toNs < fromNs ? 0 : quantities[after(toNs)] - quantities[before(fromNs)];
    }

    /** Σ price × quantity traded from one time to another, both inclusive. */
    long value(long fromNs, long toNs) {
        return toNs < fromNs ? 0 : values[after(toNs)] - values[before(fromNs)];
    }

    private int after(long timeNs) {
        return timeNs == Long.MAX_VALUE ? times.length : before(timeNs + 1);
    }

    /** Number of matches before a time. */
    private int before(long timeNs) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < timeNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A set of 64-bit ids; open addressing, no boxing. */
    private static final class MatchIds {
        private final long[] ids;
        private final int mask;
        private boolean zero;

        MatchIds(int most) {
            int capacity = Integer.highestOneBit(Math.max(8, most)) << 2;
            ids = new long[capacity];
            mask = capacity - 1;
        }

        /** False where it is there already. */
        boolean add(long id) {
            if (id == 0) {
                boolean added = !zero;
                zero = true;
                return added;
            }
            int slot = (int) (id * 0x9E3779B97F4A7C15L >>> 32) & mask;
            while (ids[slot] != 0) {
                if (ids[slot] == id) {
                    return false;
                }
                slot = slot + 1 & mask;
            }
            ids[slot] = id;
            return true;
        }
    }
}
