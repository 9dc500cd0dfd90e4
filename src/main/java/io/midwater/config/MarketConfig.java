package io.midwater.config;

import io.midwater.domain.MarketRules;
import io.midwater.domain.QuoteSourceMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * The market's clock and units.
 *
 * @param dateFromColumn trust the file's date column instead of the timestamp
 */
public record MarketConfig(MarketRules rules, boolean dateFromColumn) {

    private enum BusinessDate {
        CLOCK,
        COLUMN
    }

    static MarketConfig read(Settings market) {
        List<LocalDate> holidays = market.sorted("holidays", CalendarText::date, LocalDate::toString);
        MarketRules rules = new MarketRules(
                market.value("time-zone", CalendarText::zone, ZoneId::getId),
                rollover(market),
                Set.copyOf(holidays),
                market.whole("price-scale", 1, 1_000_000_000L),
                market.whole("quantity-scale", 1, 1_000_000_000L),
                market.choice("quote-source", QuoteSourceMode.class),
                market.duration("quote-max-age"));
        return new MarketConfig(rules, market.choice("business-date", BusinessDate.class) == BusinessDate.COLUMN);
    }

    private static LocalTime rollover(Settings market) {
        String text = market.value(
                "rollover",
                given -> given.equals("none") ? given : CalendarText.time(given).toString(),
                rollover -> rollover);
        return text.equals("none") ? null : LocalTime.parse(text);
    }
}
