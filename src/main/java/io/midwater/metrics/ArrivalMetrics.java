package io.midwater.metrics;

import static io.midwater.domain.table.Units.MID_BPS;
import static io.midwater.domain.table.Units.NS;
import static io.midwater.domain.table.Units.PX;

import io.midwater.domain.ArrivalQuote;
import io.midwater.domain.table.Table.DoubleColumn;
import io.midwater.domain.table.Table.LongColumn;
import io.midwater.domain.table.Table.TextColumn;

/** The quote that the order met. */
final class ArrivalMetrics implements MetricFamily {
    private final LongColumn arrivalBidPx;
    private final LongColumn arrivalOfferPx;
    private final DoubleColumn arrivalMidPx;
    private final TextColumn arrivalQuoteState;
    private final LongColumn arrivalQuoteAgeNs;
    private final DoubleColumn quotedSpreadBps;

    ArrivalMetrics(MetricsTable table) {
        arrivalBidPx = table.whole("arrival_bid_px", PX, "usable bid met on arrival");
        arrivalOfferPx = table.whole("arrival_offer_px", PX, "usable offer met on arrival");
        arrivalMidPx = table.real("arrival_mid_px", PX, "(arrival_bid_px + arrival_offer_px) / 2");
        arrivalQuoteState = table.text(
                "arrival_quote_state",
                "NORMAL or LOCKED (usable) for the quote used; CROSSED or MISSING where none was usable");
        arrivalQuoteAgeNs = table.whole(
                "arrival_quote_age_ns",
                NS,
                "arrival − the change that brought the quote; 0 for the arrival row's own snapshot; null without quote");
        quotedSpreadBps =
                table.real("quoted_spread_bps", MID_BPS, "(arrival_offer_px − arrival_bid_px) / arrival_mid_px");
    }

    @Override
    public void add(MeasuredOrder order) {
        ArrivalQuote quote = order.quote();
        if (quote == null) {
            arrivalBidPx.appendNull();
            arrivalOfferPx.appendNull();
            arrivalMidPx.appendNull();
            arrivalQuoteState.append(ArrivalQuote.stateMet(order.slice(), order.life()));
            arrivalQuoteAgeNs.appendNull();
            quotedSpreadBps.appendNull();
            return;
        }
        arrivalBidPx.append(quote.bidPx());
        arrivalOfferPx.append(quote.offerPx());
        arrivalMidPx.append(quote.mid2() / 2.0);
        arrivalQuoteState.append(quote.state());
        arrivalQuoteAgeNs.append(quote.ageNs());
        quotedSpreadBps.append(Quotient.bps(2 * quote.spreadPx(), quote.mid2()));
    }
}
