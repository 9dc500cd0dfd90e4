package io.midwater.simulation.matching;

import static java.util.Objects.requireNonNull;

/**
 * The fast engine: each event costs O(log n) in the resting orders and each trade as much again, apart from orders passed over
 * for a minimum quantity, which are counted. Nothing is allocated per event once the arrays have grown to the day's size.
 */
public final class BookMatchingEngine implements MatchingEngine {
    private static final int FEW = 1024;

    private final BestPrices quote;
    private final Orders orders;
    private final Sides sides;
    private final Handles handles;
    private final Matcher matcher;
    private MatchingSession session = MatchingSession.CLOSED;
    private int resting;
    private long lastPriority;

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
        requireNonNull(listener, "listener is null");
        this.quote = new BestPrices(rules.ticks());
        this.orders = new Orders(Math.max(1, resting), rules);
        this.sides = new Sides(rules.pairing(), orders, resting);
        this.handles = new Handles(Math.max(1, handles));
        this.matcher = new Matcher(rules, orders, sides, quote, listener);
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
        rest(handle, order, terms);
    }

    @Override
    public void place(int handle, OrderTerms terms) {
        rest(handle, create(handle, terms), terms);
    }

    @Override
    public void amend(int handle, OrderTerms terms, boolean keepsPriority) {
        int order = handles.place(handle);
        if (order == PriorityIndex.NONE) {
            enter(handle, terms);
            return;
        }
        boolean samePlace = keepsPriority
                && terms.rests()
                && terms.side() == orders.side(order)
                && terms.isStudy() == orders.is(order, Orders.STUDY);
        if (samePlace) {
            sides.of(order).replace(order, terms);
            arrive(order, terms);
            return;
        }
        long priority = keepsPriority ? orders.priority(order) : ++lastPriority;
        remove(handle);
        order = take(handle, terms, priority);
        arrive(order, terms);
        rest(handle, order, terms);
    }

    @Override
    public void quantity(int handle, long available, long open) {
        int order = handles.place(handle);
        if (order != PriorityIndex.NONE) {
            orders.quantity(order, available, open);
            sides.of(order).refresh(order);
        }
    }

    @Override
    public void minimum(int handle, long shares) {
        int order = handles.place(handle);
        if (order != PriorityIndex.NONE) {
            orders.minimum(order, shares);
            sides.of(order).refresh(order);
        }
    }

    @Override
    public void restate(int handle, long quantity, long minimum) {
        int order = handles.place(handle);
        if (order != PriorityIndex.NONE) {
            orders.forgetMatches(order);
            orders.quantity(order, quantity, quantity);
            orders.minimum(order, minimum);
            sides.of(order).refresh(order);
        }
    }

    @Override
    public void remove(int handle) {
        int order = handles.place(handle);
        if (order != PriorityIndex.NONE) {
            sides.of(order).remove(order);
            leave(handle, order);
            resting--;
        }
    }

    @Override
    public long matched(int handle) {
        int order = handles.place(handle);
        return order == PriorityIndex.NONE ? handles.matched(handle) : orders.matched(order);
    }

    @Override
    public long available(int handle) {
        int order = handles.place(handle);
        return order == PriorityIndex.NONE ? 0 : orders.available(order);
    }

    @Override
    public int resting() {
        return resting;
    }

    @Override
    public long minimumSkips() {
        return matcher.minimumSkips();
    }

    private void arrive(int order, OrderTerms terms) {
        if (session == MatchingSession.OPEN && !terms.isPassive()) {
            matcher.arrive(order, terms);
        }
    }

    private void uncross() {
        if (session == MatchingSession.OPEN) {
            matcher.uncross();
        }
    }

    private int create(int handle, OrderTerms terms) {
        handles.requireFree(handle);
        return take(handle, terms, ++lastPriority);
    }

    private int take(int handle, OrderTerms terms, long priority) {
        int order = orders.take(handle, handles.matched(handle));
        orders.priority(order, priority);
        orders.fill(order, terms);
        return order;
    }

    private void leave(int handle, int order) {
        handles.leave(handle, orders.matched(order));
        orders.release(order);
    }

    private void rest(int handle, int order, OrderTerms terms) {
        if (terms.rests()) {
            handles.rest(handle, order);
            sides.of(order).add(order);
            resting++;
        } else {
            leave(handle, order);
        }
    }

    private void clear() {
        sides.clear();
        for (int handle = 0; handle < handles.size() && resting > 0; handle++) {
            int order = handles.place(handle);
            if (order != PriorityIndex.NONE) {
                leave(handle, order);
                resting--;
            }
        }
    }
}
