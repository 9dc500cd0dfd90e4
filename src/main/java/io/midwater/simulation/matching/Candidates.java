package io.midwater.simulation.matching;

import io.midwater.domain.Side;

/** Finds the resting orders that a quote may make executable, oldest first, over both sides. */
final class Candidates {
    private static final Side[] SIDES = Side.values();

    private final Orders orders;
    private final Sides sides;
    private final BestPrices quote;
    private int oldest;

    Candidates(Orders orders, Sides sides, BestPrices quote) {
        this.orders = orders;
        this.sides = sides;
        this.quote = quote;
    }

    /** The oldest candidate younger than a priority, or {@link PriorityIndex#NONE}. */
    int next(long after) {
        oldest = PriorityIndex.NONE;
        for (Side side : SIDES) {
            consider(side, true, after);
            consider(side, false, after);
        }
        return oldest;
    }

    private void consider(Side side, boolean study, long after) {
        BookSide own = sides.side(side, study);
        if (own.mid.live() == 0) {
            return;
        }
        consider(side, own, sides.studyFacing(side, study), after);
        consider(side, own, sides.contrasFacing(side, study), after);
    }

    private void consider(Side side, BookSide own, BookSide facing, long after) {
        if (facing == null || facing.mid.live() == 0) {
            return;
        }
        int sign = side.sign();
        long mid = sign * quote.mid2();
        if (own.mid.max() >= mid && facing.mid.max() >= -mid) {
            keepOlder(own.mid, mid, after);
        }
        long facingDark = facing.dark.max();
        long facingBest = -sign * quote.best(side.opposite());
        if (own.dark.max() != PriorityIndex.ABSENT && facingDark > facingBest) {
            // Strictly inside, and not beyond what the most aggressive dark limit opposite accepts.
            keepOlder(own.dark, Math.max(sign * quote.best(side) + 1, -facingDark), after);
        }
    }

    private void keepOlder(PriorityIndex index, long threshold, long after) {
        if (index.max() < threshold) {
            return;
        }
        int position = index.first(index.firstAfter(after), threshold);
        if (position != PriorityIndex.NONE
                && (oldest == PriorityIndex.NONE || index.priority(position) < orders.priority(oldest))) {
            oldest = index.order(position);
        }
    }
}
