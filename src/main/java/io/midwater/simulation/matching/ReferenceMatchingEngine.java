package io.midwater.simulation.matching;

import static java.util.Objects.requireNonNull;

import io.midwater.domain.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/** The matching rules as one reads them: linear scans over one list of orders. The fast engine is tested against it. */
public final class ReferenceMatchingEngine implements MatchingEngine {
    private final MatchingRules rules;
    private final TradeListener listener;
    private final BestPrices quote;
    private final Map<Integer, Long> matched = new HashMap<>();
    private final List<ReferenceOrder> book = new ArrayList<>();
    private MatchingSession session = MatchingSession.CLOSED;
    private long lastPriority;
    private long lastMatch;
    private long minimumSkips;

    public ReferenceMatchingEngine(MatchingRules rules, TradeListener listener) {
        this.rules = requireNonNull(rules, "rules is null");
        this.listener = requireNonNull(listener, "listener is null");
        this.quote = new BestPrices(rules.ticks());
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
        return minimumSkips;
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
        List<ReferenceOrder> others = others(incoming);
        if (arriving) {
            planArrival(incoming, others, plan);
        } else {
            planRematch(incoming, others, plan);
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

    /** Dark-limit prices better than the midpoint, the midpoint, worse dark-limit prices, then blocks. */
    private void planArrival(ReferenceOrder incoming, List<ReferenceOrder> others, ReferencePlan plan) {
        int sign = incoming.side.sign();
        long mid2 = quote.mid2();
        List<Long> darkPrices = incoming.darkLimit
                ? bestFirst(incoming, others, other -> other.darkPrice(quote, rules.ticks()))
                : List.of();
        for (long price : darkPrices) {
            if (sign * 2 * price < sign * mid2) {
                planDarkStep(incoming, others, price, plan);
            }
        }
        planStep(incoming, others.stream().filter(other -> other.accepts(mid2)).toList(), mid2, false, plan);
        for (long price : darkPrices) {
            if (sign * 2 * price > sign * mid2) {
                planDarkStep(incoming, others, price, plan);
            }
        }
        if (rules.blockTier() > 0 && incoming.mayTakeBlocks) {
            for (long price : bestFirst(incoming, others, this::blockPrice)) {
                List<ReferenceOrder> blocks = others.stream()
                        .filter(other -> blockPrice(other) == price)
                        .toList();
                planStep(incoming, blocks, 2 * price, true, plan);
            }
        }
    }

    private void planDarkStep(ReferenceOrder incoming, List<ReferenceOrder> others, long price, ReferencePlan plan) {
        List<ReferenceOrder> atPrice = others.stream()
                .filter(other -> other.darkPrice(quote, rules.ticks()) == price)
                .toList();
        planStep(incoming, atPrice, 2 * price, false, plan);
    }

    /** One price step: own orders first where preferenced, each group in priority order. */
    private void planStep(
            ReferenceOrder incoming, List<ReferenceOrder> eligible, long price2, boolean block, ReferencePlan plan) {
        long least = block ? -Math.floorDiv(-rules.blockTier(), price2 / 2) : 0;
        if (incoming.preference != Preference.NONE) {
            for (ReferenceOrder other : eligible) {
                if (incoming.comesInAt(price2, other) && incoming.sameParticipant(other)) {
                    planPair(plan, other, price2, true, block, least);
                }
            }
        }
        for (ReferenceOrder other : eligible) {
            boolean met = incoming.preference != Preference.NONE && incoming.sameParticipant(other);
            if (incoming.comesInAt(price2, other) && !met) {
                planPair(plan, other, price2, false, block, least);
            }
        }
    }

    /** The midpoint, then dark limits that do not cross there: at the price of the older of the two. */
    private void planRematch(ReferenceOrder incoming, List<ReferenceOrder> others, ReferencePlan plan) {
        long mid2 = quote.mid2();
        if (incoming.accepts(mid2)) {
            for (ReferenceOrder other : others) {
                if (other.accepts(mid2)) {
                    planPair(plan, other, mid2, false, false, 0);
                }
            }
        }
        for (ReferenceOrder other : others) {
            boolean crossAtMid = incoming.accepts(mid2) && other.accepts(mid2);
            ReferenceOrder older = incoming.priority < other.priority ? incoming : other;
            long price = older.darkPrice(quote, rules.ticks());
            if (incoming.darkLimit
                    && other.darkLimit
                    && !crossAtMid
                    && price > 0
                    && incoming.accepts(2 * price)
                    && other.accepts(2 * price)) {
                planPair(plan, other, 2 * price, false, false, 0);
            }
        }
    }

    private void planPair(
            ReferencePlan plan, ReferenceOrder other, long price2, boolean preferenced, boolean block, long least) {
        if (!plan.take(other, price2, preferenced, block, least)) {
            minimumSkips++;
        }
    }

    /** Orders on the other side that this one may meet, by priority. */
    private List<ReferenceOrder> others(ReferenceOrder order) {
        List<ReferenceOrder> others = new ArrayList<>();
        for (ReferenceOrder other : book) {
            boolean ownOnly = order.preference == Preference.ONLY || other.preference == Preference.ONLY;
            if (other.side != order.side
                    && other.available() > 0
                    && rules.pairing().allows(order.study, other.study)
                    && (!ownOnly || order.sameParticipant(other))) {
                others.add(other);
            }
        }
        return others;
    }

    /** The distinct prices of resting orders, best for the incoming order first; 0 is no price. */
    private static List<Long> bestFirst(
            ReferenceOrder incoming, List<ReferenceOrder> others, ToLongFunction<ReferenceOrder> priceOf) {
        Comparator<Long> order = incoming.side == Side.BUY ? Comparator.naturalOrder() : Comparator.reverseOrder();
        TreeSet<Long> prices = new TreeSet<>(order);
        for (ReferenceOrder other : others) {
            prices.add(priceOf.applyAsLong(other));
        }
        prices.remove(0L);
        return List.copyOf(prices);
    }

    /** A resting block trades at its limit, at or outside its side's best price; 0 if it does not. */
    private long blockPrice(ReferenceOrder order) {
        int sign = order.side.sign();
        boolean outside = order.limit > 0 && sign * order.limit <= sign * quote.best(order.side);
        return order.anyPriceBlock && outside ? order.limit : 0;
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
