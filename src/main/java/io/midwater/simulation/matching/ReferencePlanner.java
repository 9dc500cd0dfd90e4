package io.midwater.simulation.matching;

import io.midwater.domain.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/** Plans one matching event of the reference engine: which orders, in which order, at which prices. */
final class ReferencePlanner {
    private final MatchingRules rules;
    private final BestPrices quote;
    private final List<ReferenceOrder> book;
    private long minimumSkips;

    ReferencePlanner(MatchingRules rules, BestPrices quote, List<ReferenceOrder> book) {
        this.rules = rules;
        this.quote = quote;
        this.book = book;
    }

    long minimumSkips() {
        return minimumSkips;
    }

    /** Dark-limit prices better than the midpoint, the midpoint, worse dark-limit prices, then blocks. */
    void planArrival(ReferenceOrder incoming, ReferencePlan plan) {
        List<ReferenceOrder> others = others(incoming);
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
    void planRematch(ReferenceOrder incoming, ReferencePlan plan) {
        List<ReferenceOrder> others = others(incoming);
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
}
