package io.midwater.simulation;

import io.midwater.domain.ChangeReason;
import io.midwater.domain.OrderEvents;
import io.midwater.domain.OrderIndex;
import io.midwater.domain.Slice;
import io.midwater.domain.table.RowGroup;
import io.midwater.simulation.matching.MidTick;

/** The state of every order as its rows have told it so far, and what a row changes in it. */
final class OrderStates {
    /** What a row does to an order. */
    enum Change {
        /** The order's first row. */
        FIRST,
        /** The order comes in again and goes to the back of the book. */
        REPLACED,
        /** The order comes in again and keeps its place. */
        AMENDED,
        /** Less or the same is open; nothing comes in. */
        NONE
    }

    private final OrderEvents events;
    private final OrderIndex index;
    private final ReplayOrders orders;
    /** By order: events passed. */
    private final int[] passed;
    /** By order; 0 before the first row, then the row + 1. */
    private final int[] row;

    private final long[] ordered;
    /** The minimum quantity in force: what the rows say until less than that was open. */
    private final long[] minimum;

    OrderStates(Slice slice, ReplayOrders orders) {
        this.events = slice.orders();
        this.index = slice.index();
        this.passed = new int[orders.orders()];
        this.orders = orders;
        this.row = new int[orders.orders()];
        this.ordered = new long[orders.orders()];
        this.minimum = new long[orders.orders()];
    }

    /**
     * Moves an order to its next row. Price, mid-tick and a larger quantity cost priority, another minimum quantity does not
     * (ASX Trade Introduction and Business Information, section 24.9); where rows report the position in the order book, it
     * decides (Direct Drop specification, order message).
     */
    Change observe(int order, int next) {
        int previous = row[order] - 1;
        long orderedBefore = ordered[order];
        boolean placed = placed(order, next);
        row[order] = next + 1;
        ordered[order] = events.totalMatchedQuantity(next) + events.leavesQuantity(next);
        if (previous < 0) {
            minimum[order] = minimumOf(order, next);
            return Change.FIRST;
        }
        boolean minimumChanged = minimumOf(order, next) != minimumOf(order, previous);
        if (minimumChanged) {
            minimum[order] = minimumOf(order, next);
        }
        boolean comesBack = !events.onBook(previous) && events.onBook(next);
        boolean changed = events.price(next) != events.price(previous)
                || midTick(order, next) != midTick(order, previous)
                || ordered[order] > orderedBefore
                || comesBack;
        boolean told = events.orderBookPosition(next) != RowGroup.NULL;
        if (ChangeReason.isReplacement(events.changeReason(next)) || (told ? placed : changed)) {
            return Change.REPLACED;
        }
        return changed || minimumChanged ? Change.AMENDED : Change.NONE;
    }

    /** Whether one of the rows up to the next one says that it (re)placed the order; the refresh of an iceberg is lit only. */
    private boolean placed(int order, int next) {
        boolean placed = false;
        while (passed[order] < index.eventCount(order) && index.event(order, passed[order]) <= next) {
            int at = index.event(order, passed[order]++);
            placed |= events.orderBookPosition(at) > 0 && events.changeReason(at) != ChangeReason.ICEBERG_REFRESHED;
        }
        return placed;
    }

    /** A minimum above what is left lapses for good (ASX Trade Introduction and Business Information, section 24.2). */
    void lapse(int order, long left) {
        if (left > 0 && left < minimum[order]) {
            minimum[order] = 0;
        }
    }

    /** The order's last row, −1 before the first. */
    int row(int order) {
        return row[order] - 1;
    }

    /** Matched plus leaves: what has been ordered so far, amendments included. */
    long ordered(int order) {
        return ordered[order];
    }

    long minimum(int order) {
        return minimum[order];
    }

    /** The mid-tick instruction a row states. */
    MidTick midTick(int order, int at) {
        return orders.isCarriedSweep(order) ? MidTick.NO : MidTick.ofCode(events.midTick(at));
    }

    /**
     * Whether an order that is new or changed with this row meets the book: unless it was cancelled at once. A fill-and-kill
     * order does, before the rest is cancelled.
     */
    boolean comesIn(int at) {
        return events.onBook(at) || events.leavesQuantity(at) == 0 || events.immediate(at);
    }

    /** A sweep rests in the dark book only with mid-tick (ASX Trade Introduction and Business Information, 25.2). */
    boolean restsInTheDark(int order, int at) {
        return events.onBook(at)
                && events.leavesQuantity(at) > 0
                && (!orders.isSweep(order) || midTick(order, at).halfTick());
    }

    private long minimumOf(int order, int at) {
        return orders.isCarriedSweep(order) ? 0 : events.minimumQuantity(at);
    }
}
