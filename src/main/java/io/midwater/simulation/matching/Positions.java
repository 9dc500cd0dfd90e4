package io.midwater.simulation.matching;

import java.util.Arrays;

/** Where each order stands in the one {@link PriorityIndex} of a kind that holds it; −1 for nowhere. */
final class Positions {
    private int[] at;

    Positions(int capacity) {
        at = new int[capacity];
        Arrays.fill(at, -1);
    }

    int of(int order) {
        return at[order];
    }

    void set(int order, int position) {
        at[order] = position;
    }

    void grow(int capacity) {
        int before = at.length;
        at = Arrays.copyOf(at, capacity);
        Arrays.fill(at, before, capacity, -1);
    }
}
