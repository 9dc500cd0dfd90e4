package io.midwater.generator;

import io.midwater.domain.Side;
import io.midwater.simulation.matching.BookMatchingEngine;
import io.midwater.simulation.matching.MatchingEngine;
import io.midwater.simulation.matching.MatchingRules;
import io.midwater.simulation.matching.MatchingSession;
import io.midwater.simulation.matching.MidTick;
import io.midwater.simulation.matching.OrderTerms;
import io.midwater.simulation.matching.Pairing;
import io.midwater.simulation.matching.Preference;
import io.midwater.simulation.matching.TickTable;
import java.util.Arrays;
import java.util.List;

/** The Centre Point book of one security on one day: the matching engine with every pair of orders allowed to meet. */
final class DarkPool {
    private static final int NONE = -1;

    private final Instrument book;
    private final TickTable ticks;
    private final MatchingEngine engine;
    private final OrderTerms terms = new OrderTerms();
    /** By the engine's handle: the orders of the day that have met the pool; null for those that have left it. */
    private LiveOrder[] orders = new LiveOrder[256];

    private int count;
    private int[] touched = new int[64];
    private int touchedCount;
    private Matches matches;
    private boolean requoting;

    /** Told of every match; it reduces both orders. */
    @FunctionalInterface
    interface Matches {
        /**
         * @param price2 in half price units
         * @param resting true when both orders had been resting, so that neither is the aggressor
         */
        void match(LiveOrder incoming, LiveOrder contra, long shares, long price2, int dealSource, boolean resting);
    }

    DarkPool(Instrument book) {
        this.book = book;
        // The day's prices stay inside one tick regime.
        this.ticks = TickTable.uniform(book.tick());
        this.engine = new BookMatchingEngine(
                new MatchingRules(Pairing.EVERY_PAIR, ticks), (match, incoming, contra, shares, price2, source) -> {
                    touch(contra);
                    touch(incoming);
                    matches.match(orders[incoming], orders[contra], shares, price2, source.code(), requoting);
                });
        engine.session(MatchingSession.OPEN);
    }

    private void touch(int handle) {
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, 2 * touchedCount);
        }
        touched[touchedCount++] = handle;
    }

    /** Leaves an order in the pool at the back of its queue. */
    void rest(LiveOrder order) {
        engine.place(handle(order), terms(order));
    }

    /** Takes a resting order out, before its open quantity changes by anything but a match. */
    void withdraw(LiveOrder order) {
        engine.remove(order.darkHandle);
        orders[order.darkHandle] = null;
    }

    /** Lowers a resting order's open quantity; it keeps its place. */
    void reduce(LiveOrder order, long shares) {
        order.reduce(shares);
        engine.quantity(order.darkHandle, order.leaves + engine.matched(order.darkHandle), order.leaves);
    }

    /** Matches an incoming order that is not in the pool against the last quote. */
    void enter(LiveOrder incoming, Matches told) {
        matches = told;
        requoting = false;
        int handle = handle(incoming);
        engine.enter(handle, terms(incoming).leaves());
        orders[handle] = null;
        removeFilled();
    }

    /** Matches resting orders that a new quote made executable against each other. */
    void quote(long bid, long offer, Matches told) {
        matches = told;
        requoting = true;
        engine.quote(bid, offer);
        removeFilled();
    }

    /** No midpoint until the next quote. */
    void noQuote() {
        engine.noQuote();
    }

    private void removeFilled() {
        for (int i = 0; i < touchedCount; i++) {
            LiveOrder order = orders[touched[i]];
            if (order != null && order.leaves == 0) {
                withdraw(order);
            }
        }
        touchedCount = 0;
    }

    /** Adds all resting orders to a list, in no particular order. */
    void collect(List<LiveOrder> list) {
        for (int handle = 0; handle < count; handle++) {
            if (orders[handle] != null) {
                list.add(orders[handle]);
            }
        }
    }

    private int handle(LiveOrder order) {
        if (order.darkHandle == NONE) {
            if (count == orders.length) {
                orders = Arrays.copyOf(orders, 2 * count);
            }
            order.darkHandle = count++;
        }
        orders[order.darkHandle] = order;
        return order.darkHandle;
    }

    private OrderTerms terms(LiveOrder order) {
        MidTick midTick = MidTick.ofCode(order.midTick);
        // The engine takes off what it has matched of the order already.
        terms.start(order.sign > 0 ? Side.BUY : Side.SELL, order.leaves + engine.matched(order.darkHandle));
        if (order.isMarket()) {
            terms.market(midTick);
        } else {
            terms.limit(book.price(order.level), midTick, ticks);
        }
        if (order.isSweep()) {
            terms.sweep();
        }
        if (Brokers.prefersOwn(order.participant)) {
            terms.preference(Preference.FIRST);
        }
        return terms.minimum(order.minimumLeft, order.singleFill == 1)
                .participant(order.participant, order.crossingKey);
    }
}
