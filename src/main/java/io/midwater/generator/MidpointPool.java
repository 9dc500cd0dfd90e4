package io.midwater.generator;

import java.util.Arrays;
import java.util.List;

/**
 * Matching at the midpoint by time priority among all orders whose limits allow it, with minimum quantities, preferencing
 * and booked matches (ASX Trade Introduction and Business Information, sections 23 and 24). Dark-limit orders meet others
 * at the midpoint only.
 */
final class MidpointPool implements DarkPool {
    private final int lowestHalfTick;
    private final PriceLadder buys;
    private final PriceLadder sells;

    private LiveOrder[] cursors = new LiveOrder[64];
    private int cursorCount;
    private LiveOrder[] planned = new LiveOrder[64];
    private long[] plannedShares = new long[64];
    private int plannedCount;
    private LiveOrder[] aged = new LiveOrder[64];

    MidpointPool(int lowestLevel, int levels) {
        // A slot below and above all limits holds market orders, which have none.
        lowestHalfTick = 2 * lowestLevel - 2;
        buys = new PriceLadder(2 * levels + 4);
        sells = new PriceLadder(2 * levels + 4);
    }

    private int slot(LiveOrder order) {
        if (order.isMarket()) {
            return order.sign > 0 ? buys.slots() - 1 : 0;
        }
        return order.limitHalfTicks() - lowestHalfTick;
    }

    @Override
    public void rest(LiveOrder order) {
        (order.sign > 0 ? buys : sells).add(order, slot(order));
    }

    @Override
    public void withdraw(LiveOrder order) {
        (order.sign > 0 ? buys : sells).remove(order);
    }

    @Override
    public void reduce(LiveOrder order, long shares) {
        (order.sign > 0 ? buys : sells).change(order, -shares);
        order.leaves -= shares;
        afterMatch(order);
    }

    @Override
    public void enter(LiveOrder incoming, int midpoint, Matches matches) {
        int at = midpoint - lowestHalfTick;
        if (incoming.sign * (slot(incoming) - at) >= 0) {
            match(incoming, at, Brokers.prefersOwn(incoming.participant), false, matches);
        }
    }

    private void match(LiveOrder incoming, int at, boolean preferring, boolean resting, Matches matches) {
        if (incoming.leaves < incoming.minimumLeft) {
            incoming.minimumLeft = 0;
        }
        plannedCount = 0;
        long left = incoming.leaves;
        if (preferring) {
            left = plan(incoming, at, left, true, true);
            left = plan(incoming, at, left, true, false);
        } else {
            left = plan(incoming, at, left, false, false);
        }
        boolean single = incoming.singleFill == 1;
        if (!single && incoming.leaves - left < incoming.minimumLeft) {
            return;
        }
        for (int i = 0; i < plannedCount; i++) {
            LiveOrder contra = planned[i];
            long shares = plannedShares[i];
            int source = DealSource.CENTRE_POINT;
            if (DealSource.isBooked(incoming, contra)) {
                source = DealSource.BOOKED_CENTRE_POINT;
            } else if (preferring && incoming.participant == contra.participant) {
                source = DealSource.PREFERENCE;
            }
            PriceLadder ladder = contra.sign > 0 ? buys : sells;
            ladder.change(contra, -shares);
            matches.match(incoming, contra, shares, source, resting);
            afterMatch(contra);
            if (contra.leaves == 0) {
                ladder.remove(contra);
            }
        }
        afterMatch(incoming);
    }

    private static void afterMatch(LiveOrder order) {
        if (order.leaves < order.minimumLeft) {
            order.minimumLeft = 0;
        }
    }

    /** Plans matches in time priority over all eligible slots; {@code chosen} keeps to own or to other brokers' orders. */
    private long plan(LiveOrder incoming, int at, long open, boolean chosen, boolean own) {
        boolean single = incoming.singleFill == 1;
        long left = open;
        collect(-incoming.sign, at);
        while (left > 0 && cursorCount > 0) {
            LiveOrder contra = takeOldest();
            if (chosen && own != (contra.participant == incoming.participant)) {
                continue;
            }
            long shares = Math.min(left, contra.leaves);
            if (shares < contra.minimumLeft) {
                continue;
            }
            if (single && left >= incoming.minimumLeft && shares < incoming.minimumLeft) {
                continue;
            }
            if (plannedCount == planned.length) {
                planned = Arrays.copyOf(planned, 2 * plannedCount);
                plannedShares = Arrays.copyOf(plannedShares, 2 * plannedCount);
            }
            planned[plannedCount] = contra;
            plannedShares[plannedCount++] = shares;
            left -= shares;
        }
        return left;
    }

    /** Puts the first order of every slot that may trade at the midpoint under a cursor. */
    private void collect(int sign, int at) {
        cursorCount = 0;
        if (sign > 0) {
            for (int slot = buys.up(at); slot >= 0; slot = buys.up(slot + 1)) {
                addCursor(buys.first(slot));
            }
        } else {
            for (int slot = sells.down(at); slot >= 0; slot = sells.down(slot - 1)) {
                addCursor(sells.first(slot));
            }
        }
    }

    private void addCursor(LiveOrder order) {
        if (cursorCount == cursors.length) {
            cursors = Arrays.copyOf(cursors, 2 * cursorCount);
        }
        cursors[cursorCount++] = order;
    }

    private LiveOrder takeOldest() {
        int oldest = 0;
        for (int i = 1; i < cursorCount; i++) {
            if (cursors[i].priority < cursors[oldest].priority) {
                oldest = i;
            }
        }
        LiveOrder order = cursors[oldest];
        if (order.below == null) {
            cursors[oldest] = cursors[--cursorCount];
        } else {
            cursors[oldest] = order.below;
        }
        return order;
    }

    @Override
    public void collect(List<LiveOrder> orders) {
        buys.collect(orders);
        sells.collect(orders);
    }

    @Override
    public void requote(int midpoint, Matches matches) {
        int at = midpoint - lowestHalfTick;
        if (buys.up(at) < 0 || sells.down(at) < 0) {
            return;
        }
        int count = 0;
        for (int sign = -1; sign <= 1; sign += 2) {
            collect(sign, at);
            while (cursorCount > 0) {
                if (count == aged.length) {
                    aged = Arrays.copyOf(aged, 2 * count);
                }
                aged[count++] = takeOldest();
            }
        }
        Arrays.sort(aged, 0, count, (a, b) -> Long.compare(a.priority, b.priority));
        for (int i = 0; i < count; i++) {
            LiveOrder order = aged[i];
            if (order.leaves > 0) {
                long before = order.leaves;
                PriceLadder ladder = order.sign > 0 ? buys : sells;
                match(order, at, false, true, matches);
                ladder.change(order, order.leaves - before);
                if (order.leaves == 0) {
                    ladder.remove(order);
                }
            }
        }
        Arrays.fill(aged, 0, count, null);
    }
}
