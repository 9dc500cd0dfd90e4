package io.midwater.simulation;

import io.midwater.domain.OrderEvents;
import io.midwater.simulation.OrderStates.Change;
import io.midwater.simulation.matching.MatchingEngine;
import io.midwater.simulation.matching.MidTick;
import io.midwater.simulation.matching.OrderTerms;

/**
 * The study orders: each enters with its scope after its real entry pass and follows its real amendments. A real fill leaves
 * it as it is, a cancellation ends it.
 */
final class StudyOrders {
    private final OrderEvents events;
    private final MatchingOptions options;
    private final ReplayOrders orders;
    private final OrderStates states;
    private final DarkTerms terms;
    private final StudyWindows windows;
    private final MatchChecks checks;
    private final MatchingEngine engine;
    private final StudyResults results;
    /** By order: what it asks for in all. */
    private final long[] asked;

    private final Stage[] stage;

    private enum Stage {
        WAITING,
        IN_BOOK,
        /** Inactive in reality; it may come back. */
        AWAY,
        ENDED
    }

    StudyOrders(
            OrderEvents events,
            MatchingOptions options,
            ReplayOrders orders,
            OrderStates states,
            DarkTerms terms,
            StudyWindows windows,
            MatchChecks checks,
            MatchingEngine engine,
            StudyResults results) {
        this.events = events;
        this.options = options;
        this.orders = orders;
        this.states = states;
        this.terms = terms;
        this.windows = windows;
        this.checks = checks;
        this.engine = engine;
        this.results = results;
        this.asked = new long[orders.orders()];
        this.stage = new Stage[orders.orders()];
        // An order that comes after the close is studied too; nothing is found for it.
        for (int order = 0; order < orders.orders(); order++) {
            if (orders.isStudy(order)) {
                results.scope(order, orders.scope(order));
            }
        }
    }

    void update(int order, int row) {
        if (row < orders.entryRow(order)) {
            return;
        }
        long before = states.ordered(order);
        states.lapse(order, asked[order] - checks.used(order));
        Change change = states.observe(order, row);
        if (change == Change.FIRST) {
            start(order, row);
            return;
        }
        long more = states.ordered(order) - before;
        asked[order] = Math.max(0, asked[order] + more);
        results.scope(order, asked[order]);
        boolean lives = events.onBook(row) || events.leavesQuantity(row) == 0;
        if (stage[order] == Stage.IN_BOOK && !lives) {
            stage[order] = Stage.AWAY;
            engine.remove(order);
        } else if (lives && (stage[order] == Stage.IN_BOOK ? change != Change.NONE : stage[order] == Stage.AWAY)) {
            stage[order] = Stage.IN_BOOK;
            comeIn(order, row, change == Change.AMENDED);
        } else if (stage[order] == Stage.IN_BOOK && more != 0) {
            checks.allow(order, asked[order]);
            engine.quantity(order, asked[order], asked[order]);
        }
    }

    private void start(int order, int row) {
        asked[order] = orders.scope(order);
        results.scope(order, asked[order]);
        if (stage[order] == Stage.ENDED) {
            return;
        }
        if (options.latencyNs() > 0) {
            stage[order] = Stage.WAITING;
            windows.await(order, Math.addExact(events.timestamp(row), options.latencyNs()));
        } else {
            stage[order] = Stage.IN_BOOK;
            comeIn(order, row, false);
        }
    }

    /** A delayed entry: with the terms it has by then, unless it is no longer on the book. */
    void enterDelayed(int order) {
        int row = states.row(order);
        if (stage[order] != Stage.WAITING) {
            return;
        }
        if (events.onBook(row) || events.leavesQuantity(row) == 0) {
            stage[order] = Stage.IN_BOOK;
            comeIn(order, row, false);
        } else {
            stage[order] = Stage.AWAY;
        }
    }

    void end(int order) {
        stage[order] = Stage.ENDED;
        engine.remove(order);
    }

    private void comeIn(int order, int row, boolean keepsPriority) {
        MidTick midTick = studied(states.midTick(order, row));
        checks.allow(order, asked[order], events.market(row), terms.limit2(order, row, midTick));
        OrderTerms ready = terms.study(order, row, asked[order], midTick);
        engine.amend(order, ready, keepsPriority);
    }

    /** The instruction with which the order is studied; other than its own it has a half tick added. */
    private MidTick studied(MidTick own) {
        if (options.studyLimit() == MatchingOptions.StudyLimit.AS_ENTERED) {
            return own;
        }
        return switch (own) {
            case UNDEFINED, NO, MID_TICK -> MidTick.MID_TICK;
            case DARK_LIMIT, DARK_LIMIT_MID_TICK -> MidTick.DARK_LIMIT_MID_TICK;
            case ANY_PRICE_BLOCK, ANY_PRICE_BLOCK_MID_TICK -> MidTick.ANY_PRICE_BLOCK_MID_TICK;
        };
    }
}
