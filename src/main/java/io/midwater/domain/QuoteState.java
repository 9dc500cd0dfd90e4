package io.midwater.domain;

import io.midwater.domain.table.RowGroup;

/** What a pair of bid and offer is worth. */
public enum QuoteState {
    /** Bid below offer. */
    NORMAL,
    /** Bid equal to offer: usable, counted. */
    LOCKED,
    /** Bid above offer: not usable, counted. */
    CROSSED,
    /** One side or both not there: not usable. */
    MISSING;

    public static QuoteState of(long bid, long offer) {
        if (bid == RowGroup.NULL || offer == RowGroup.NULL || bid <= 0 || offer <= 0) {
            return MISSING;
        }
        if (bid < offer) {
            return NORMAL;
        }
        return bid == offer ? LOCKED : CROSSED;
    }

    /** True where a midpoint exists. */
    public boolean usable() {
        return this == NORMAL || this == LOCKED;
    }
}
