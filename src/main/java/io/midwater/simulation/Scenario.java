package io.midwater.simulation;

import java.util.Locale;

/** What the simulation assumes about the dark pool. */
public enum Scenario {
    /** Everything fills at the benchmark. */
    UNLIMITED,
    /** A fraction fills at the benchmark, the rest as in reality. */
    LIMITED_50,
    /** A fraction fills at the benchmark, the rest at benchmark plus impact. */
    PRICE_IMPACT,
    /** The replayed midpoint book decides. */
    MIDPOINT;

    /** The scenario's name in configuration and tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
