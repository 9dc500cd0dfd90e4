package io.midwater.simulation;

import static io.midwater.domain.table.Units.EPOCH_NS;
import static io.midwater.domain.table.Units.PX;
import static io.midwater.domain.table.Units.SHARES;

import io.midwater.domain.OrderEvents;
import io.midwater.domain.OrderIndex;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.Slice;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.Table;
import io.midwater.simulation.matching.DealSource;

/** Table {@code simulated_trades}: two legs per match of the midpoint scenario, the incoming order's first. */
public final class SimulatedTradesTable extends Table {
    private final LongColumn securityCode = longs("security_code", "", "order book id");
    private final DateColumn date = dates("date", "business date");
    private final LongColumn matchId =
            longs("match_id", "", "1, 2, 3, … inside a security and date; two legs share one");
    private final LongColumn tsNs =
            longs("ts_ns", EPOCH_NS, "the event that made the match possible: an order or a quote");
    private final LongColumn orderId = longs("order_id", "", "exchange order id");
    private final TextColumn side = texts("side", "BUY or SELL");
    private final LongColumn quantity = longs("quantity", SHARES, "matched");
    private final LongColumn price2 = longs("price2", "half input price units", "twice the price: bid + offer");
    private final DoubleColumn pricePx = doubles("price_px", PX, "price2 / 2");
    private final LongColumn bidPx = longs("bid_px", PX, "bid in force");
    private final LongColumn offerPx = longs("offer_px", PX, "offer in force");
    private final IntColumn dealSource = ints(
            "deal_source",
            "",
            "46 preferenced, 47 ordinary, 48 booked for equal crossing keys, 49 to 52 as the feed's");
    private final LongColumn participantId =
            longs("participant_id", "", "broker number; null where not reported, or reported as 0");
    private final BooleanColumn study = booleans("study", "the leg is a study order's; else a real order's");
    private final BooleanColumn incoming =
            booleans("incoming", "the order came in; after a quote, the older of the two");

    public SimulatedTradesTable(RowGroupSink sink) {
        super("simulated_trades", sink);
    }

    /** What adds a slice's matches to the table. */
    public MatchListener matches(Slice slice, ReplayOrders orders) {
        return (match, timeNs, comer, rester, shares, twice, bid, offer, source) -> {
            leg(slice, orders, match, timeNs, comer, shares, twice, bid, offer, source, true);
            leg(slice, orders, match, timeNs, rester, shares, twice, bid, offer, source, false);
        };
    }

    private void leg(
            Slice slice,
            ReplayOrders orders,
            long match,
            long timeNs,
            int order,
            long shares,
            long twice,
            long bid,
            long offer,
            DealSource source,
            boolean cameIn) {
        SecurityDay unit = slice.unit();
        OrderEvents events = slice.orders();
        OrderIndex index = slice.index();
        int row = index.event(order, 0);
        securityCode.append(unit.securityCode());
        date.append(unit.date());
        matchId.append(match);
        tsNs.append(timeNs);
        orderId.append(events.orderId(row));
        side.append(events.side(row));
        quantity.append(shares);
        price2.append(twice);
        pricePx.append(twice / 2.0);
        bidPx.append(bid);
        offerPx.append(offer);
        dealSource.append(source.code());
        participantId.append(events.participantId(row));
        study.append(orders.isStudy(order));
        incoming.append(cameIn);
        endRow();
    }
}
