package io.midwater.simulation.matching;

import java.util.Arrays;

/** What one incoming order would trade, collected before anything is booked. */
final class Plan {
    private static final int FEW = 64;

    private final Orders orders;
    private int incoming;
    private int event;
    private boolean minimumMet;
    private int size;
    private int[] resting = new int[FEW];
    private long[] quantity = new long[FEW];
    private long[] price2 = new long[FEW];
    private DealSource[] source = new DealSource[FEW];
    private long left;
    private long planned;
    private long skips;

    Plan(Orders orders) {
        this.orders = orders;
    }

    void start(int newIncoming) {
        incoming = newIncoming;
        event++;
        size = 0;
        left = orders.available(newIncoming);
        planned = 0;
        minimumMet = true;
    }

    /** Shares of the incoming order that nothing is planned for. */
    long left() {
        return left;
    }

    int size() {
        return size;
    }

    int resting(int fill) {
        return resting[fill];
    }

    long quantity(int fill) {
        return quantity[fill];
    }

    long price2(int fill) {
        return price2[fill];
    }

    DealSource source(int fill) {
        return source[fill];
    }

    /** Whether a minimum quantity stood in the way of this matching event, so that a later one may succeed. */
    boolean minimumStoodInTheWay() {
        return !minimumMet;
    }

    /** All skips so far. */
    long skips() {
        return skips;
    }

    /** Plans what a resting order can give at a price, if at least {@code least}. */
    void take(int order, long atPrice2, boolean preferenced, boolean block, long least) {
        boolean same = orders.sameParticipant(incoming, order);
        boolean only = orders.is(incoming, Orders.OWN_ONLY) || orders.is(order, Orders.OWN_ONLY);
        if (orders.takenIn(order) == event || only && !same) {
            return;
        }
        long shares = Math.min(left, orders.available(order));
        if (shares < least) {
            return;
        }
        if (shares < orders.minimum(order) || tooLittleForIncoming(shares)) {
            skips++;
            minimumMet = false;
            return;
        }
        long key = orders.crossingKey(incoming);
        boolean booked = same && key != 0 && key == orders.crossingKey(order);
        add(order, shares, atPrice2, DealSource.of(booked, only, preferenced, block));
    }

    /** Whether the plan may be booked: a minimum that several contras may meet is met over all prices together. */
    boolean complete() {
        if (size > 0 && !orders.is(incoming, Orders.SINGLE_FILL) && planned < orders.minimum(incoming)) {
            minimumMet = false;
            return false;
        }
        return size > 0;
    }

    private boolean tooLittleForIncoming(long shares) {
        long least = orders.minimum(incoming);
        return shares < least && orders.is(incoming, Orders.SINGLE_FILL) && orders.open(incoming) - planned >= least;
    }

    private void add(int order, long shares, long atPrice2, DealSource dealSource) {
        if (size == resting.length) {
            resting = Arrays.copyOf(resting, 2 * size);
            quantity = Arrays.copyOf(quantity, 2 * size);
            price2 = Arrays.copyOf(price2, 2 * size);
            source = Arrays.copyOf(source, 2 * size);
        }
        resting[size] = order;
        quantity[size] = shares;
        price2[size] = atPrice2;
        source[size] = dealSource;
        size++;
        left -= shares;
        planned += shares;
        // Used up, or else nothing is left to plan: no order is taken twice in one event.
        orders.taken(order, event);
    }
}
