package io.midwater.simulation.matching;

import java.util.Arrays;

/** By handle: where an order rests and how much has been matched of it. */
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
        return handle < places.length ? places[handle] - 1 : PriorityIndex.NONE;
    }

    /** Makes room for a handle that does not rest. */
    void requireFree(int handle) {
        if (place(handle) != PriorityIndex.NONE) {
            throw new IllegalStateException("order " + handle + " rests already");
        }
        if (handle >= places.length) {
            int capacity = Math.max(handle + 1, 2 * places.length);
            places = Arrays.copyOf(places, capacity);
            matched = Arrays.copyOf(matched, capacity);
        }
    }

    void rest(int handle, int place) {
        places[handle] = place + 1;
    }

    void leave(int handle) {
        places[handle] = 0;
    }

    /** One more than the largest handle there is room for. */
    int size() {
        return places.length;
    }

    long matched(int handle) {
        return handle < matched.length ? matched[handle] : 0;
    }

    void match(int handle, long quantity) {
        matched[handle] += quantity;
    }

    void forgetMatches(int handle) {
        matched[handle] = 0;
    }
}
