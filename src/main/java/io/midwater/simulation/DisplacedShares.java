package io.midwater.simulation;

import java.util.Arrays;

/**
 * Shares matched of real orders that were no longer there to give: each time a real order's open quantity falls further below
 * what the simulation has taken of it, the difference went to someone else in reality, or was withdrawn. The study orders that
 * got such shares last lose them first.
 */
final class DisplacedShares {
    private static final int FEW = 64;

    /** By real order: how far its open quantity is below what was matched of it, and the sum of all increases of that. */
    private final long[] excess;

    private final long[] displaced;

    /** One a match of a real with a study order, in the order of matching. */
    private int[] contras = new int[FEW];

    private int[] studies = new int[FEW];
    private long[] quantities = new long[FEW];
    private int matches;

    DisplacedShares(int orders) {
        excess = new long[orders];
        displaced = new long[orders];
    }

    void match(int contra, int study, long quantity) {
        if (matches == contras.length) {
            contras = Arrays.copyOf(contras, 2 * matches);
            studies = Arrays.copyOf(studies, 2 * matches);
            quantities = Arrays.copyOf(quantities, 2 * matches);
        }
        contras[matches] = contra;
        studies[matches] = study;
        quantities[matches++] = quantity;
    }

    /** What a real order has open after a row, and what has been matched of it by then. */
    void leaves(int contra, long leaves, long used) {
        long now = Math.max(0, used - leaves);
        displaced[contra] += Math.max(0, now - excess[contra]);
        excess[contra] = now;
    }

    /** Displaced shares by study order, no more than it got. To be asked once, at the end. */
    long[] byStudyOrder() {
        long[] byStudy = new long[displaced.length];
        for (int match = matches - 1; match >= 0; match--) {
            long shares = Math.min(quantities[match], displaced[contras[match]]);
            displaced[contras[match]] -= shares;
            byStudy[studies[match]] += shares;
        }
        return byStudy;
    }
}
