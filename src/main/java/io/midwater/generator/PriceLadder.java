package io.midwater.generator;

import java.util.List;

/** Orders of one side queued by price slot, first in first out; a bit set finds the next occupied slot. */
final class PriceLadder {
    private final int slots;
    private final LiveOrder[] first;
    private final LiveOrder[] last;
    private final long[] volume;
    private final long[] occupied;

    PriceLadder(int slots) {
        this.slots = slots;
        first = new LiveOrder[slots];
        last = new LiveOrder[slots];
        volume = new long[slots];
        occupied = new long[(slots + 63) >> 6];
    }

    int slots() {
        return slots;
    }

    /** Appends at the back of the queue. */
    void add(LiveOrder order, int slot) {
        order.slot = slot;
        order.above = last[slot];
        order.below = null;
        if (last[slot] == null) {
            first[slot] = order;
            occupied[slot >> 6] |= 1L << slot;
        } else {
            last[slot].below = order;
        }
        last[slot] = order;
        volume[slot] += order.leaves;
    }

    /** Takes out an order whose open quantity is still counted in the queue. */
    void remove(LiveOrder order) {
        int slot = order.slot;
        if (order.above == null) {
            first[slot] = order.below;
        } else {
            order.above.below = order.below;
        }
        if (order.below == null) {
            last[slot] = order.above;
        } else {
            order.below.above = order.above;
        }
        order.above = null;
        order.below = null;
        volume[slot] -= order.leaves;
        if (first[slot] == null) {
            occupied[slot >> 6] &= ~(1L << slot);
        }
    }

    /** Records that an order's open quantity changes by so many shares. */
    void change(LiveOrder order, long shares) {
        volume[order.slot] += shares;
    }

    LiveOrder first(int slot) {
        return first[slot];
    }

    long volume(int slot) {
        return volume[slot];
    }

    void collect(List<LiveOrder> orders) {
        for (int slot = up(0); slot >= 0; slot = up(slot + 1)) {
            for (LiveOrder order = first[slot]; order != null; order = order.below) {
                orders.add(order);
            }
        }
    }

    /** The lowest occupied slot from here upwards; −1 when there is none. */
    int up(int slot) {
        if (slot >= slots) {
            return -1;
        }
        int word = slot >> 6;
        long bits = occupied[word] & (-1L << slot);
        while (bits == 0) {
            if (++word == occupied.length) {
                return -1;
            }
            bits = occupied[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    /** The highest occupied slot from here downwards; −1 when there is none. */
    int down(int slot) {
        if (slot < 0) {
            return -1;
        }
        int word = slot >> 6;
        long bits = occupied[word] & (-1L >>> (63 - (slot & 63)));
        while (bits == 0) {
            if (--word < 0) {
                return -1;
            }
            bits = occupied[word];
        }
        return (word << 6) + 63 - Long.numberOfLeadingZeros(bits);
    }
}
