package io.midwater.simulation.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.Side;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An engine that checks what must hold after every operation of any stream: nothing is matched beyond a limit, outside the
 * quote, out of session, twice, or below a minimum quantity.
 */
final class Invariants implements MatchingEngine {
    private final MatchingEngine engine;
    private final List<Match> matches;
    private final boolean blocks;
    private final Map<Integer, Terms> orders = new HashMap<>();
    private long bid;
    private long offer;
    private boolean open = true;

    record Terms(Side side, long limit, long limitKey, long minimum, int participant, long key) {}

    Invariants(TestMarket market, boolean blocks) {
        this.engine = market.engine;
        this.matches = market.matches;
        this.blocks = blocks;
    }

    @Override
    public void quote(long newBid, long newOffer) {
        bid = newBid;
        offer = newOffer;
        Map<Integer, Long> before = availables();
        int from = matches.size();
        engine.quote(newBid, newOffer);
        check(from, before);
    }

    @Override
    public void session(MatchingSession state) {
        open = state == MatchingSession.OPEN;
        Map<Integer, Long> before = availables();
        int from = matches.size();
        engine.session(state);
        check(from, before);
    }

    @Override
    public void enter(int handle, OrderTerms terms) {
        remember(handle, terms);
        Map<Integer, Long> before = availables();
        before.put(handle, Math.max(0, terms.quantity() - engine.matched(handle)));
        int from = matches.size();
        engine.enter(handle, terms);
        check(from, before);
        checkArrival(from, handle, terms.singleFill(), before.get(handle));
        if (!terms.rests()) {
            assertThat(engine.available(handle)).isZero();
        }
    }

    @Override
    public void place(int handle, OrderTerms terms) {
        remember(handle, terms);
        engine.place(handle, terms);
    }

    @Override
    public void amend(int handle, OrderTerms terms, boolean keepsPriority) {
        remember(handle, terms);
        Map<Integer, Long> before = availables();
        before.put(handle, Math.max(0, terms.quantity() - engine.matched(handle)));
        int from = matches.size();
        engine.amend(handle, terms, keepsPriority);
        check(from, before);
        checkArrival(from, handle, terms.singleFill(), before.get(handle));
    }

    @Override
    public void quantity(int handle, long available, long openQuantity) {
        engine.quantity(handle, available, openQuantity);
    }

    @Override
    public void minimum(int handle, long shares) {
        orders.computeIfPresent(handle, (h, t) -> withMinimum(t, shares));
        engine.minimum(handle, shares);
    }

    @Override
    public void restate(int handle, long quantity, long minimum) {
        orders.computeIfPresent(handle, (h, t) -> withMinimum(t, minimum));
        engine.restate(handle, quantity, minimum);
    }

    @Override
    public void remove(int handle) {
        engine.remove(handle);
    }

    @Override
    public long matched(int handle) {
        return engine.matched(handle);
    }

    @Override
    public long available(int handle) {
        return engine.available(handle);
    }

    @Override
    public int resting() {
        return engine.resting();
    }

    @Override
    public long minimumSkips() {
        return engine.minimumSkips();
    }

    private void check(int from, Map<Integer, Long> before) {
        if (!open || bid <= 0 || offer <= 0 || bid > offer) {
            assertThat(matches).hasSize(from);
            return;
        }
        Map<Integer, Long> given = new LinkedHashMap<>();
        for (Match match : matches.subList(from, matches.size())) {
            checkMatch(match);
            given.merge(match.incoming(), match.quantity(), Long::sum);
            given.merge(match.resting(), match.quantity(), Long::sum);
        }
        given.forEach((handle, shares) -> assertThat(shares).isLessThanOrEqualTo(before.get(handle)));
        for (Map.Entry<Integer, Long> entry : availables().entrySet()) {
            long gone = given.getOrDefault(entry.getKey(), 0L);
            assertThat(entry.getValue()).isEqualTo(before.get(entry.getKey()) - gone);
        }
    }

    private void checkMatch(Match match) {
        Terms incoming = orders.get(match.incoming());
        Terms resting = orders.get(match.resting());
        assertThat(match.quantity()).isPositive();
        assertThat(incoming.side()).isNotEqualTo(resting.side());
        assertThat(incoming.side().sign() * match.price2()).isLessThanOrEqualTo(incoming.limitKey());
        assertThat(resting.side().sign() * match.price2()).isLessThanOrEqualTo(resting.limitKey());
        boolean sameKeys = incoming.participant() != 0
                && incoming.participant() == resting.participant()
                && incoming.key() != 0
                && incoming.key() == resting.key();
        assertThat(match.source() == DealSource.BOOKING).isEqualTo(sameKeys);
        if (match.price2() != bid + offer) {
            assertThat(match.price2() % 2).isZero();
            boolean inside = match.price2() > 2 * bid && match.price2() < 2 * offer;
            boolean outside = resting.side().sign() * match.price2()
                    <= resting.side().sign() * 2 * (resting.side() == Side.BUY ? bid : offer);
            assertThat(inside || blocks && outside && match.price2() == 2 * resting.limit())
                    .isTrue();
        }
    }

    /** One matching event: all or nothing against the incoming minimum, and each resting one met in every single match. */
    private void checkArrival(int from, int handle, boolean single, long before) {
        List<Match> event = matches.subList(from, matches.size());
        long total = 0;
        long minimum = orders.get(handle).minimum();
        for (Match match : event) {
            assertThat(match.incoming()).isEqualTo(handle);
            if (single && before - total >= minimum) {
                assertThat(match.quantity()).isGreaterThanOrEqualTo(Math.min(minimum, before - total));
            }
            total += match.quantity();
        }
        if (total > 0 && before >= minimum) {
            assertThat(total).isGreaterThanOrEqualTo(minimum);
        }
    }

    private Map<Integer, Long> availables() {
        Map<Integer, Long> result = new HashMap<>();
        for (int handle : orders.keySet()) {
            if (engine.available(handle) > 0) {
                result.put(handle, engine.available(handle));
            }
        }
        return result;
    }

    private void remember(int handle, OrderTerms terms) {
        orders.put(
                handle,
                new Terms(
                        terms.side(),
                        terms.limit(),
                        terms.limitKey(),
                        terms.minimum(),
                        terms.participant(),
                        terms.crossingKey()));
    }

    private static Terms withMinimum(Terms t, long minimum) {
        return new Terms(t.side(), t.limit(), t.limitKey(), minimum, t.participant(), t.key());
    }
}
