package io.midwater.simulation.matching;

import static java.util.Objects.requireNonNull;

import io.midwater.domain.Side;
import java.util.Arrays;

/**
 * The fast engine: each event costs O(log n) in the resting orders and each trade as much again, apart from orders passed over
 * for a minimum quantity, which are counted. Nothing is allocated per event once the arrays have grown to the day's size.
 */
public final class BookMatchingEngine implements MatchingEngine {
    private static final int FEW = 1024;

    private final TradeListener listener;
    private final BestPrices quote;
    private final Orders orders;
    private final Opposite opposite;
    private final Plan plan;
    private final Arrival arrival;
    private final Rematch rematch;
    private final Candidates candidates;
    private MatchingSession session = MatchingSession.CLOSED;
    /** By handle: the order's place + 1, 0 if it does not rest. */
    private int[] places;
    /** By handle: shares matched so far. */
    private long[] matched;

    private int resting;
    private long lastPriority;
    private long lastMatch;

    public BookMatchingEngine(MatchingRules rules, TradeListener listener) {
        this(rules, listener, FEW, FEW);
    }

    /**
     * An engine with room for a number of handles and of resting orders; it grows beyond them when it must.
     *
     * @param handles expected largest handle + 1
     * @param resting expected number of orders resting at a time
     */
    public BookMatchingEngine(MatchingRules rules, TradeListener listener, int handles, int resting) {
        requireNonNull(rules, "rules is null");
        this.listener = requireNonNull(listener, "listener is null");
        this.quote = new BestPrices(rules.ticks());
        this.orders = new Orders(Math.max(1, resting), rules);
        this.opposite = new Opposite(rules.pairing(), orders, resting);
        this.plan = new Plan(orders);
        this.arrival = new Arrival(orders, opposite, quote, plan, rules.blockTier());
        this.rematch = new Rematch(orders, opposite, quote, plan);
        this.candidates = new Candidates(orders, opposite, quote);
        this.places = new int[Math.max(1, handles)];
        this.matched = new long[places.length];
    }

    @Override
    public void quote(long bid, long offer) {
        if (quote.change(bid, offer)) {
            uncross();
        }
    }

    @Override
    public void session(MatchingSession state) {
        boolean opens = session != MatchingSession.OPEN && state == MatchingSession.OPEN;
        session = state;
        if (state == MatchingSession.CLOSED) {
            clear();
        }
        if (opens) {
            uncross();
        }
    }

    @Override
    public void enter(int handle, OrderTerms terms) {
        int order = create(handle, terms);
        arrive(order, terms);
        rest(order, terms);
    }

    @Override
    public void place(int handle, OrderTerms terms) {
        rest(create(handle, terms), terms);
    }

    @Override
    public void amend(int handle, OrderTerms terms, boolean keepsPriority) {
        int order = find(handle);
        if (order == PriorityIndex.NONE) {
            enter(handle, terms);
            return;
        }
        boolean samePlace = keepsPriority
                && terms.rests()
                && terms.side() == orders.side(order)
                && terms.isStudy() == orders.is(order, Orders.STUDY);
        if (samePlace) {
            sideOf(order).replace(order, terms, matched[handle]);
            arrive(order, terms);
            return;
        }
        long priority = keepsPriority ? orders.priority[order] : ++lastPriority;
        remove(handle);
        order = orders.take(handle);
        orders.priority[order] = priority;
        orders.fill(order, terms, matched[handle]);
        arrive(order, terms);
        rest(order, terms);
    }

    @Override
    public void quantity(int handle, long available, long open) {
        int order = find(handle);
        if (order != PriorityIndex.NONE) {
            orders.quantity(order, available, open, matched[handle]);
            sideOf(order).refresh(order);
        }
    }

    @Override
    public void minimum(int handle, long shares) {
        int order = find(handle);
        if (order != PriorityIndex.NONE) {
            orders.minimum[order] = shares;
            orders.dropMinimumBeyondOpen(order);
            sideOf(order).refresh(order);
        }
    }

    @Override
    public void restate(int handle, long quantity, long minimum) {
        int order = find(handle);
        if (order != PriorityIndex.NONE) {
            matched[handle] = 0;
            orders.minimum[order] = minimum;
            quantity(handle, quantity, quantity);
        }
    }

