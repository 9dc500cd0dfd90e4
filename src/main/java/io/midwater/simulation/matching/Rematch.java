package io.midwater.simulation.matching;

import io.midwater.domain.Side;

/**
 * Plans what a resting order trades when a new quote has made it executable: at the midpoint in priority order, then dark
 * limits that do not cross there, at the price of the older of the two. No preferencing, no blocks.
 */
final class Rematch {
    private final Orders orders;
    private final Sides sides;
    private final BestPrices quote;
    private final Plan plan;
    private final Cursor cursor = new Cursor();

    Rematch(Orders orders, Sides sides, BestPrices quote, Plan plan) {
        this.orders = orders;
        this.sides = sides;
        this.quote = quote;
        this.plan = plan;
    }

    void plan(int incoming) {
        BookSide study = sides.study();
        BookSide contras = sides.contras();
        if (acceptsMidpoint(incoming)) {
            long threshold = -orders.side(incoming).sign() * quote.mid2();
            cursor.start(study == null ? null : study.mid, contras == null ? null : contras.mid, threshold, -1);
            while (plan.left() > 0) {
                int order = cursor.next();
                if (order == PriorityIndex.NONE) {
                    break;
                }
                plan.take(order, quote.mid2(), false, false, 0);
            }
        }
        if (orders.is(incoming, Orders.DARK_LIMIT)) {
            PriorityIndex studyDark = study == null ? null : study.dark;
            PriorityIndex contraDark = contras == null ? null : contras.dark;
            meetOlder(incoming, studyDark, contraDark);
            meetYounger(incoming, studyDark, contraDark);
        }
    }

    private void meetOlder(int incoming, PriorityIndex study, PriorityIndex contras) {
        Side side = orders.side(incoming).opposite();
        int sign = side.sign();
        long inside = sign * quote.mostAggressiveInside(side);
        // Strictly inside, and within the incoming limit; halves round towards the other side.
        long least = Math.max(sign * quote.best(side) + 1, -Math.floorDiv(orders.limitKey(incoming), 2));
        if (inside < least) {
            return;
        }
        cursor.start(study, contras, least, -1);
        while (plan.left() > 0) {
            int order = cursor.next();
            if (order == PriorityIndex.NONE || orders.priority(order) > orders.priority(incoming)) {
                return;
            }
            take(incoming, order, 2 * sign * Math.min(inside, orders.darkKey(order)));
        }
    }

    private void meetYounger(int incoming, PriorityIndex study, PriorityIndex contras) {
        Side side = orders.side(incoming);
        int sign = side.sign();
        long price = Math.min(sign * quote.mostAggressiveInside(side), orders.darkKey(incoming));
        if (price <= sign * quote.best(side)) {
            return;
        }
        cursor.start(study, contras, -price, orders.priority(incoming));
        while (plan.left() > 0) {
            int order = cursor.next();
            if (order == PriorityIndex.NONE) {
                return;
            }
            take(incoming, order, 2 * sign * price);
        }
    }

    private void take(int incoming, int order, long price2) {
        if (!(acceptsMidpoint(incoming) && acceptsMidpoint(order))) {
            plan.take(order, price2, false, false, 0);
        }
    }

    private boolean acceptsMidpoint(int order) {
        return orders.side(order).sign() * quote.mid2() <= orders.limitKey(order);
    }
}
