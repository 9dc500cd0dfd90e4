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
 * @param suspensions closed times inside it, as alternating starts (inclusive) and ends (exclusive)
 * @param derived true where no usable session rows exist and the times come from the trades or the default day
 */
public record SessionHours(long firstAuctionNs, long openNs, long closeNs, List<Long> suspensions, boolean derived) {
    private static final LocalTime DEFAULT_OPEN = LocalTime.of(10, 0);
    private static final LocalTime DEFAULT_CLOSE = LocalTime.of(16, 0);
    private static final String OPEN = "OPEN";

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
     * The hours that session rows tell, in time order.
     *
     * @return null where they hold no usable opening: none that starts on the business date itself
     */
    public static SessionHours ofRows(LocalDate date, BusinessCalendar calendar, List<Change> changes) {
        long open = Long.MIN_VALUE;
        long auction = Long.MIN_VALUE;
        long closed = Long.MIN_VALUE;
        List<Long> suspensions = new ArrayList<>();
        for (Change change : changes) {
            if (!calendar.localDate(change.timestampNs()).equals(date)) {
                continue;
            }
            String name = change.name().trim();
            boolean opens = name.equals(OPEN) || name.startsWith("OPEN_QUOTE");
            if (opens && open == Long.MIN_VALUE) {
                open = change.timestampNs();
            } else if (opens && closed != Long.MIN_VALUE) {
                suspensions.add(closed);
                suspensions.add(change.timestampNs());
                closed = Long.MIN_VALUE;
            } else if (!opens && open != Long.MIN_VALUE && closed == Long.MIN_VALUE) {
                closed = change.timestampNs();
            } else if (name.equals("OSPA") && open == Long.MIN_VALUE && auction == Long.MIN_VALUE) {
                auction = change.timestampNs();
            }
        }
        if (open == Long.MIN_VALUE) {
            return null;
        }
        long close = closed == Long.MIN_VALUE ? calendar.startNs(date, DEFAULT_CLOSE) : closed;
        return new SessionHours(auction == Long.MIN_VALUE ? open : auction, open, close, suspensions, false);
    }

    /** The fallback: from the first auction trade of the day, else 10:00, to 16:00 local time. */
    public static SessionHours derived(LocalDate date, BusinessCalendar calendar, TradeLegs trades) {
        long close = calendar.startNs(date, DEFAULT_CLOSE);
        long open = calendar.startNs(date, DEFAULT_OPEN);
        for (int row = 0; row < trades.count(); row++) {
            if (trades.tradeClass(row) == TradeClass.AUCTION) {
                open = trades.time(row) < close ? trades.time(row) : open;
                break;
            }
        }
        return new SessionHours(open, open, close, List.of(), true);
    }

    /** One session row: the state from a time on. */
    public record Change(long timestampNs, String name) {}
}
