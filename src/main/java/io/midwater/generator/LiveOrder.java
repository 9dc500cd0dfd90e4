package io.midwater.generator;

/** An order while it lives: its terms, its state on the book, and what is known about its day. Reused after its end. */
final class LiveOrder {
    static final int SHORT = 2;
    static final int CENTRE_POINT = 64;
    static final int SWEEP = 2048;
    static final int BLOCK = 4096;
    static final int MARKET = 2;

    // Terms.
    long id;
    int sign;
    int participant;
    int level;
    int typeBits;
    int orderType;
    int midTick;
    int singleFill;
    long minimum;
    long crossingKey;
    int validity;
    long shortQuantity;

    // State on the book.
    long quantity;
    long leaves;
    long matched;
    long minimumLeft;
    long priority;
    boolean resting;
    LiveOrder above;
    LiveOrder below;
    int slot;

    // Plans: a timer that carries another generation belongs to an earlier life of this object.
    int generation;
    int amendmentsLeft;
    long endTime;
    int endReason;
    long touchedBy;
    /** The order's number in the day's dark pool, −1 before it has met the pool. */
    int darkHandle;

    // Known answers of the business date.
    long initialQuantity;
    long matchedBefore;
    long arrival;
    long completion;
    long firstFill;
    long lastFill;
    int fills;
    long tradedValue;
    long dark;
    long lit;
    long auction;
    long booked;
    boolean carried;
    boolean amended;
    int finalStatus;
    int finalReason;

    boolean isDarkOnly() {
        return (typeBits & (CENTRE_POINT | BLOCK)) != 0;
    }

    boolean isCentrePoint() {
        return (typeBits & (CENTRE_POINT | BLOCK | SWEEP)) != 0;
    }

    boolean isSweep() {
        return (typeBits & SWEEP) != 0;
    }

    boolean isMarket() {
        return orderType == MARKET;
    }

    boolean isImmediate() {
        return validity == Validity.IMMEDIATE;
    }

    void startDay(long arrivalNs) {
        initialQuantity = leaves;
        matchedBefore = matched;
        arrival = arrivalNs;
        completion = 0;
        firstFill = 0;
        lastFill = 0;
        fills = 0;
        tradedValue = 0;
        dark = 0;
        lit = 0;
        auction = 0;
        booked = 0;
        amended = false;
        darkHandle = -1;
    }

    /** Takes shares off; a minimum quantity above what is left lapses for good. */
    void reduce(long shares) {
        leaves -= shares;
        if (leaves < minimumLeft) {
            minimumLeft = 0;
        }
    }

    void fill(long now, long shares, long price, int dealSource) {
        reduce(shares);
        matched += shares;
        fills++;
        tradedValue = Math.addExact(tradedValue, Math.multiplyExact(shares, price));
        if (firstFill == 0) {
            firstFill = now;
        }
        lastFill = now;
        if (leaves == 0) {
            completion = now;
        }
        switch (dealSource) {
            case DealSource.LIT -> lit += shares;
            case DealSource.AUCTION -> auction += shares;
            case DealSource.PREFERENCE, DealSource.CENTRE_POINT -> dark += shares;
            default -> booked += shares;
        }
    }
}
