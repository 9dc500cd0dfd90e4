package io.midwater.simulation;

import io.midwater.domain.OrderEvents;
import io.midwater.domain.OrderIndex;
import io.midwater.domain.QuoteHistory;
import io.midwater.domain.SessionHours;
import io.midwater.domain.Slice;
import io.midwater.domain.StopFlag;
import io.midwater.simulation.matching.MatchingSession;
import java.util.BitSet;

/**
 * Walks a slice in time. An order is met once per timestamp, at its last row there, and after every quote that is strictly
 * earlier: the rows before it where quotes come from order rows, the time before where they come from a file. Session
 * changes precede what happens at their time.
 */
final class Timeline {
    /** Time of a step that never comes. */
    static final long NEVER = Long.MAX_VALUE;

    /** What is done on the way. */
    interface Steps {
        /** Time of the caller's own next step, taken before everything else at that time; {@link #NEVER} for none. */
        long nextTimer();

        void timer();

        /** All rows of a time, from (inclusive) to (exclusive), before the first of them. */
        void instant(int from, int to);

        /** An order's last row at a time. */
        void order(int order, int row);

        /** A change of the quote; bid and offer are 0 where there is none to trade at. */
        void quote(long timeNs, long bidPx, long offerPx);

        void session(long timeNs, MatchingSession state);
    }

    private final OrderEvents events;
    private final QuoteHistory quotes;
    private final boolean quotesOfFile;
    private final int[] orderOf;
    private final BitSet lastAtItsTime;
    private final long[] sessionTimes;
    private final MatchingSession[] sessionStates;
    private final Steps steps;
    private final StopFlag stop;
    private int nextQuote;
    private int nextSession;

    Timeline(Slice slice, Steps steps) {
        this.events = slice.orders();
        this.quotes = slice.quotes();
        this.quotesOfFile = quotes.fromFile();
        this.steps = steps;
        this.stop = slice.stop();
        this.orderOf = new int[events.count()];
        this.lastAtItsTime = new BitSet(events.count());
        OrderIndex index = slice.index();
        for (int order = 0; order < index.orders(); order++) {
            int count = index.eventCount(order);
            for (int n = 0; n < count; n++) {
                int row = index.event(order, n);
                orderOf[row] = order;
                boolean last = n + 1 == count || events.timestamp(index.event(order, n + 1)) != events.timestamp(row);
                lastAtItsTime.set(row, last);
            }
        }
        SessionHours hours = slice.session();
        int suspensions = hours.suspensions().size();
        boolean trades = hours.openNs() < hours.closeNs();
        sessionTimes = new long[trades ? suspensions + 2 : 0];
        sessionStates = new MatchingSession[sessionTimes.length];
        if (trades) {
            session(0, hours.openNs(), MatchingSession.OPEN);
            for (int i = 0; i < suspensions; i++) {
                session(
                        i + 1,
                        hours.suspensions().get(i),
                        i % 2 == 0 ? MatchingSession.SUSPENDED : MatchingSession.OPEN);
            }
            session(suspensions + 1, hours.closeNs(), MatchingSession.CLOSED);
        }
    }

    private void session(int at, long timeNs, MatchingSession state) {
        sessionTimes[at] = timeNs;
        sessionStates[at] = state;
    }

    /** True for an order's last row at its time. */
    boolean isLast(int row) {
        return lastAtItsTime.get(row);
    }

    int order(int row) {
        return orderOf[row];
    }

    void run() {
        int from = 0;
        int instants = 0;
        while (from < events.count()) {
            if (++instants % StopFlag.STEPS == 0) {
                stop.check();
            }
            long time = events.timestamp(from);
            int to = from + 1;
            while (to < events.count() && events.timestamp(to) == time) {
                to++;
            }
            advance(time);
            steps.instant(from, to);
            for (int row = from; row < to; row++) {
                if (!quotesOfFile) {
                    quotesBefore(time, events.sequence(row));
                }
                if (lastAtItsTime.get(row)) {
                    steps.order(orderOf[row], row);
                }
            }
            from = to;
        }
        advance(NEVER);
    }

    /** Does what comes before the orders of a time: timers and sessions up to it, quotes strictly before it. */
    private void advance(long time) {
        while (true) {
            long timer = steps.nextTimer();
            long session = nextSession < sessionTimes.length ? sessionTimes[nextSession] : NEVER;
            long quote = nextQuote < quotes.size() ? quotes.timestamp(nextQuote) : NEVER;
            if (timer != NEVER && timer <= time && timer <= session && timer <= quote) {
                steps.timer();
            } else if (session != NEVER && session <= time && session <= quote) {
                steps.session(session, sessionStates[nextSession]);
                nextSession++;
            } else if (quote < time) {
                quote();
            } else {
                return;
            }
        }
    }

    private void quotesBefore(long time, long sequence) {
        while (nextQuote < quotes.size()
                && quotes.timestamp(nextQuote) == time
                && quotes.sequence(nextQuote) < sequence) {
            quote();
        }
    }

    private void quote() {
        boolean usable = quotes.usable(nextQuote);
        steps.quote(
                quotes.timestamp(nextQuote), usable ? quotes.bid(nextQuote) : 0, usable ? quotes.offer(nextQuote) : 0);
        nextQuote++;
    }
}
