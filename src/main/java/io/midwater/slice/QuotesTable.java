package io.midwater.slice;

import io.midwater.domain.QuoteHistory;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.Table;

/** Table {@code quotes}: every change of the quote in force, so that any quote-based figure can be computed again. */
public final class QuotesTable extends Table {
    private final LongColumn securityCode = longs("security_code", "", "order book id");
    private final DateColumn date = dates("date", "business date");
    private final LongColumn tsNs = longs("ts_ns", "ns since 1970-01-01 UTC", "in force from this time on");
    private final LongColumn sequence =
            longs("sequence", "", "breaks ties between changes at one time; null where the quote file has none");
    private final LongColumn bidPx = longs("bid_px", "input price units", "best bid; null where missing");
    private final LongColumn offerPx = longs("offer_px", "input price units", "best offer; null where missing");
    private final TextColumn source = texts(
            "source", "FILE: the quote file; NATIONAL, LOCAL: the national or the exchange's own pair on an order row");
    private final TextColumn flags = texts("flags", "NORMAL, LOCKED (usable), CROSSED or MISSING (not usable)");

    public QuotesTable(RowGroupSink sink) {
        super("quotes", sink);
    }

    /** Adds every change of a unit. */
    public void add(SecurityDay unit, QuoteHistory quotes) {
        for (int i = 0; i < quotes.size(); i++) {
            securityCode.append(unit.securityCode());
            date.append(unit.date());
            tsNs.append(quotes.timestamp(i));
            sequence.append(quotes.sequence(i));
            bidPx.append(quotes.bid(i));
            offerPx.append(quotes.offer(i));
            source.append(quotes.source(i));
            flags.append(quotes.state(i));
            endRow();
        }
    }
}
