package io.midwater.simulation.matching;

import static java.util.Objects.requireNonNull;

/**
 * What an engine is told once.
 *
 * @param pairing which orders may meet
 * @param ticks the security's price steps
 * @param blockTier least value of an any-price block trade, price units × shares; 0 switches such trades off
 */
public record MatchingRules(Pairing pairing, TickTable ticks, long blockTier) {
    public MatchingRules {
        requireNonNull(pairing, "pairing is null");
        requireNonNull(ticks, "ticks is null");
        if (blockTier < 0) {
            throw new IllegalArgumentException("block tier must not be negative, was " + blockTier);
        }
    }

    /** No any-price blocks. */
    public MatchingRules(Pairing pairing, TickTable ticks) {
        this(pairing, ticks, 0);
    }
}
