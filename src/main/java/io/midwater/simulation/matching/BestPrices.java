package io.midwater.simulation.matching;

import io.midwater.domain.Side;

/** The quote in force and the prices that follow from it. */
final class BestPrices {
    private final TickTable ticks;
    private boolean valid;
    private long bid;
    private long offer;
    private long highestInside;
    private long lowestInside;

    BestPrices(TickTable ticks) {
        this.ticks = ticks;
    }

    /** True if the quote is valid and new. */
    boolean change(long newBid, long newOffer) {
        boolean nowValid = newBid > 0 && newOffer > 0 && newBid <= newOffer;
        if (!nowValid) {
            valid = false;
            return false;
        }
        if (valid && newBid == bid && newOffer == offer) {
            return false;
        }
        valid = true;
        bid = newBid;
        offer = newOffer;
        highestInside = ticks.floor(newOffer - 1);
        lowestInside = ticks.ceiling(newBid + 1);
        return true;
    }

    boolean valid() {
        return valid;
    }

    /** Twice the midpoint. */
    long mid2() {
        return bid + offer;
    }

    /** The best price of a side: bid for a buy, offer for a sell. */
    long best(Side side) {
        return side == Side.BUY ? bid : offer;
    }

    /** The most aggressive on-tick price of a side that stays strictly inside the other side's best price. */
    long mostAggressiveInside(Side side) {
        return side == Side.BUY ? highestInside : lowestInside;
    }
}
