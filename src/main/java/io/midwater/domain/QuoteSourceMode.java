package io.midwater.domain;

/** Where the quote in force comes from. */
public enum QuoteSourceMode {
    /** Per unit: the quote file if it is dense enough, else the order rows. */
    AUTO,
    /** The quote file. */
    FILE,
    /** The national bid and offer on the order rows. */
    ORDERS
}
