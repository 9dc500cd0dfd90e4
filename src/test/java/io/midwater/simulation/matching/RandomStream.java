package io.midwater.simulation.matching;

import io.midwater.domain.Side;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A random stream of operations, one per seed, in a market narrow enough for rules to meet: prices around 2000, where the tick
 * changes, a handful of participants and keys, small quantities, minimums of the same size.
 */
final class RandomStream {
    private final OrderTerms terms = new OrderTerms();
    private final MatchingEngine engine;
    private final boolean plain;
    private int handles;

    /** @param plain whether orders have no minimum, no preference, no crossing key and no instruction but mid-tick */
    RandomStream(MatchingEngine engine, boolean plain) {
        this.engine = engine;
        this.plain = plain;
    }

    void apply(List<Long> seeds) {
        for (long seed : seeds) {
            apply(seed);
        }
    }

    void apply(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int kind = random.nextInt(100);
        int known = random.nextInt(handles + 1);
        if (kind < 45) {
            engine.enter(handles++, terms(random));
        } else if (kind < 50) {
            engine.place(handles++, terms(random));
        } else if (kind < 70) {
            quote(random);
        } else if (kind < 80) {
            handles = Math.max(handles, known + 1);
            engine.amend(known, terms(random), random.nextInt(2) == 0);
        } else if (kind < 85) {
            long quantity = random.nextInt(13);
            engine.quantity(known, quantity, quantity + random.nextInt(5));
        } else if (kind < 88) {
            engine.minimum(known, plain ? 0 : random.nextInt(9));
        } else if (kind < 91) {
            engine.restate(known, random.nextInt(13), plain ? 0 : random.nextInt(9));
        } else if (kind < 96) {
            engine.remove(known);
        } else {
            session(random);
        }
    }

    private void quote(SplittableRandom random) {
        long bid = price(random);
        int kind = random.nextInt(10);
        if (kind == 0) {
            engine.noQuote();
        } else if (kind == 1) {
            engine.quote(bid, bid);
        } else if (kind == 2) {
            engine.quote(bid, bid - 5);
        } else {
            engine.quote(bid, TickTable.ASX_EQUITIES.ceiling(bid + 1 + random.nextInt(40)));
        }
    }

    private void session(SplittableRandom random) {
        int kind = random.nextInt(12);
        engine.session(
                kind == 0 ? MatchingSession.CLOSED : kind < 4 ? MatchingSession.SUSPENDED : MatchingSession.OPEN);
    }

    OrderTerms terms(SplittableRandom random) {
        Side side = random.nextInt(2) == 0 ? Side.BUY : Side.SELL;
        long quantity = 1 + random.nextInt(12);
        terms.start(side, quantity).quantity(quantity, quantity + (random.nextInt(4) == 0 ? random.nextInt(6) : 0));
        MidTick midTick = plain ? MidTick.ofCode(random.nextInt(3)) : MidTick.ofCode(random.nextInt(7));
        long price = price(random);
        if (random.nextInt(10) == 0) {
            terms.market(midTick);
        } else {
            terms.limit(price, midTick, TickTable.ASX_EQUITIES);
        }
        if (random.nextInt(2) == 0) {
            study(random, side, price);
        }
        if (!plain) {
            special(random);
        }
        if (random.nextInt(5) == 0) {
            terms.leaves();
        }
        return terms;
    }

    private void study(SplittableRandom random, Side side, long price) {
        int kind = random.nextInt(8);
        if (kind < 4) {
            terms.study();
        } else if (kind < 7) {
            terms.study(2 * price - side.sign() * 10L * random.nextInt(3));
        } else {
            terms.studyMarket();
        }
    }

    private void special(SplittableRandom random) {
        if (random.nextInt(3) == 0) {
            terms.minimum(random.nextInt(12), random.nextInt(2) == 0);
        }
        terms.participant(random.nextInt(4), random.nextInt(3));
        int preference = random.nextInt(8);
        if (preference < 4) {
            terms.preference(preference < 3 ? Preference.FIRST : Preference.ONLY);
        }
        if (random.nextInt(6) == 0) {
            terms.sweep();
        }
        if (random.nextInt(12) == 0) {
            terms.passive();
        }
    }

    private static long price(SplittableRandom random) {
        return TickTable.ASX_EQUITIES.floor(1970 + random.nextInt(71));
    }
}
