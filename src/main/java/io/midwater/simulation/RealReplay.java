package io.midwater.simulation;

import io.midwater.domain.OrderEvents;
import io.midwater.domain.Slice;
import io.midwater.simulation.OrderStates.Change;
import io.midwater.simulation.matching.BookMatchingEngine;
import io.midwater.simulation.matching.DealSource;
import io.midwater.simulation.matching.MatchingEngine;
import io.midwater.simulation.matching.MatchingRules;
import io.midwater.simulation.matching.MatchingSession;
import io.midwater.simulation.matching.OrderTerms;
import io.midwater.simulation.matching.Pairing;
import java.util.Arrays;

/**
 * A check of the rules against reality: every real order of the dark book comes in with its real limit and everything meets
 * everything, one step at a time. After each step the book is what it really was, so that one wrong match does not lead to
 * the next. What is matched should be what was.
 *
 * <p>A replay runs once.
 */
public final class RealReplay {
    private final OrderEvents events;
    private final ReplayOrders orders;
    private final OrderStates states;
    private final DarkTerms terms;
    private final Timeline timeline;
    private final MatchingEngine engine;
    private final DarkPairs pairs;
    /** By order: what it really has open. */
    private final long[] left;

    private int[] touched = new int[64];
    private int touchedCount;
    private int instantEnd;
    private boolean closed;

    public RealReplay(Slice slice, ReplayOrders orders, MatchingOptions options) {
        this.events = slice.orders();
        this.orders = orders;
        this.states = new OrderStates(slice, orders);
        this.terms = new DarkTerms(slice, options, orders, states);
        this.timeline = new Timeline(slice, new Market());
        this.pairs = new DarkPairs(slice);
        this.left = new long[orders.orders()];
        MatchingRules rules = new MatchingRules(Pairing.EVERY_PAIR, terms.ticks(), Replay.blockTier(slice, options));
        this.engine = new BookMatchingEngine(rules, this::hear, orders.orders(), Replay.FEW);
    }

    /** Runs the day and compares its matches with the trades. */
    public ReplayQuality run() {
        engine.session(MatchingSession.SUSPENDED);
        timeline.run();
        return pairs.quality();
    }

    private void hear(long match, int incoming, int resting, long quantity, long price2, DealSource source) {
        pairs.simulated(incoming, resting, quantity, source);
        touch(incoming);
        touch(resting);
    }

    private void touch(int order) {
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, 2 * touchedCount);
        }
        touched[touchedCount++] = order;
    }

    /** Gives the orders of the last matches back what they really have. */
    private void restore() {
        for (int i = 0; i < touchedCount; i++) {
            int order = touched[i];
            engine.restate(order, left[order], states.minimum(order));
        }
        touchedCount = 0;
    }

    private void update(int order, int row) {
        int previous = states.row(order);
        long matchedBefore = previous < 0 ? 0 : events.totalMatchedQuantity(previous);
        Change change = states.observe(order, row);
        long leaves = events.leavesQuantity(row);
        left[order] = leaves;
        boolean rests = states.restsInTheDark(order, row);
        if (change == Change.FIRST && orders.wasThere(order)) {
            states.lapse(order, leaves);
            if (rests) {
                engine.place(order, terms.real(order, row, leaves, leaves));
            }
            return;
        }
        long traded = Math.max(0, events.totalMatchedQuantity(row) - matchedBefore);
        if (change != Change.NONE && (states.comesIn(row) || traded > 0)) {
            // The engine remembers what it has matched of an order that comes in for another time.
            long brings = leaves + traded;
            OrderTerms ready = terms.real(order, row, brings + engine.matched(order), brings);
            if (!rests) {
                ready.leaves();
            }
            engine.amend(order, ready, change == Change.AMENDED);
            lowerAffected(row);
        }
        states.lapse(order, leaves);
        if (rests) {
            engine.restate(order, leaves, states.minimum(order));
        } else {
            engine.remove(order);
        }
        restore();
    }

    /** The rows of the orders that really traded follow at the same time; until then no quote may match them once more. */
    private void lowerAffected(int row) {
        for (int later = row + 1; later < instantEnd; later++) {
            int order = timeline.order(later);
            if (timeline.isLast(later) && events.leavesQuantity(later) < left[order]) {
                left[order] = events.leavesQuantity(later);
                touch(order);
            }
        }
    }

    private final class Market implements Timeline.Steps {
        @Override
        public long nextTimer() {
            return Timeline.NEVER;
        }

        @Override
        public void timer() {
            throw new IllegalStateException("no timer was set");
        }

        @Override
        public void instant(int from, int to) {
            instantEnd = to;
        }

        @Override
        public void order(int order, int row) {
            if (!closed && orders.isCentrePoint(order)) {
                update(order, row);
            }
        }

        @Override
        public void quote(long timeNs, long bidPx, long offerPx) {
            engine.quote(bidPx, offerPx);
            restore();
        }

        @Override
        public void session(long timeNs, MatchingSession state) {
            closed = state == MatchingSession.CLOSED;
            engine.session(state);
            restore();
        }
    }
}
