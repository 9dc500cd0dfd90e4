package io.midwater.simulation.matching;

import java.util.Arrays;

/**
 * The price steps of dark limits or of blocks, best first: orders are taken off their index as the walk passes them, so that
 * the index's largest key is always the next step, and put back at the end.
 */
final class Ladder {
    private static final int FEW = 64;

    private PriorityIndex study;
    private PriorityIndex contras;
    private int[] taken = new int[FEW];
    private PriorityIndex[] takenFrom = new PriorityIndex[FEW];
    private long[] takenKey = new long[FEW];
    private int size;

    /** Begins a walk; an index may be null. */
    void start(PriorityIndex newStudy, PriorityIndex newContras) {
        study = newStudy;
        contras = newContras;
    }

    /** The largest key left. */
    long top() {
        long ofStudy = study == null ? PriorityIndex.ABSENT : study.max();
        long ofContras = contras == null ? PriorityIndex.ABSENT : contras.max();
        return Math.max(ofStudy, ofContras);
    }

    PriorityIndex study() {
        return study;
    }

    PriorityIndex contras() {
        return contras;
    }

    /** Takes off and returns the oldest order whose key reaches a threshold, or {@link PriorityIndex#NONE}. */
    int take(long threshold) {
        int ofStudy = study == null ? PriorityIndex.NONE : study.first(0, threshold);
        int ofContras = contras == null ? PriorityIndex.NONE : contras.first(0, threshold);
        if (ofStudy == PriorityIndex.NONE && ofContras == PriorityIndex.NONE) {
            return PriorityIndex.NONE;
        }
        boolean fromStudy = ofContras == PriorityIndex.NONE
                || ofStudy != PriorityIndex.NONE && study.priority(ofStudy) < contras.priority(ofContras);
        return take(fromStudy ? study : contras, fromStudy ? ofStudy : ofContras);
    }

    /** Puts everything back under its old key: before matched shares are booked. */
    void putBack() {
        while (size > 0) {
            size--;
            takenFrom[size].update(taken[size], takenKey[size]);
        }
    }

    private int take(PriorityIndex index, int position) {
        if (size == taken.length) {
            taken = Arrays.copyOf(taken, 2 * size);
            takenFrom = Arrays.copyOf(takenFrom, 2 * size);
            takenKey = Arrays.copyOf(takenKey, 2 * size);
        }
        int order = index.order(position);
        taken[size] = order;
        takenFrom[size] = index;
        takenKey[size] = index.key(position);
        size++;
        index.update(order, PriorityIndex.ABSENT);
        return order;
    }
}
