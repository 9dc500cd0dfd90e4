package io.midwater.simulation.matching;

/** How an order treats orders of its own participant (ASX Trade Introduction and Business Information, section 24.10). */
public enum Preference {
    /** Like all others. */
    NONE,
    /** Met first inside each price step when this order comes in; its participant has opted in to preferencing. */
    FIRST,
    /** Trades with no one else. */
    ONLY
}
