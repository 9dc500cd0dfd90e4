package io.midwater.classification;

/** Which orders are studied, by kind. */
public enum Population {
    /** Centre Point sweeps. */
    SWEEP,
    /** Every Centre Point order. */
    CENTRE_POINT,
    /** Every order with a trade, as the older pipeline had it. */
    ANY_TRADED,
    /** Every order. */
    ALL
}
