package io.midwater.benchmark;

import io.midwater.domain.Side;
import io.midwater.simulation.matching.MatchingEngine;
import io.midwater.simulation.matching.MatchingSession;
import io.midwater.simulation.matching.MidTick;
import io.midwater.simulation.matching.OrderTerms;
import io.midwater.simulation.matching.Pairing;
import io.midwater.simulation.matching.Preference;
import io.midwater.simulation.matching.TickTable;
import java.util.SplittableRandom;

/**
 * A day's worth of events in primitive arrays: 55 in 100 orders that come in, 5 amendments, 15 quotes, the rest removals of
 * orders chosen at random, with limits around a midpoint that wanders, up to a given number of resting orders. It can be
 * applied to the same engine again and again: it ends with an empty book, or else each time starts with one that is full.
 */
final class MatchingStream {
    private static final byte ENTER = 0;
    private static final byte AMEND = 1;
    private static final byte QUOTE = 2;
    private static final byte REMOVE = 3;

    /** Of 100 events 55 bring an order and 25 take one away: 10 for every 3 that stay. */
    private static final int EVENTS_TO_REST = 4;

    private final Pairing pairing;
    private final int size;
    /** Events that fill the book before the stream proper begins. */
    private final int filling;

    private final byte[] kind;
    private final int[] handle;
    /** Of a quote: the offer. */
    private final int[] quantity;
    /** Of a quote: the bid. */
    private final int[] price;

    private final byte[] flags;
    private final OrderTerms terms = new OrderTerms();
    private int handles;

    /**
     * A stream that begins and ends with an empty book.
     *
     * @param pairing {@link Pairing#EVERY_PAIR} makes a plain exchange; otherwise half of the orders are study orders, one
     *     contra in ten has a minimum quantity and three in ten orders preference their own participant
     * @param resting largest number of orders in the book
     */
    MatchingStream(Pairing pairing, int events, int resting, long seed) {
        this(pairing, 0, events, resting, seed);
    }

    private MatchingStream(Pairing pairing, int filling, int events, int resting, long seed) {
        this.pairing = pairing;
        this.filling = filling;
        this.size = filling + events;
        kind = new byte[size];
        handle = new int[size];
        quantity = new int[size];
        price = new int[size];
        flags = new byte[size];
        fill(resting, new SplittableRandom(seed));
    }

    /** A stream in which the book stays full from the first event to the last, once {@link #fillBook} has filled it. */
    static MatchingStream steady(Pairing pairing, int events, int resting, long seed) {
        return new MatchingStream(pairing, EVENTS_TO_REST * resting, events, resting, seed);
    }

    private void fill(int resting, SplittableRandom random) {
        int[] live = new int[size];
        int alive = 0;
        int bid = 34_000;
        for (int event = 0; event < size; event++) {
            int roll = random.nextInt(100);
            boolean mustEmpty = filling == 0 && alive >= size - event - 1;
            if (alive > 0 && (mustEmpty || alive >= resting || roll >= 75)) {
                int chosen = random.nextInt(alive);
                kind[event] = REMOVE;
                handle[event] = live[chosen];
                live[chosen] = live[--alive];
            } else if (event < size - 1 && (roll < 55 || alive == 0)) {
                kind[event] = ENTER;
                handle[event] = handles;
                live[alive++] = handles++;
            } else if (alive > 0 && roll < 60) {
                kind[event] = AMEND;
                handle[event] = live[random.nextInt(alive)];
            } else {
                kind[event] = QUOTE;
                bid = Math.max(20_000, bid + 10 * (random.nextInt(3) - 1));
                price[event] = bid;
                quantity[event] = bid + 10 * (1 + random.nextInt(2));
            }
            if (kind[event] == ENTER || kind[event] == AMEND) {
                flags[event] = (byte) random.nextInt(128);
                quantity[event] = 1 + random.nextInt(1_000);
                boolean buy = (handle[event] & 1) == 0;
                // Most limits lie behind the midpoint and rest, a third reach it.
                price[event] = bid + (buy ? -10 : 10) * (random.nextInt(30) - 10);
            }
        }
    }

    /** Events of the stream proper. */
    int size() {
        return size - filling;
    }

    int handles() {
        return handles;
    }

    void apply(MatchingEngine engine) {
        engine.session(MatchingSession.OPEN);
        apply(engine, filling, size);
    }

    /** Empties the book and fills it to the number of orders that rest in it from then on. */
    void fillBook(MatchingEngine engine) {
        engine.session(MatchingSession.CLOSED);
        engine.session(MatchingSession.OPEN);
        apply(engine, 0, filling);
    }

    private void apply(MatchingEngine engine, int from, int to) {
        for (int event = from; event < to; event++) {
            switch (kind[event]) {
                case ENTER -> engine.enter(handle[event], terms(engine, event));
                case AMEND -> engine.amend(handle[event], terms(engine, event), false);
                case QUOTE -> engine.quote(price[event], quantity[event]);
                default -> engine.remove(handle[event]);
            }
        }
    }

    private OrderTerms terms(MatchingEngine engine, int event) {
        int flag = flags[event];
        // What an earlier round has matched of this handle comes on top.
        long shares = quantity[event] + engine.matched(handle[event]);
        terms.start((handle[event] & 1) == 0 ? Side.BUY : Side.SELL, shares)
                .limit(price[event], (flag & 2) == 0 ? MidTick.NO : MidTick.MID_TICK, TickTable.ASX_EQUITIES)
                .participant(1 + (flag & 15), 0);
        if (pairing == Pairing.EVERY_PAIR) {
            return terms;
        }
        if ((flag & 4) == 0) {
            terms.study();
        } else if (handle[event] % 10 < 1) {
            terms.minimum(100, false);
        }
        if (handle[event] % 10 >= 7) {
            terms.preference(Preference.FIRST);
        }
        return terms;
    }
}
