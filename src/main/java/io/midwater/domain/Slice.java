package io.midwater.domain;

import static java.util.Objects.requireNonNull;

/**
 * Everything about one security-day, in its final order: what every analysis gets.
 *
 * @param priceScale stored price units per currency unit
 * @param quantityScale stored quantity units per share
 * @param stop asked by whatever takes long
 */
public record Slice(
        SecurityDay unit,
        OrderEvents orders,
        TradeLegs trades,
        QuoteHistory quotes,
        SessionHours session,
        OrderIndex index,
        BusinessCalendar calendar,
        long priceScale,
        long quantityScale,
        StopFlag stop) {
    public Slice {
        requireNonNull(unit, "unit is null");
        requireNonNull(orders, "orders is null");
        requireNonNull(trades, "trades is null");
        requireNonNull(quotes, "quotes is null");
        requireNonNull(session, "session is null");
        requireNonNull(index, "index is null");
        requireNonNull(calendar, "calendar is null");
        requireNonNull(stop, "stop is null");
    }

    /** A slice whose work nobody stops. */
    public Slice(
            SecurityDay unit,
            OrderEvents orders,
            TradeLegs trades,
            QuoteHistory quotes,
            SessionHours session,
            OrderIndex index,
            BusinessCalendar calendar,
            long priceScale,
            long quantityScale) {
        this(unit, orders, trades, quotes, session, index, calendar, priceScale, quantityScale, StopFlag.NEVER);
    }

    /** The quote in force a horizon after a time; −1 for none, and from the end of continuous trading on. */
    public int quoteAfter(long timeNs, Horizon horizon) {
        long then = timeNs + horizon.ns();
        return then < session.closeNs() ? quotes.at(then) : -1;
    }

    /** The same slice with another price scale. */
    public Slice withPriceScale(long scale) {
        return new Slice(unit, orders, trades, quotes, session, index, calendar, scale, quantityScale, stop);
    }

    /** The same slice with a flag that stops the work on it. */
    public Slice withStop(StopFlag flag) {
        return new Slice(unit, orders, trades, quotes, session, index, calendar, priceScale, quantityScale, flag);
    }
}
