package io.midwater.simulation.matching;

import io.midwater.domain.Side;

/** Finds the resting orders that a quote may make executable, oldest first, over both sides. */
final class Candidates {
    private static final Side[] SIDES = Side.values();

    private final Orders orders;
    private final Sides sides;
    private final BestPrices quote;
    /** Where each index is searched on from: two a side and kind, by midpoint and by dark price. */
    private final int[] at = new int[4 * SIDES.length];

    private long after;
    private int oldest;

    Candidates(Orders orders, Sides sides, BestPrices quote) {
        this.orders = orders;
        this.sides = sides;
        this.quote = quote;
    }

    /** Begins with the orders younger than a priority. */
    void start(long priority) {
        after = priority;
        int way = 0;
        for (Side side : SIDES) {
            way = start(sides.side(side, true), way);
            way = start(sides.side(side, false), way);
        }
    }

    private int start(BookSide own, int way) {
        at[way] = own.mid.firstAfter(after);
        at[way + 1] = own.dark.firstAfter(after);
        return way + 2;
    }

    /** The next candidate, or {@link PriorityIndex#NONE}. Keys may have fallen since the one before, but none has risen. */
    int next() {
        oldest = PriorityIndex.NONE;
        int way = 0;
        for (Side side : SIDES) {
            way = consider(side, true, way);
            way = consider(side, false, way);
        }
        after = oldest == PriorityIndex.NONE ? after : orders.priority(oldest);
        return oldest;
    }

    private int consider(Side side, boolean study, int way) {
        BookSide own = sides.side(side, study);
        if (own.mid.live() > 0) {
            BookSide studies = sides.studyFacing(side, study);
            BookSide contras = sides.contrasFacing(side, study);
            int sign = side.sign();
            long mid = sign * quote.mid2();
            if (max(studies == null ? null : studies.mid, contras == null ? null : contras.mid) >= -mid) {
                keepOlder(own.mid, mid, way);
            }
            long facing = max(studies == null ? null : studies.dark, contras == null ? null : contras.dark);
            if (facing > -sign * quote.best(side.opposite())) {
                // Strictly inside, and not beyond what the most aggressive dark limit opposite accepts.
                keepOlder(own.dark, Math.max(sign * quote.best(side) + 1, -facing), way + 1);
            }
        }
        return way + 2;
    }

    private static long max(PriorityIndex studies, PriorityIndex contras) {
        long ofStudies = studies == null ? PriorityIndex.ABSENT : studies.max();
        long ofContras = contras == null ? PriorityIndex.ABSENT : contras.max();
        return Math.max(ofStudies, ofContras);
    }

    private void keepOlder(PriorityIndex index, long threshold, int way) {
        int position = index.first(at[way], threshold);
        while (position != PriorityIndex.NONE && index.priority(position) <= after) {
            position = index.first(position + 1, threshold);
        }
        if (position == PriorityIndex.NONE) {
            return;
        }
        at[way] = position;
        if (oldest == PriorityIndex.NONE || index.priority(position) < orders.priority(oldest)) {
            oldest = index.order(position);
        }
    }
}
