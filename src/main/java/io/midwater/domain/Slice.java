package io.midwater.domain;

import static java.util.Objects.requireNonNull;

/**
 * Everything about one security-day, in its final order: what every analysis gets.
 *
 * @param priceScale stored price units per currency unit
 * @param quantityScale stored quantity units per share
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
        long quantityScale) {
    public Slice {
        requireNonNull(unit, "unit is null");
        requireNonNull(orders, "orders is null");
        requireNonNull(trades, "trades is null");
        requireNonNull(quotes, "quotes is null");
        requireNonNull(session, "session is null");
        requireNonNull(index, "index is null");
        requireNonNull(calendar, "calendar is null");
    }
}
