package io.midwater.simulation;

import io.midwater.domain.OrderEvents;
import io.midwater.simulation.OrderStates.Change;
import io.midwater.simulation.matching.MatchingEngine;
import io.midwater.simulation.matching.MidTick;
import io.midwater.simulation.matching.OrderTerms;

/**
 * The real orders of the dark book. They come in, change and leave when they really did, with what they really had. A sweep
 * without mid-tick is there at its own arrival only (ASX Trade Introduction and Business Information, section 25.2).
 */
final class ContraOrders {
    private final OrderEvents events;
    private final ReplayOrders orders;
    private final OrderStates states;
    private final DarkTerms terms;
    private final ContraLeaves leaves;
    private final MatchChecks checks;
    private final MatchingEngine engine;

    ContraOrders(
            OrderEvents events,
            ReplayOrders orders,
            OrderStates states,
            DarkTerms terms,
            ContraLeaves leaves,
            MatchChecks checks,
            MatchingEngine engine) {
        this.events = events;
        this.orders = orders;
        this.states = states;
        this.terms = terms;
        this.leaves = leaves;
        this.checks = checks;
        this.engine = engine;
    }

    void update(int order, int row) {
        Change change = states.observe(order, row);
        states.lapse(order, events.leavesQuantity(row));
        boolean rests = states.restsInTheDark(order, row);
        if (change == Change.FIRST && orders.wasThere(order)) {
            if (rests) {
                engine.place(order, terms(order, row, leaves.resting(row)));
            }
        } else if (change != Change.NONE && states.comesIn(row)) {
            comeIn(order, row, rests, change == Change.AMENDED);
        } else if (rests) {
            give(order, leaves.resting(row), events.leavesQuantity(row));
        } else {
            give(order, 0, 0);
            engine.remove(order);
        }
    }

    private void comeIn(int order, int row, boolean rests, boolean keepsPriority) {
        OrderTerms ready = terms(order, row, leaves.comingIn(order, row));
        long minimum = states.minimum(order);
        // It has met its minimum quantity at this instant in reality.
        boolean met = minimum > 0 && terms.tradedDark(order, row) >= minimum;
        if (met) {
            ready.minimum(0, events.singleFill(row));
        }
        if (!rests) {
            ready.leaves();
        }
        engine.amend(order, ready, keepsPriority);
        give(order, rests ? leaves.resting(row) : 0, events.leavesQuantity(row));
        if (met && rests) {
            engine.minimum(order, minimum);
        }
    }

    private OrderTerms terms(int order, int row, long available) {
        MidTick midTick = states.midTick(order, row);
        checks.allow(order, available, events.market(row), terms.limit2(order, row, midTick));
        return terms.real(order, row, available, events.leavesQuantity(row));
    }

    private void give(int order, long available, long open) {
        checks.allow(order, available);
        engine.quantity(order, available, open);
    }

    /** Lowers at once what a resting order will give after a later row of the same instant. */
    void lower(int order, int row) {
        boolean rests = states.restsInTheDark(order, row);
        long left = rests ? leaves.resting(row) : 0;
        if (left < checks.given(order)) {
            give(order, left, rests ? events.leavesQuantity(row) : 0);
        }
    }
}
