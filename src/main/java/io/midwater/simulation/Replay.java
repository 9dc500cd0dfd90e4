package io.midwater.simulation;

import io.midwater.domain.OrderEvents;
import io.midwater.domain.Slice;
import io.midwater.simulation.matching.BookMatchingEngine;
import io.midwater.simulation.matching.DealSource;
import io.midwater.simulation.matching.MatchingEngine;
import io.midwater.simulation.matching.MatchingRules;
import io.midwater.simulation.matching.MatchingSession;
import io.midwater.simulation.matching.Pairing;

/**
 * The counterfactual: what the rest of each study order would have got, had it stayed in the dark book. One book per slice,
 * fed in the total order; real orders bring what they really had and meet study orders only, and every share is used once.
 * The lit book, the quotes and everybody's behaviour stay as they were.
 *
 * <p>A replay runs once.
 */
public final class Replay {
    private static final long DOLLARS_OF_A_BLOCK = 1_000_000;
    /** Orders that rest at a time: the engine makes room for more when they come. */
    static final int FEW = 1024;

    private final OrderEvents events;
    private final ReplayOrders orders;
    private final Timeline timeline;
    private final MatchingEngine engine;
    private final StudyWindows windows;
    private final MatchChecks checks;
    private final StudyResults results;
    private final MatchListener listener;
    private final StudyOrders studies;
    private final ContraOrders contras;
    private final DisplacedShares displaced;
    private long now;
    private boolean open;
    private boolean closed;
    private long bid;
    private long offer;

    /**
     * @param orders every order of the slice
     * @param listener hears each match
     */
    public Replay(Slice slice, ReplayOrders orders, MatchingOptions options, MatchListener listener) {
        this.events = slice.orders();
        this.orders = orders;
        this.listener = listener;
        OrderStates states = new OrderStates(slice, orders);
        DarkTerms terms = new DarkTerms(slice, options, orders, states);
        this.timeline = new Timeline(slice, new Market());
        this.engine = new BookMatchingEngine(
                new MatchingRules(pairing(options), terms.ticks(), blockTier(slice, options)),
                this::hear,
                orders.orders(),
                FEW);
        this.windows = new StudyWindows(orders);
        this.checks = new MatchChecks(slice, orders, states, options.blocks());
        this.results = new StudyResults(orders.orders());
        this.displaced = new DisplacedShares(orders.orders());
        this.studies = new StudyOrders(events, options, orders, states, terms, windows, checks, engine, results);
        ContraLeaves leaves = new ContraLeaves(slice, options.availability(), orders, timeline);
        this.contras = new ContraOrders(events, orders, states, terms, leaves, checks, engine);
    }

    private static Pairing pairing(MatchingOptions options) {
        return options.sweepToSweep() ? Pairing.STUDY_WITH_ANY : Pairing.STUDY_WITH_CONTRA;
    }

    /** Least value of a block at or outside the best prices, 0 where blocks are off. */
    static long blockTier(Slice slice, MatchingOptions options) {
        long scale = Math.multiplyExact(slice.priceScale(), slice.quantityScale());
        return options.blocks() ? Math.multiplyExact(DOLLARS_OF_A_BLOCK, scale) : 0;
    }

    /**
     * Runs the day.
     *
     * @throws io.midwater.domain.InvariantException if a match breaks a rule
     */
    public StudyResults run() {
        engine.session(MatchingSession.SUSPENDED);
        timeline.run();
        checks.finish(results, engine);
        results.displaced(displaced.byStudyOrder());
        return results;
    }

    private void hear(long match, int incoming, int resting, long quantity, long price2, DealSource source) {
        checks.check(now, open, incoming, resting, quantity, price2, bid, offer, source);
        if (orders.isContra(incoming)) {
            displaced.match(incoming, resting, quantity);
        } else if (orders.isContra(resting)) {
            displaced.match(resting, incoming, quantity);
        } else {
            results.amongStudies(incoming, resting, quantity);
        }
        results.onMatch(match, now, incoming, resting, quantity, price2, bid, offer, source);
        listener.onMatch(match, now, incoming, resting, quantity, price2, bid, offer, source);
    }

    private final class Market implements Timeline.Steps {
        @Override
        public long nextTimer() {
            return windows.next();
        }

        @Override
        public void timer() {
            now = windows.next();
            if (windows.endsNext()) {
                studies.end(windows.takeEnd());
            } else {
                studies.enterDelayed(windows.takeEntry());
            }
        }

        @Override
        public void instant(int from, int to) {
            // What a contra gives is what it has after all rows of the instant, also to orders whose rows precede its
            // own.
            for (int row = from; row < to && to - from > 1 && !closed; row++) {
                if (timeline.isLast(row) && orders.isContra(timeline.order(row))) {
                    contras.lower(timeline.order(row), row);
                }
            }
        }

        @Override
        public void order(int order, int row) {
            now = events.timestamp(row);
            if (orders.isContra(order)) {
                if (!closed) {
                    contras.update(order, row);
                }
                displaced.leaves(order, events.leavesQuantity(row), checks.used(order));
            } else if (orders.isStudy(order) && !closed) {
                studies.update(order, row);
            }
        }

        @Override
        public void quote(long timeNs, long bidPx, long offerPx) {
            now = timeNs;
            bid = bidPx;
            offer = offerPx;
            engine.quote(bidPx, offerPx);
        }

        @Override
        public void session(long timeNs, MatchingSession state) {
            now = timeNs;
            open = state == MatchingSession.OPEN;
            closed = state == MatchingSession.CLOSED;
            engine.session(state);
        }
    }
}
