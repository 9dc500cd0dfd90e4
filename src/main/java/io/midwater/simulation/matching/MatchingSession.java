package io.midwater.simulation.matching;

/**
 * What the trading session lets the dark book do. Centre Point matches in continuous trading only (ASX Trade Introduction and
 * Business Information, section 24.3).
 */
public enum MatchingSession {
    /** Continuous trading: orders match. */
    OPEN,
    /** Orders stay and may change, nothing matches; what became executable meanwhile matches on re-opening. */
    SUSPENDED,
    /** Nothing matches, and every order that rested at the change has left the book. */
    CLOSED
}
