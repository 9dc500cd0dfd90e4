package io.midwater.domain;

/** Which column or file a quote was read from. */
public enum QuoteSource {
    /** The quote file. */
    FILE,
    /** The national bid and offer on an order row. */
    NATIONAL,
    /** The exchange's own bid and offer on an order row, where the national ones are not there. */
    LOCAL
}
