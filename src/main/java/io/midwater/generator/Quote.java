package io.midwater.generator;

/** The prices in force that every message carries, in price units; Long.MIN_VALUE is the feed's "not available". */
final class Quote {
    static final long MISSING = Long.MIN_VALUE;

    long nationalBid = MISSING;
    long nationalOffer = MISSING;
    long bid = MISSING;
    long offer = MISSING;

    void national(long newBid, long newOffer) {
        nationalBid = newBid;
        nationalOffer = newOffer;
    }

    void local(long newBid, long newOffer) {
        bid = newBid;
        offer = newOffer;
    }
}
