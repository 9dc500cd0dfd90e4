package io.midwater.generator;

import java.util.Arrays;

/**
 * One commit of the matching engine: matches change orders at once, messages of affected orders and then the trades are
 * written at its end, all with one timestamp.
 */
final class Transaction {
    private static final double LOCKED_SNAPSHOT = 0.04;

    private final Instrument book;
    private final RandomStream random;
    private final Quote quote;
    private final Quote snapshot = new Quote();
    private final Tape tape;
    private final KnownAnswers answers;
    private long nextMatchId;

    private long number;
    private long now;
    private int aggressor;
    private LiveOrder[] touched = new LiveOrder[64];
    private int touchedCount;
    private LiveOrder[] buyers = new LiveOrder[64];
    private LiveOrder[] sellers = new LiveOrder[64];
    private long[] prices = new long[64];
    private long[] shares = new long[64];
    private int[] sources = new int[64];
    private int[] aggressors = new int[64];
    private int count;

    Transaction(Instrument book, RandomStream random, Quote quote, Tape tape, KnownAnswers answers, long firstMatchId) {
        this.book = book;
        this.random = random;
        this.quote = quote;
        this.tape = tape;
        this.answers = answers;
        nextMatchId = firstMatchId;
    }

    /** @param aggressorSign side of the incoming order, 0 when there is none */
    void begin(long time, int aggressorSign) {
        number++;
        now = time;
        aggressor = aggressorSign;
        touchedCount = 0;
        count = 0;
    }

    void matchDark(LiveOrder incoming, LiveOrder contra, long quantity, long price2, int dealSource, boolean resting) {
        // Centre Point prices are published cut to the instrument's decimals.
        record(incoming, contra, quantity, price2 / 2, dealSource, resting ? 0 : aggressor);
    }

    void matchLit(LiveOrder incoming, LiveOrder contra, long quantity, int level, boolean continuous) {
        boolean booked = DealSource.isBooked(incoming, contra);
        int source = booked ? DealSource.BOOKED_LIT : DealSource.LIT;
        if (!continuous) {
            source = booked ? DealSource.BOOKED_AUCTION : DealSource.AUCTION;
        }
        record(incoming, contra, quantity, book.price(level), source, continuous ? aggressor : 0);
    }

    /** A match with an order that the orders file does not know. */
    void matchStranger(LiveOrder incoming, LiveOrder stranger, long quantity, int level) {
        record(incoming, stranger, quantity, book.price(level), DealSource.LIT, aggressor);
        touchedCount--;
        answers.orphanLeg();
    }

    private void record(LiveOrder one, LiveOrder other, long quantity, long price, int source, int aggressorSign) {
        one.fill(now, quantity, price, source);
        other.fill(now, quantity, price, source);
        touch(one);
        touch(other);
        add(one, other, quantity, price, source, aggressorSign);
    }

    private void add(LiveOrder one, LiveOrder other, long quantity, long price, int source, int aggressorSign) {
        if (count == shares.length) {
            int size = 2 * count;
            buyers = Arrays.copyOf(buyers, size);
            sellers = Arrays.copyOf(sellers, size);
            prices = Arrays.copyOf(prices, size);
            shares = Arrays.copyOf(shares, size);
            sources = Arrays.copyOf(sources, size);
            aggressors = Arrays.copyOf(aggressors, size);
        }
        buyers[count] = one.sign > 0 ? one : other;
        sellers[count] = one.sign > 0 ? other : one;
        prices[count] = price;
        shares[count] = quantity;
        sources[count] = source;
        aggressors[count++] = aggressorSign;
    }

    private void touch(LiveOrder order) {
        if (order.touchedBy == number) {
            return;
        }
        order.touchedBy = number;
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, 2 * touchedCount);
        }
        touched[touchedCount++] = order;
    }

    /** Writes the affected orders' messages, except the incoming order's own, and the trades. */
    void end(LiveOrder incoming) {
        for (int i = 0; i < touchedCount; i++) {
            LiveOrder order = touched[i];
            if (order != incoming) {
                int status = order.leaves == 0 ? Reason.NOT_ON_BOOK : Reason.ON_BOOK;
                tape.order(book, order, now, status, Reason.TRADED, quote);
            }
        }
        for (int i = 0; i < count; i++) {
            writeTrade(buyers[i], sellers[i], prices[i], shares[i], sources[i], aggressors[i]);
        }
    }

    private void writeTrade(LiveOrder buyer, LiveOrder seller, long price, long quantity, int source, int aggressive) {
        long matchId = nextMatchId;
        nextMatchId += 1 + random.below(5);
        snapshot.national(quote.nationalBid, quote.nationalOffer);
        if (random.chance(LOCKED_SNAPSHOT)) {
            snapshot.national(price, price);
        }
        tape.leg(book, buyer.id, 1, buyer.participant, now, price, quantity, source, matchId, aggressive > 0, snapshot);
        tape.leg(
                book,
                seller.id,
                -1,
                seller.participant,
                now,
                price,
                quantity,
                source,
                matchId,
                aggressive < 0,
                snapshot);
    }

    /** A trade made elsewhere and reported; it changes no order. */
    void report(long time, LiveOrder buyer, LiveOrder seller, long price, long quantity, int source) {
        now = time;
        writeTrade(buyer, seller, price, quantity, source, 0);
    }

    int touchedCount() {
        return touchedCount;
    }

    LiveOrder touched(int index) {
        return touched[index];
    }
}