    @Override
    public void remove(int handle) {
        int order = find(handle);
        if (order != PriorityIndex.NONE) {
            sideOf(order).remove(order);
            places[handle] = 0;
            orders.release(order);
            resting--;
        }
    }

    @Override
    public long matched(int handle) {
        return handle < matched.length ? matched[handle] : 0;
    }

    @Override
    public long available(int handle) {
        int order = find(handle);
        return order == PriorityIndex.NONE ? 0 : orders.available[order];
    }

    @Override
    public int resting() {
        return resting;
    }

    @Override
    public long minimumSkips() {
        return plan.skips();
    }

    private void arrive(int order, OrderTerms terms) {
        if (!terms.isPassive() && mayMatch(order)) {
            opposite.face(terms.side(), terms.isStudy(), terms.realKey());
            plan.start(order);
            arrival.plan(order);
            book(order);
        }
    }

    /**
     * Takes the oldest order that can trade as incoming, again and again. An order without a match gets none later in the same
     * uncross, unless a minimum quantity stood in its way: after a trade the search goes back to the oldest of those only.
     */
    private void uncross() {
        if (session != MatchingSession.OPEN || !quote.valid()) {
            return;
        }
        long hindered = Long.MAX_VALUE;
        int order = candidates.next(0);
        while (order != PriorityIndex.NONE) {
            long priority = orders.priority[order];
            boolean trades = rematch(order);
            if (plan.minimumStoodInTheWay()) {
                hindered = Math.min(hindered, priority);
            }
            long after = priority;
            if (trades && hindered != Long.MAX_VALUE) {
                after = hindered - 1;
                hindered = Long.MAX_VALUE;
            }
            order = candidates.next(after);
        }
    }

    private boolean rematch(int order) {
        opposite.face(orders.side(order), orders.is(order, Orders.STUDY), OrderTerms.NO_PRICE);
        plan.start(order);
        rematch.plan(order);
        return book(order);
    }

    private boolean mayMatch(int order) {
        return session == MatchingSession.OPEN && quote.valid() && orders.available[order] > 0;
    }

    private boolean book(int incoming) {
        if (!plan.complete()) {
            return false;
        }
        for (int fill = 0; fill < plan.size(); fill++) {
            int order = plan.resting(fill);
            long quantity = plan.quantity(fill);
            reduce(incoming, quantity);
            reduce(order, quantity);
            sideOf(order).refresh(order);
            listener.onTrade(
                    ++lastMatch,
                    orders.handle[incoming],
                    orders.handle[order],
                    quantity,
                    plan.price2(fill),
                    plan.source(fill));
        }
        if (orders.inMid.of(incoming) != PriorityIndex.NONE) {
            sideOf(incoming).refresh(incoming);
        }
        return true;
    }

    private void reduce(int order, long quantity) {
        orders.reduce(order, quantity);
        matched[orders.handle[order]] += quantity;
    }

    private int create(int handle, OrderTerms terms) {
        if (find(handle) != PriorityIndex.NONE) {
            throw new IllegalStateException("order " + handle + " rests already");
        }
        if (handle >= places.length) {
            int capacity = Math.max(handle + 1, 2 * places.length);
            places = Arrays.copyOf(places, capacity);
            matched = Arrays.copyOf(matched, capacity);
        }
        int order = orders.take(handle);
        orders.priority[order] = ++lastPriority;
        orders.fill(order, terms, matched[handle]);
        return order;
    }

    private void rest(int order, OrderTerms terms) {
        if (terms.rests()) {
            places[orders.handle[order]] = order + 1;
            sideOf(order).add(order);
            resting++;
        } else {
            orders.release(order);
        }
    }

    private void clear() {
        opposite.clear();
        for (int handle = 0; handle < places.length && resting > 0; handle++) {
            if (places[handle] != 0) {
                orders.release(places[handle] - 1);
                places[handle] = 0;
                resting--;
            }
        }
    }

    private int find(int handle) {
        return handle < places.length ? places[handle] - 1 : PriorityIndex.NONE;
    }

    private BookSide sideOf(int order) {
        Side side = orders.side(order);
        return opposite.side(side, orders.is(order, Orders.STUDY));
    }
}
