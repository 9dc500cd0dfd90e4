package io.midwater.domain;

import java.util.Arrays;

/**
 * Which events and trade legs belong to which order of a slice. Orders are numbered by their first event in the total
 * order; the events and legs of an order stay in the total order.
 */
public final class OrderIndex {
    private final int[] eventStarts;
    private final int[] events;
    private final int[] legStarts;
    private final int[] legs;
    private final int[] orphanLegs;

    private OrderIndex(int[] eventStarts, int[] events, int[] legStarts, int[] legs, int[] orphanLegs) {
        this.eventStarts = eventStarts;
        this.events = events;
        this.legStarts = legStarts;
        this.legs = legs;
        this.orphanLegs = orphanLegs;
    }

    public static OrderIndex of(OrderEvents orders, TradeLegs trades) {
        IdTable ids = new IdTable(Math.max(16, orders.count() / 3));
        int[] orderOfEvent = new int[orders.count()];
        for (int row = 0; row < orders.count(); row++) {
            orderOfEvent[row] = ids.add(orders.orderId(row));
        }
        int[] orderOfLeg = new int[trades.count()];
        int orphans = 0;
        for (int row = 0; row < trades.count(); row++) {
            orderOfLeg[row] = ids.find(trades.orderId(row));
            orphans += orderOfLeg[row] < 0 ? 1 : 0;
        }
        int[] orphanLegs = new int[orphans];
        for (int row = 0, at = 0; row < trades.count(); row++) {
            if (orderOfLeg[row] < 0) {
                orphanLegs[at++] = row;
            }
        }
        int[] eventStarts = starts(orderOfEvent, ids.size());
        int[] legStarts = starts(orderOfLeg, ids.size());
        return new OrderIndex(
                eventStarts, grouped(orderOfEvent, eventStarts), legStarts, grouped(orderOfLeg, legStarts), orphanLegs);
    }

    private static int[] starts(int[] groups, int count) {
        int[] starts = new int[count + 1];
        for (int group : groups) {
            if (group >= 0) {
                starts[group + 1]++;
            }
        }
        for (int i = 0; i < count; i++) {
            starts[i + 1] += starts[i];
        }
        return starts;
    }

    private static int[] grouped(int[] groups, int[] starts) {
        int[] next = Arrays.copyOf(starts, starts.length);
        int[] rows = new int[starts[starts.length - 1]];
        for (int row = 0; row < groups.length; row++) {
            if (groups[row] >= 0) {
                rows[next[groups[row]]++] = row;
            }
        }
        return rows;
    }

    /** Number of orders. */
    public int orders() {
        return eventStarts.length - 1;
    }

    public int eventCount(int order) {
        return eventStarts[order + 1] - eventStarts[order];
    }

    /** Row of an order's n-th event. */
    public int event(int order, int n) {
        return events[eventStarts[order] + n];
    }

    public int legCount(int order) {
        return legStarts[order + 1] - legStarts[order];
    }

    /** Row of an order's n-th trade leg. */
    public int leg(int order, int n) {
        return legs[legStarts[order] + n];
    }

    public int orphanLegCount() {
        return orphanLegs.length;
    }

    /** Row of the n-th trade leg whose order is not in the slice. */
    public int orphanLeg(int n) {
        return orphanLegs[n];
    }

    /** Numbers 64-bit ids by first appearance; open addressing, no boxing. */
    private static final class IdTable {
        private long[] ids;
        private int[] slots;
        private int mask;
        private int size;

        IdTable(int expected) {
            int capacity = Integer.highestOneBit(Math.max(16, expected) * 2 - 1) << 1;
            slots = new int[capacity];
            ids = new long[capacity / 2];
            mask = capacity - 1;
        }

        int size() {
            return size;
        }

        int find(long id) {
            int slot = slot(id);
            return slots[slot] - 1;
        }

        int add(long id) {
            int slot = slot(id);
            if (slots[slot] != 0) {
                return slots[slot] - 1;
            }
            if (size == ids.length) {
                grow();
                slot = slot(id);
            }
            ids[size] = id;
            slots[slot] = ++size;
            return size - 1;
        }

        private int slot(long id) {
            long mixed = id * 0x9E3779B97F4A7C15L;
            int slot = (int) (mixed >>> 32) & mask;
            while (slots[slot] != 0 && ids[slots[slot] - 1] != id) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        private void grow() {
            ids = Arrays.copyOf(ids, 2 * ids.length);
            slots = new int[2 * slots.length];
            mask = slots.length - 1;
            for (int i = 0; i < size; i++) {
                slots[slot(ids[i])] = i + 1;
            }
        }
    }
}
