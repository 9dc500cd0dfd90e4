package io.midwater.simulation.matching;

import io.midwater.domain.Side;

/** An order of the reference engine. */
final class ReferenceOrder {
    final int handle;
    final Side side;
    final boolean study;
    final boolean simulated;
    final boolean darkLimit;
    final boolean anyPriceBlock;
    final boolean mayTakeBlocks;
    final boolean singleFill;
    final int participant;
    final long crossingKey;
    final Preference preference;
    final long limit;
    final long realKey;
    final long limitKey;
    private long quantity;
    private long statedOpen;
    long minimum;
    long matched;
    long priority;

    ReferenceOrder(int handle, OrderTerms terms, boolean simulated, long matched, long priority) {
        this.handle = handle;
        this.simulated = simulated;
        this.side = terms.side();
        this.study = terms.isStudy();
        this.darkLimit = terms.darkLimit();
        this.anyPriceBlock = terms.anyPriceBlock();
        this.mayTakeBlocks = terms.mayTakeBlocks();
        this.singleFill = terms.singleFill();
        this.participant = terms.participant();
        this.crossingKey = terms.crossingKey();
        this.preference = terms.preference();
        this.limit = terms.limit();
        this.limitKey = terms.limitKey();
        this.realKey = terms.realKey();
        this.minimum = terms.minimum();
        this.matched = matched;
        this.priority = priority;
        state(terms.quantity(), terms.openQuantity());
    }

    /** Sets what the order brings in all and has really open: no less than it can give. */
    void state(long newQuantity, long open) {
        quantity = newQuantity;
        statedOpen = Math.max(open, available());
        dropMinimumBeyondOpen();
    }

    /** What the order can still give. */
    long available() {
        return Math.max(0, quantity - matched);
    }

    /** What is open: what matches leave, or what the caller states. */
    long open() {
        return simulated ? available() : statedOpen;
    }

    /** A minimum larger than what is open lapses. */
    void dropMinimumBeyondOpen() {
        if (open() > 0 && open() < minimum) {
            minimum = 0;
        }
    }

    /** Whether the limit allows a price in half units. */
    boolean accepts(long price2) {
        return side.sign() * price2 <= limitKey;
    }

    /** Whether the order may come in against a contra at a price: not where its real limit has met it already. */
    boolean comesInAt(long price2, ReferenceOrder other) {
        boolean metInReality = study && !other.study && side.sign() * price2 <= realKey;
        return accepts(price2) && !metInReality;
    }

    /** The one on-tick price at which a resting dark limit trades away from the midpoint; 0 if there is none inside. */
    long darkPrice(BestPrices quote, TickTable ticks) {
        if (!darkLimit) {
            return 0;
        }
        long inside = quote.mostAggressiveInside(side);
        long price = inside;
        if (limitKey != OrderTerms.ANY_PRICE) {
            // An odd limit is half a unit off: round away from the other side, then to the tick.
            long limit2 = side.sign() * limitKey;
            price = side == Side.BUY
                    ? Math.min(inside, ticks.floor(Math.floorDiv(limit2, 2)))
                    : Math.max(inside, ticks.ceiling(-Math.floorDiv(-limit2, 2)));
        }
        return side.sign() * price > side.sign() * quote.best(side) ? price : 0;
    }

    boolean sameParticipant(ReferenceOrder other) {
        return participant != 0 && participant == other.participant;
    }
}
