package io.midwater.simulation.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** On streams without minimums, preferences and crossing keys, more liquidity and better limits never hurt. */
class PlainStreamTest {
    private static final int EVENTS = 60;

    /** One event: an order, a quote, or a removal. */
    private record Event(int kind, int handle, Side side, long limit, long quantity, boolean study, boolean rests) {}

    @Property(tries = 3000)
    void addingAContraNeverLowersTheVolume(@ForAll long seed, @ForAll EngineKind kind) {
        List<Event> events = events(seed);
        SplittableRandom random = new SplittableRandom(~seed);
        List<Event> more = new ArrayList<>(events);
        Event contra = order(random, EVENTS, false);
        more.add(random.nextInt(EVENTS), contra);

        assertThat(volume(run(kind, more).matches)).isGreaterThanOrEqualTo(volume(run(kind, events).matches));
    }

    @Property(tries = 3000)
    void aBetterLimitNeverLowersTheOrdersOwnFill(@ForAll long seed, @ForAll EngineKind kind) {
        List<Event> events = events(seed);
        int at = new SplittableRandom(~seed).nextInt(EVENTS);
        Event event = events.get(at);
        if (event.kind() != 0 || !event.study()) {
            return;
        }
        List<Event> better = new ArrayList<>(events);
        long limit = event.limit() + 5L * event.side().sign();
        better.set(at, new Event(0, event.handle(), event.side(), limit, event.quantity(), true, event.rests()));

        assertThat(run(kind, better).engine.matched(event.handle()))
                .isGreaterThanOrEqualTo(run(kind, events).engine.matched(event.handle()));
    }

    /** An older order that accepts the midpoint and has shares left leaves nothing of that contra to a younger one. */
    @Property(tries = 1000)
    void timePriorityAtTheMidpoint(@ForAll long seed, @ForAll EngineKind kind) {
        List<Event> events = events(seed);
        TestMarket market = new TestMarket(kind, Pairing.STUDY_WITH_CONTRA);
        long mid2 = 0;
        for (Event event : events) {
            int from = market.matches.size();
            apply(event, market.engine);
            mid2 = event.kind() == 1 ? 2 * event.limit() + event.quantity() * 5 : mid2;
            for (Match match : market.matches.subList(from, market.matches.size())) {
                if (event.kind() != 0) {
                    continue;
                }
                for (Event older : events) {
                    boolean eligible = older.kind() == 0
                            && older.rests()
                            && older.handle() < match.resting()
                            && older.side() != event.side()
                            && older.study() != event.study()
                            && older.side().sign() * mid2 <= older.side().sign() * 2 * older.limit();
                    if (eligible) {
                        assertThat(market.engine.available(older.handle())).isZero();
                    }
                }
            }
        }
    }

    /** Where contras do not stay, study orders may as well be asked one by one, oldest first, who came by in their time. */
    @Property(tries = 1000)
    void whereContrasDoNotStayOrderByOrderGivesTheSame(@ForAll long seed, @ForAll EngineKind kind) {
        List<Event> events = new ArrayList<>();
        for (Event event : events(seed)) {
            events.add(new Event(
                    event.kind(),
                    event.handle(),
                    event.side(),
                    event.limit(),
                    event.quantity(),
                    event.study(),
                    event.study()));
        }
        Map<List<Integer>, Long> found = new HashMap<>();
        for (Match match : run(kind, events).matches) {
            found.merge(List.of(match.incoming(), match.resting()), match.quantity(), Long::sum);
        }

        assertThat(found).isEqualTo(orderByOrder(events));
    }

    /** Shares by contra and study order. */
    private static Map<List<Integer>, Long> orderByOrder(List<Event> events) {
        long[] given = new long[events.size()];
        Map<List<Integer>, Long> expected = new HashMap<>();
        for (Event study : events) {
            long left = study.kind() == 0 && study.study() ? study.quantity() : 0;
            long mid2 = 0;
            boolean there = false;
            for (int at = 0; at < events.size() && left > 0; at++) {
                Event event = events.get(at);
                there = event == study || there && !(event.kind() == 2 && event.handle() == study.handle());
                mid2 = event.kind() == 1 ? 2 * event.limit() + event.quantity() * 5 : mid2;
                boolean meets = there
                        && mid2 > 0
                        && event.kind() == 0
                        && !event.study()
                        && event.side() != study.side()
                        && event.side().sign() * mid2 <= event.side().sign() * 2 * event.limit()
                        && study.side().sign() * mid2 <= study.side().sign() * 2 * study.limit();
                long shares = meets ? Math.min(left, event.quantity() - given[at]) : 0;
                if (shares > 0) {
                    given[at] += shares;
                    left -= shares;
                    expected.put(List.of(event.handle(), study.handle()), shares);
                }
            }
        }
        return expected;
    }

    private static TestMarket run(EngineKind kind, List<Event> events) {
        TestMarket market = new TestMarket(kind, Pairing.STUDY_WITH_CONTRA);
        for (Event event : events) {
            apply(event, market.engine);
        }
        return market;
    }

    private static void apply(Event event, MatchingEngine engine) {
        switch (event.kind()) {
            case 0 -> {
                OrderTerms terms = new OrderTerms()
                        .start(event.side(), event.quantity())
                        .limit(event.limit(), MidTick.NO, TickTable.ASX_EQUITIES);
                if (event.study()) {
                    terms.study();
                }
                if (!event.rests()) {
                    terms.leaves();
                }
                engine.enter(event.handle(), terms);
            }
            case 1 -> engine.quote(event.limit(), event.limit() + 5 * event.quantity());
            default -> engine.remove(event.handle());
        }
    }

    private static List<Event> events(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Event> events = new ArrayList<>();
        for (int handle = 0; handle < EVENTS; handle++) {
            int kind = random.nextInt(10);
            if (kind < 6) {
                events.add(order(random, handle, random.nextInt(2) == 0));
            } else if (kind < 9) {
                events.add(new Event(1, 0, Side.BUY, 1000 + 5L * random.nextInt(8), random.nextInt(4), false, false));
            } else {
                events.add(new Event(2, random.nextInt(handle + 1), Side.BUY, 0, 0, false, false));
            }
        }
        return events;
    }

    private static Event order(SplittableRandom random, int handle, boolean study) {
        Side side = random.nextInt(2) == 0 ? Side.BUY : Side.SELL;
        long limit = 1000 + 5L * random.nextInt(10);
        return new Event(0, handle, side, limit, 1 + random.nextInt(9), study, random.nextInt(4) > 0);
    }

    private static long volume(List<Match> matches) {
        return matches.stream().mapToLong(Match::quantity).sum();
    }
}
