package io.midwater.simulation.matching;

/** Hears every match. It must not call the engine. */
@FunctionalInterface
public interface TradeListener {
    /**
     * One match of two orders.
     *
     * @param matchNumber 1, 2, 3, … in the order of matching
     * @param incoming the order that came in or, after a change of quote, the one taken as if it did
     * @param resting the order it met
     * @param quantity shares, positive
     * @param price2 price in half price units: bid + offer at the midpoint
     * @param source how the match is booked
     */
    void onTrade(long matchNumber, int incoming, int resting, long quantity, long price2, DealSource source);
}
