package io.midwater.simulation.matching;

import io.midwater.domain.Side;

/**
 * Plans what an order that comes in trades: dark-limit prices better for it than the midpoint, the midpoint, worse dark-limit
 * prices down to its limit, then blocks (ASX Trade Introduction and Business Information, sections 24.1, 24.5 and 24.10).
 */
final class Arrival {
    private final Orders orders;
    private final Sides sides;
    private final BestPrices quote;
    private final Plan plan;
    private final long blockTier;
    private final Ladder ladder = new Ladder();
    private final Cursor cursor = new Cursor();
    private int incoming;
    private Side restingSide;
    /** Sign of the resting side: resting keys are this × price. */
    private int sign;

    Arrival(Orders orders, Sides sides, BestPrices quote, Plan plan, long blockTier) {
        this.orders = orders;
        this.sides = sides;
        this.quote = quote;
        this.plan = plan;
        this.blockTier = blockTier;
    }

    void plan(int newIncoming) {
        incoming = newIncoming;
        restingSide = orders.side(newIncoming).opposite();
        sign = restingSide.sign();
        boolean dark = orders.is(incoming, Orders.DARK_LIMIT);
        if (dark) {
            darkSteps(true);
        }
        midpoint();
        if (dark) {
            darkSteps(false);
        }
        ladder.putBack();
        if (blockTier > 0 && orders.is(incoming, Orders.MAY_TAKE_BLOCKS)) {
            blockSteps();
            ladder.putBack();
        }
    }

    private void midpoint() {
        long mid2 = quote.mid2();
        if (plan.left() == 0 || !accepts(sign * mid2)) {
            return;
        }
        BookSide study = sides.study();
        BookSide contras = sides.contras(mid2);
        boolean preferences = preferences();
        if (preferences) {
            int participant = orders.participant(incoming);
            cursor.start(
                    study == null ? null : study.own(participant),
                    contras == null ? null : contras.own(participant),
                    sign * mid2,
                    -1);
            walk(mid2, true, false);
        }
        if (!orders.is(incoming, Orders.OWN_ONLY)) {
            cursor.start(study == null ? null : study.mid, contras == null ? null : contras.mid, sign * mid2, -1);
            walk(mid2, false, preferences);
        }
    }

    private void walk(long price2, boolean preferenced, boolean ownAreMet) {
        while (plan.left() > 0) {
            int order = cursor.next();
            if (order == PriorityIndex.NONE) {
                return;
            }
            if (!(ownAreMet && orders.sameParticipant(incoming, order))) {
                plan.take(order, price2, preferenced, false, 0);
            }
        }
    }

    private void darkSteps(boolean better) {
        BookSide study = sides.study();
        BookSide contras = sides.contras();
        ladder.start(study == null ? null : study.dark, contras == null ? null : contras.dark);
        long inside = sign * quote.mostAggressiveInside(restingSide);
        long outside = sign * quote.best(restingSide);
        long mid = sign * quote.mid2();
        while (plan.left() > 0) {
            long step = Math.min(inside, ladder.top());
            if (step <= outside || !accepts(2 * step) || better && 2 * step <= mid) {
                return;
            }
            step(step, better || 2 * step < mid, false, 0);
        }
    }

    private void blockSteps() {
        BookSide study = sides.study();
        BookSide contras = sides.contras();
        ladder.start(study == null ? null : study.block, contras == null ? null : contras.block);
        long outside = sign * quote.best(restingSide);
        while (plan.left() > 0) {
            long step = ladder.top();
            if (step == PriorityIndex.ABSENT || !accepts(2 * step)) {
                return;
            }
            long price = sign * step;
            step(step, step <= outside, true, -Math.floorDiv(-blockTier, price));
        }
    }

    /** One step of the ladder: own orders first where preferenced, then the others; passed over unless it trades. */
    private void step(long step, boolean trades, boolean block, long least) {
        long price2 = 2 * sign * step;
        boolean contrasTrade = sides.contras(price2) != null;
        boolean preferences = preferences();
        if (trades && preferences) {
            cursor.start(ladder.study(), contrasTrade ? ladder.contras() : null, step, -1);
            for (int order = cursor.next(); order != PriorityIndex.NONE && plan.left() > 0; order = cursor.next()) {
                if (orders.sameParticipant(incoming, order)) {
                    plan.take(order, price2, true, block, least);
                }
            }
        }
        while (plan.left() > 0) {
            int order = ladder.take(step);
            if (order == PriorityIndex.NONE) {
                return;
            }
            boolean met = preferences && orders.sameParticipant(incoming, order);
            if (trades && !met && (contrasTrade || orders.is(order, Orders.STUDY))) {
                plan.take(order, price2, false, block, least);
            }
        }
    }

    private boolean preferences() {
        return (orders.flags(incoming) & (Orders.OWN_FIRST | Orders.OWN_ONLY)) != 0
                && orders.participant(incoming) != 0;
    }

    /** Whether the incoming limit allows a price given as the resting side's sign × price in half units. */
    private boolean accepts(long restingKey2) {
        return -restingKey2 <= orders.limitKey(incoming);
    }
}
