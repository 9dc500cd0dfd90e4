package io.midwater.simulation;

import io.midwater.domain.OrderEvents;
import io.midwater.domain.OrderIndex;
import io.midwater.domain.Slice;
import io.midwater.domain.table.RowGroup;

/** What a real order can give in all from a row of it on, before what the simulation has taken (by availability mode). */
final class ContraLeaves {
    private final OrderEvents events;
    private final ReplayOrders orders;
    private final MatchingOptions.Availability mode;
    /** By row: the smallest leaves from the row's time to the order's end; null unless asked for. */
    private final long[] smallest;

    ContraLeaves(Slice slice, MatchingOptions.Availability mode, ReplayOrders orders, Timeline timeline) {
        this.events = slice.orders();
        this.orders = orders;
        this.mode = mode;
        this.smallest = mode == MatchingOptions.Availability.NONE ? smallest(slice.index(), timeline) : null;
    }

    private long[] smallest(OrderIndex index, Timeline timeline) {
        long[] least = new long[events.count()];
        for (int order = 0; order < orders.orders(); order++) {
            long leaves = RowGroup.NULL;
            for (int n = index.eventCount(order) - 1; n >= 0; n--) {
                int row = index.event(order, n);
                if (timeline.isLast(row)) {
                    long here = events.leavesQuantity(row);
                    leaves = leaves == RowGroup.NULL ? here : Math.min(leaves, here);
                }
                least[row] = leaves;
            }
        }
        return least;
    }

    /** For an order on the book that has this row as its last one at the row's time. */
    long resting(int row) {
        return switch (mode) {
            case NONE -> smallest[row];
            case LATER, ALL -> events.leavesQuantity(row);
        };
    }

    /** For an order that comes in: with {@code ALL} also what it really traded lit at its entry. */
    long comingIn(int order, int row) {
        boolean entry = row == orders.entryRow(order) && !orders.wasThere(order);
        return resting(row) + (entry && mode == MatchingOptions.Availability.ALL ? orders.entryLit(order) : 0);
    }
}
