package io.midwater.simulation.matching;

/** Matches incoming and re-matches resting orders of the fast engine: plans each event, then books it. */
final class Matcher {
    private final Orders orders;
    private final Sides sides;
    private final BestPrices quote;
    private final TradeListener listener;
    private final Plan plan;
    private final Arrival arrival;
    private final Rematch rematch;
    private final Candidates candidates;
    private long lastMatch;

    Matcher(MatchingRules rules, Orders orders, Sides sides, BestPrices quote, TradeListener listener) {
        this.orders = orders;
        this.sides = sides;
        this.quote = quote;
        this.listener = listener;
        this.plan = new Plan(orders);
        this.arrival = new Arrival(orders, sides, quote, plan, rules.blockTier());
        this.rematch = new Rematch(orders, sides, quote, plan);
        this.candidates = new Candidates(orders, sides, quote);
    }

    long minimumSkips() {
        return plan.skips();
    }

    /** Matches an order that comes in. */
    void arrive(int order, OrderTerms terms) {
        if (quote.valid() && orders.available(order) > 0) {
            sides.face(terms.side(), terms.isStudy(), terms.realKey());
            plan.start(order);
            arrival.plan(order);
            book(order);
        }
    }

    /**
     * Takes the oldest order that can trade as incoming, again and again. An order without a match gets none later in the same
     * uncross, unless a minimum quantity stood in its way: after a trade the search goes back to the oldest of those only.
     */
    void uncross() {
        if (!quote.valid()) {
            return;
        }
        long hindered = Long.MAX_VALUE;
        candidates.start(0);
        int order = candidates.next();
        while (order != PriorityIndex.NONE) {
            long priority = orders.priority(order);
            boolean trades = rematch(order);
            if (plan.minimumStoodInTheWay()) {
                hindered = Math.min(hindered, priority);
            }
            if (trades && hindered != Long.MAX_VALUE) {
                candidates.start(hindered - 1);
                hindered = Long.MAX_VALUE;
            }
            order = candidates.next();
        }
    }

    private boolean rematch(int order) {
        sides.face(orders.side(order), orders.is(order, Orders.STUDY), OrderTerms.NO_PRICE);
        plan.start(order);
        rematch.plan(order);
        return book(order);
    }

    private boolean book(int incoming) {
        if (!plan.complete()) {
            return false;
        }
        for (int fill = 0; fill < plan.size(); fill++) {
            int order = plan.resting(fill);
            long quantity = plan.quantity(fill);
            orders.reduce(incoming, quantity);
            orders.reduce(order, quantity);
            sides.of(order).refresh(order);
            listener.onTrade(
                    ++lastMatch,
                    orders.handle(incoming),
                    orders.handle(order),
                    quantity,
                    plan.price2(fill),
                    plan.source(fill));
        }
        if (orders.inMid.of(incoming) != PriorityIndex.NONE) {
            sides.of(incoming).refresh(incoming);
        }
        return true;
    }
}
