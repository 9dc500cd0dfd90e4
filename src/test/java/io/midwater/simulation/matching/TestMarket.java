package io.midwater.simulation.matching;

import io.midwater.domain.Side;
import java.util.ArrayList;
import java.util.List;

/** An open market around one engine that records its matches. */
final class TestMarket {
    final List<Match> matches = new ArrayList<>();
    final MatchingEngine engine;

    TestMarket(EngineKind kind, Pairing pairing) {
        this(kind, new MatchingRules(pairing, TickTable.ASX_EQUITIES));
    }

    TestMarket(EngineKind kind, MatchingRules rules) {
        engine = kind.create(
                rules,
                (number, incoming, resting, quantity, price2, source) ->
                        matches.add(new Match(incoming, resting, quantity, price2, source)));
        engine.session(MatchingSession.OPEN);
    }

    static OrderTerms buy(long quantity, long limit) {
        return buy(quantity, limit, MidTick.NO);
    }

    static OrderTerms buy(long quantity, long limit, MidTick midTick) {
        return new OrderTerms().start(Side.BUY, quantity).limit(limit, midTick, TickTable.ASX_EQUITIES);
    }

    static OrderTerms sell(long quantity, long limit) {
        return sell(quantity, limit, MidTick.NO);
    }

    static OrderTerms sell(long quantity, long limit, MidTick midTick) {
        return new OrderTerms().start(Side.SELL, quantity).limit(limit, midTick, TickTable.ASX_EQUITIES);
    }

    TestMarket quote(long bid, long offer) {
        engine.quote(bid, offer);
        return this;
    }

    TestMarket enter(int handle, OrderTerms terms) {
        engine.enter(handle, terms);
        return this;
    }
}
