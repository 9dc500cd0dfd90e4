package io.midwater.simulation;

import io.midwater.domain.InvariantException;
import io.midwater.domain.OrderEvents;
import io.midwater.domain.Side;
import io.midwater.domain.Slice;
import io.midwater.simulation.matching.DealSource;
import io.midwater.simulation.matching.MatchingEngine;
import java.util.Arrays;

/**
 * Keeps its own account of every match and stops the unit where one breaks a rule: shares are conserved and used once, no
 * limit is crossed, the price is the midpoint of the quote in force or a dark price inside it, and nothing happens out of
 * session, before an order's arrival or after its window. The engine is not asked.
 */
final class MatchChecks {
    private static final long ANY = Long.MAX_VALUE;

    private final OrderEvents events;
    private final ReplayOrders orders;
    private final OrderStates states;
    private final boolean blocks;
    /** By order: what it may give in all at the moment; −1 before it is in the book. */
    private final long[] given;

    private final long[] used;
    /** By order: sign × limit in half units. */
    private final long[] limitKey;

    private long bought;
    private long sold;

    MatchChecks(Slice slice, ReplayOrders orders, OrderStates states, boolean blocks) {
        this.events = slice.orders();
        this.orders = orders;
        this.states = states;
        this.blocks = blocks;
        this.given = new long[orders.orders()];
        Arrays.fill(given, -1);
        this.used = new long[orders.orders()];
        this.limitKey = new long[orders.orders()];
    }

    /** States what an order may give in all, and at which limit in half units; {@code market} for none. */
    void allow(int order, long quantity, boolean market, long limit2) {
        given[order] = quantity;
        limitKey[order] = market ? ANY : side(order).sign() * limit2;
    }

    /** What an order may give in all at the moment, −1 for an order that has not come in. */
    long given(int order) {
        return given[order];
    }

    /** States what an order may give in all from now on. */
    void allow(int order, long quantity) {
        given[order] = quantity;
    }

    /** Shares matched of an order so far. */
    long used(int order) {
        return used[order];
    }

    void check(
            long timeNs,
            boolean open,
            int incoming,
            int resting,
            long quantity,
            long price2,
            long bidPx,
            long offerPx,
            DealSource source) {
        String match = "match of " + name(incoming) + " with " + name(resting) + " at " + timeNs;
        require(incoming != resting && side(incoming) != side(resting), match, "has two legs of one side");
        require(quantity > 0, match, "has no shares");
        require(open, match, "is out of session");
        require(bidPx > 0 && bidPx <= offerPx, match, "has no quote");
        require(orders.isStudy(incoming) || orders.isStudy(resting), match, "has no study order");
        require(priced(price2, bidPx, offerPx, source), match, "has a price outside the rules");
        leg(match, timeNs, incoming, quantity, price2);
        leg(match, timeNs, resting, quantity, price2);
    }

    private void leg(String match, long timeNs, int order, long quantity, long price2) {
        used[order] += quantity;
        if (side(order) == Side.BUY) {
            bought = Math.addExact(bought, quantity);
        } else {
            sold = Math.addExact(sold, quantity);
        }
        require(used[order] <= given[order], match, "takes more than there is");
        require(side(order).sign() * price2 <= limitKey[order], match, "is beyond a limit");
        require(timeNs >= orders.arrivalNs(order), match, "is before an arrival");
        require(!orders.isStudy(order) || timeNs <= orders.windowEndNs(order), match, "is after the studied time");
    }

    private boolean priced(long price2, long bidPx, long offerPx, DealSource source) {
        return switch (source) {
            case PREFERENCE, CENTRE_POINT, PREFERENCE_ONLY -> inside(price2, bidPx, offerPx);
            case BLOCK, BLOCK_PREFERENCE, BLOCK_PREFERENCE_ONLY -> !strictlyInside(price2, bidPx, offerPx);
            case BOOKING -> blocks || inside(price2, bidPx, offerPx);
        };
    }

    /** At the midpoint, also of a locked quote, or strictly inside. */
    private static boolean inside(long price2, long bidPx, long offerPx) {
        return price2 == bidPx + offerPx || strictlyInside(price2, bidPx, offerPx);
    }

    private static boolean strictlyInside(long price2, long bidPx, long offerPx) {
        return price2 > 2 * bidPx && price2 < 2 * offerPx;
    }

    /** What must hold at the end: what is bought is sold, and a study order's fills add up and stay inside its scope. */
    void finish(StudyResults results, MatchingEngine engine) {
        require(bought == sold, "the unit", "buys " + bought + " and sells " + sold);
        for (int order = 0; order < orders.orders(); order++) {
            if (used[order] > 0) {
                boolean adds = results.quantity(order) == used[order] && engine.matched(order) == used[order];
                require(adds, "order " + name(order), "has matches that do not add up");
                boolean inside = !orders.isStudy(order) || used[order] <= results.scope(order);
                require(inside, "order " + name(order), "matches more than its scope");
            }
        }
    }

    private Side side(int order) {
        return events.side(states.row(order));
    }

    private String name(int order) {
        return Long.toString(events.orderId(states.row(order)));
    }

    private static void require(boolean holds, String match, String broken) {
        if (!holds) {
            throw new InvariantException(match + " " + broken);
        }
    }
}
