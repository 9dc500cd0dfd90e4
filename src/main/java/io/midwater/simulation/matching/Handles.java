package io.midwater.simulation.matching;

import java.util.Arrays;

/** By handle: where an order rests and how much has been matched of it. */
final class Handles {
    /** Two a handle: the order's place + 1, 0 if it does not rest; then what has been matched. */
    private long[] cells;

    Handles(int capacity) {
        cells = new long[2 * capacity];
    }

    /** The place of a resting order, or {@link PriorityIndex#NONE}. */
    int place(int handle) {
        return handle < size() ? (int) cells[2 * handle] - 1 : PriorityIndex.NONE;
    }

    /** Makes room for a handle that does not rest. */
    void requireFree(int handle) {
        if (place(handle) != PriorityIndex.NONE) {
            throw new IllegalStateException("order " + handle + " rests already");
        }
        if (handle >= size()) {
            cells = Arrays.copyOf(cells, 2 * Math.max(handle + 1, 2 * size()));
        }
    }

    void rest(int handle, int place) {
        cells[2 * handle] = place + 1L;
    }

    void leave(int handle) {
        cells[2 * handle] = 0;
    }

    /** One more than the largest handle there is room for. */
    int size() {
        return cells.length / 2;
    }

    long matched(int handle) {
        return handle < size() ? cells[2 * handle + 1] : 0;
    }

    void match(int handle, long quantity) {
        cells[2 * handle + 1] += quantity;
    }

    void forgetMatches(int handle) {
        cells[2 * handle + 1] = 0;
    }
}
