package io.midwater.simulation;

import io.midwater.domain.QuoteHistory;

/** The average midpoint over a time, each midpoint weighted by how long it was in force. */
final class TimeWeightedMid {
    private TimeWeightedMid() {}

    /**
     * @param fromNs start, inclusive
     * @param toNs end, exclusive; at or before the start the midpoint in force at the start is the answer
     * @return in input price units; NaN where no usable quote was in force
     */
    static double of(QuoteHistory quotes, long fromNs, long toNs) {
        int index = quotes.at(fromNs);
        if (toNs <= fromNs) {
            return quotes.usable(index) ? quotes.mid2(index) / 2.0 : Double.NaN;
        }
        double weighted = 0;
        double weight = 0;
        for (int i = Math.max(0, index); i < quotes.size() && quotes.timestamp(i) < toNs; i++) {
            long start = Math.max(fromNs, quotes.timestamp(i));
            long end = i + 1 < quotes.size() ? Math.min(toNs, quotes.timestamp(i + 1)) : toNs;
            if (end > start && quotes.usable(i)) {
                weighted += quotes.mid2(i) / 2.0 * (end - start);
                weight += end - start;
            }
        }
        return weight == 0 ? Double.NaN : weighted / weight;
    }
}
