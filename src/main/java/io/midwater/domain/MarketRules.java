package io.midwater.domain;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * The market's clock and units.
 *
 * @param rollover local time from which an event belongs to the next trading day; null for no evening rule
 * @param priceScale stored price units per currency unit (1000: 3390 is 3.390)
 * @param quantityScale stored quantity units per share
 * @param quoteMaxAgeNs a quote file is not dense where more than a fifth of the order rows meet no usable quote of it that
 *     is this young
 */
public record MarketRules(
        ZoneId zone,
        LocalTime rollover,
        Set<LocalDate> holidays,
        long priceScale,
        long quantityScale,
        QuoteSourceMode quoteSource,
        long quoteMaxAgeNs)
        implements Serializable {
    public MarketRules {
        holidays = Set.copyOf(holidays);
        if (priceScale <= 0 || quantityScale <= 0) {
            throw new IllegalArgumentException("scales must be positive, were " + priceScale + " and " + quantityScale);
        }
    }

    /** A calendar for one thread. */
    public BusinessCalendar calendar() {
        return new BusinessCalendar(zone, rollover, holidays);
    }
}
