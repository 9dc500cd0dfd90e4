package io.midwater.simulation;

import io.midwater.domain.QuoteHistory;
import io.midwater.domain.SessionHours;

/** The average midpoint over a time of continuous trading, each midpoint weighted by how long it was in force then. */
final class TimeWeightedMid {
    private TimeWeightedMid() {}

    /**
     * @param hours only what is inside continuous trading counts: no quotes before the open, in a halt or after the close
     * @param fromNs start, inclusive
     * @param toNs end, exclusive; at or before the start the midpoint in force at the start is the answer
     * @return in input price units; NaN where no usable quote was in force
     */
    static double of(QuoteHistory quotes, SessionHours hours, long fromNs, long toNs) {
        int index = quotes.at(fromNs);
        if (toNs <= fromNs) {
            return hours.isOpen(fromNs) && quotes.usable(index) ? quotes.mid2(index) / 2.0 : Double.NaN;
        }
        double weighted = 0;
        double weight = 0;
        for (int i = Math.max(0, index); i < quotes.size() && quotes.timestamp(i) < toNs; i++) {
            long start = Math.max(fromNs, quotes.timestamp(i));
            long end = i + 1 < quotes.size() ? Math.min(toNs, quotes.timestamp(i + 1)) : toNs;
            long inForce = hours.continuousNs(start, end);
            if (inForce > 0 && quotes.usable(i)) {
                weighted += quotes.mid2(i) / 2.0 * inForce;
                weight += inForce;
            }
        }
        return weight == 0 ? Double.NaN : weighted / weight;
    }
}
