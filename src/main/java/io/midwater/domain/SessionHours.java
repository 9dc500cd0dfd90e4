package io.midwater.domain;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The continuous trading of one security-day.
 *
 * @param firstAuctionNs start of the first session in which an order that was on the lit book before the day may trade
 * @param openNs continuous trading starts, inclusive
 * @param closeNs continuous trading ends, exclusive
 * @param suspensions closed times inside it, as alternating starts (inclusive) and ends (exclusive), in nanoseconds since
 *     1970-01-01 UTC like the other times
 * @param derived true where no usable session rows exist and the times come from the trades or the default day
 */
public record SessionHours(long firstAuctionNs, long openNs, long closeNs, List<Long> suspensions, boolean derived) {
    private static final LocalTime DEFAULT_OPEN = LocalTime.of(10, 0);
    private static final LocalTime DEFAULT_CLOSE = LocalTime.of(16, 0);

    public SessionHours {
        suspensions = List.copyOf(suspensions);
    }

    /** True inside continuous trading. */
    public boolean isOpen(long timestampNs) {
        if (timestampNs < openNs || timestampNs >= closeNs) {
            return false;
        }
        for (int i = 0; i < suspensions.size(); i += 2) {
            if (timestampNs >= suspensions.get(i) && timestampNs < suspensions.get(i + 1)) {
                return false;
            }
        }
        return true;
    }

    /** The end of the suspension that holds a time; the time itself outside them. */
    public long resumesNs(long timestampNs) {
        for (int i = 0; i < suspensions.size(); i += 2) {
            if (timestampNs >= suspensions.get(i) && timestampNs < suspensions.get(i + 1)) {
                return suspensions.get(i + 1);
            }
        }
        return timestampNs;
    }

    /** Nanoseconds of continuous trading from one time (inclusive) to another (exclusive). */
    public long continuousNs(long fromNs, long toNs) {
        long continuous = overlap(fromNs, toNs, openNs, closeNs);
        for (int i = 0; i < suspensions.size(); i += 2) {
            continuous -= overlap(fromNs, toNs, suspensions.get(i), suspensions.get(i + 1));
        }
        return continuous;
    }

    private static long overlap(long from, long to, long start, long end) {
        return Math.max(0, Math.min(to, end) - Math.max(from, start));
    }

    /**
     * The hours that session rows tell, in time order. What counts is the state after all rows of a time; a level's state
     * of the evening before lasts until its next one, but opens no day. A book that its own state keeps closed through the
     * whole of its schedule's continuous trading has none.
     *
     * @return null where they hold no usable opening: none that starts on the business date itself and before its end
     */
    public static SessionHours ofRows(LocalDate date, BusinessCalendar calendar, List<SessionChange> changes) {
        long open = Long.MIN_VALUE;
        long auction = Long.MIN_VALUE;
        long closed = Long.MIN_VALUE;
        boolean opening = false;
        List<Long> suspensions = new ArrayList<>();
        SessionLevels levels = new SessionLevels();
        for (int i = 0; i < changes.size(); i++) {
            SessionChange change = changes.get(i);
            long time = change.timestampNs();
            levels.apply(change);
            if (!calendar.localDate(time).equals(date)) {
                continue;
            }
            opening |= change.opens();
            if (i + 1 < changes.size() && changes.get(i + 1).timestampNs() == time) {
                continue;
            }
            SessionChange active = levels.active();
            boolean opens = active.opens();
            if (opens && open == Long.MIN_VALUE) {
                open = time;
            } else if (opens && closed != Long.MIN_VALUE) {
                suspensions.add(closed);
                suspensions.add(time);
                closed = Long.MIN_VALUE;
            } else if (!opens && open != Long.MIN_VALUE && closed == Long.MIN_VALUE) {
                closed = time;
            } else if (active.state() == SessionState.OSPA && open == Long.MIN_VALUE && auction == Long.MIN_VALUE) {
                auction = time;
            }
        }
        long defaultClose = calendar.startNs(date, DEFAULT_CLOSE);
        if (open == Long.MIN_VALUE) {
            return opening ? new SessionHours(defaultClose, defaultClose, defaultClose, List.of(), false) : null;
        }
        long close = closed == Long.MIN_VALUE ? defaultClose : closed;
        return close <= open
                ? null
                : new SessionHours(auction == Long.MIN_VALUE ? open : auction, open, close, suspensions, false);
    }

    /**
     * The fallback: from the first auction trade of the day, else 10:00, to 16:00 local time. An auction behind a
     * continuous trade does not open the day. One behind every continuous trade that is not the opening one closes it, on a
     * day that closes early.
     */
    public static SessionHours derived(LocalDate date, BusinessCalendar calendar, TradeLegs trades) {
        long close = calendar.startNs(date, DEFAULT_CLOSE);
        long firstAuction = Long.MAX_VALUE;
        long lastAuction = Long.MIN_VALUE;
        long firstContinuous = Long.MAX_VALUE;
        long lastContinuous = Long.MIN_VALUE;
        for (int row = 0; row < trades.count(); row++) {
            long time = trades.time(row);
            TradeClass tradeClass = trades.tradeClass(row);
            if (tradeClass == TradeClass.AUCTION) {
                firstAuction = Math.min(firstAuction, time);
                lastAuction = time;
            } else if (tradeClass.continuous()) {
                firstContinuous = Math.min(firstContinuous, time);
                lastContinuous = time;
            }
        }
        boolean auctionOpens = firstAuction < close && firstAuction <= firstContinuous;
        long open = auctionOpens ? firstAuction : calendar.startNs(date, DEFAULT_OPEN);
        boolean auctionCloses = lastAuction > open && lastAuction > lastContinuous;
        return new SessionHours(open, open, auctionCloses ? Math.min(close, lastAuction) : close, List.of(), true);
    }
}
