package io.midwater.simulation;

import io.midwater.simulation.matching.DealSource;

/** Hears every match of a replay. Orders are numbers in the slice's index. */
@FunctionalInterface
public interface MatchListener {
    /**
     * One match of two orders.
     *
     * @param match 1, 2, 3, … in the order of matching
     * @param timeNs of the event that caused it, nanoseconds since 1970-01-01 UTC
     * @param incoming the order that came in or, after a change of quote, the older of the two
     * @param resting the order it met
     * @param quantity in quantity units, positive
     * @param price2 in half price units: bid + offer at the midpoint
     * @param bidPx of the quote in force, in price units
     * @param offerPx of the quote in force, in price units
     */
    void onMatch(
            long match,
            long timeNs,
            int incoming,
            int resting,
            long quantity,
            long price2,
            long bidPx,
            long offerPx,
            DealSource source);

    /** Tells another listener too. */
    default MatchListener andThen(MatchListener next) {
        return (match, timeNs, incoming, resting, quantity, price2, bidPx, offerPx, source) -> {
            onMatch(match, timeNs, incoming, resting, quantity, price2, bidPx, offerPx, source);
            next.onMatch(match, timeNs, incoming, resting, quantity, price2, bidPx, offerPx, source);
        };
    }
}
