package io.midwater.simulation.matching;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The matching rules as one reads them: linear scans over one list of orders. The fast engine is tested against it. */
public final class ReferenceMatchingEngine implements MatchingEngine {
    private final MatchingRules rules;
    private final TradeListener listener;
    private final BestPrices quote;
    private final Map<Integer, Long> matched = new HashMap<>();
    private final List<ReferenceOrder> book = new ArrayList<>();
    private final ReferencePlanner planner;
    private MatchingSession session = MatchingSession.CLOSED;
    private long lastPriority;
    private long lastMatch;

    public ReferenceMatchingEngine(MatchingRules rules, TradeListener listener) {
        this.rules = requireNonNull(rules, "rules is null");
        this.listener = requireNonNull(listener, "listener is null");
        this.quote = new BestPrices(rules.ticks());
        this.planner = new ReferencePlanner(rules, quote, book);
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
            book.clear();
        }
        if (opens) {
            uncross();
        }
    }

    @Override
    public void enter(int handle, OrderTerms terms) {
        if (find(handle) != null) {
            throw new IllegalStateException("order " + handle + " rests already");
        }
        ReferenceOrder order = order(handle, terms, ++lastPriority);
        if (!terms.isPassive()) {
            match(order, true);
        }
        rest(order, terms);
    }

    @Override
    public void place(int handle, OrderTerms terms) {
        if (find(handle) != null) {
            throw new IllegalStateException("order " + handle + " rests already");
        }
        rest(order(handle, terms, ++lastPriority), terms);
    }

    @Override
    public void amend(int handle, OrderTerms terms, boolean keepsPriority) {
        ReferenceOrder before = find(handle);
        book.remove(before);
        long priority = keepsPriority && before != null ? before.priority : ++lastPriority;
        ReferenceOrder order = order(handle, terms, priority);
        if (!terms.isPassive()) {
            match(order, true);
        }
        rest(order, terms);
    }

    @Override
    public void quantity(int handle, long available, long open) {
        ReferenceOrder order = find(handle);
        if (order != null) {
            order.state(available, open);
        }
    }

    @Override
    public void minimum(int handle, long shares) {
        ReferenceOrder order = find(handle);
        if (order != null) {
            order.minimum = shares;
            order.dropMinimumBeyondOpen();
        }
    }

    @Override
    public void restate(int handle, long quantity, long minimum) {
        ReferenceOrder order = find(handle);
        if (order != null) {
            matched.put(handle, 0L);
            order.matched = 0;
            order.minimum = minimum;
            quantity(handle, quantity, quantity);
        }
    }

    @Override
    public void remove(int handle) {
        book.remove(find(handle));
    }

    @Override
    public long matched(int handle) {
        return matched.getOrDefault(handle, 0L);
    }

    @Override
    public long available(int handle) {
        ReferenceOrder order = find(handle);
        return order == null ? 0 : order.available();
    }

    @Override
    public int resting() {
        return book.size();
    }

    @Override
    public long minimumSkips() {
        return planner.minimumSkips();
    }

    /** Takes the oldest order that can trade as incoming, again and again, until none can. */
    private void uncross() {
        boolean traded;
        do {
            traded = false;
            for (int i = 0; i < book.size() && !traded; i++) {
                traded = match(book.get(i), false);
            }
        } while (traded);
    }

    private boolean match(ReferenceOrder incoming, boolean arriving) {
        if (session != MatchingSession.OPEN || !quote.valid() || incoming.available() == 0) {
            return false;
        }
        ReferencePlan plan = new ReferencePlan(incoming);
        if (arriving) {
            planner.planArrival(incoming, plan);
        } else {
            planner.planRematch(incoming, plan);
        }
        if (!plan.meetsMinimum()) {
            return false;
        }
        for (ReferencePlan.Fill fill : plan.fills()) {
            book(incoming, fill.quantity());
            book(fill.resting(), fill.quantity());
            listener.onTrade(
                    ++lastMatch, incoming.handle, fill.resting().handle, fill.quantity(), fill.price2(), fill.source());
        }
        return !plan.fills().isEmpty();
    }

    private void book(ReferenceOrder order, long quantity) {
        order.matched += quantity;
        matched.put(order.handle, order.matched);
        if (order.simulated) {
            order.dropMinimumBeyondOpen();
        }
    }

    private ReferenceOrder order(int handle, OrderTerms terms, long priority) {
        boolean simulated = rules.pairing().simulates(terms.isStudy());
        return new ReferenceOrder(handle, terms, simulated, matched(handle), priority);
    }

    private void rest(ReferenceOrder order, OrderTerms terms) {
        if (terms.rests()) {
            book.add(order);
            book.sort(Comparator.comparingLong(resting -> resting.priority));
        }
    }

    private ReferenceOrder find(int handle) {
        for (ReferenceOrder order : book) {
            if (order.handle == handle) {
                return order;
            }
        }
        return null;
    }
}
