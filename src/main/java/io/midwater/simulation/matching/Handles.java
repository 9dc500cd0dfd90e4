package io.midwater.simulation.matching;

import java.util.Arrays;

/** By handle: where an order rests, and how much had been matched of it when it left. */
final class Handles {
    /** The order's place + 1, 0 if it does not rest. */
    private int[] places;

    private long[] matched;

    Handles(int capacity) {
        places = new int[capacity];
        matched = new long[capacity];
    }

    /** The place of a resting order, or {@link PriorityIndex#NONE}. */
    int place(int handle) {
        return handle < size() ? places[handle] - 1 : PriorityIndex.NONE;
    }

    /** Makes room for a handle that does not rest. */
    void requireFree(int handle) {
        if (place(handle) != PriorityIndex.NONE) {
            throw new IllegalStateException("order " + handle + " rests already");
        }
        if (handle >= size()) {
            int capacity = Math.max(handle + 1, 2 * size());
            places = Arrays.copyOf(places, capacity);
            matched = Arrays.copyOf(matched, capacity);
        }
    }

    void rest(int handle, int place) {
        places[handle] = place + 1;
    }

    /** An order leaves, or did not rest at all. */
    void leave(int handle, long matchedShares) {
        places[handle] = 0;
        matched[handle] = matchedShares;
    }

    /** One more than the largest handle there is room for. */
    int size() {
        return places.length;
    }

    /** Shares matched of an order that does not rest. */
    long matched(int handle) {
        return handle < size() ? matched[handle] : 0;
    }
}
