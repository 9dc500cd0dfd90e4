package io.midwater.simulation;

import io.midwater.domain.OrderClasses;
import io.midwater.domain.OrderLife;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.Table;

/**
 * Table {@code simulation}: one row per study order and scenario. Simulated and real are always compared on the same
 * quantity; savings are signed by side, positive means the dark pool was better.
 */
public final class SimulationTable extends Table {
    final LongColumn orderId = longs("order_id", "", "exchange order id");
    final LongColumn securityCode = longs("security_code", "", "order book id");
    final DateColumn date = dates("date", "business date");
    final TextColumn scenario = texts("scenario", "unlimited, limited_50, price_impact or midpoint");
    final LongColumn participantId = longs("participant_id", "", "broker number; null where not reported");
    final TextColumn side = texts("side", "BUY or SELL");
    final TextColumn orderKind = texts("order_kind", "as in classified");
    final TextColumn fillClass = texts("fill_class", "as in classified");
    final BooleanColumn survivor = booleans("survivor", "as in classified");
    final TextColumn sizeBucket = texts("size_bucket", "as in classified");
    final TextColumn notionalBucket = texts("notional_bucket", "as in classified");
    final TextColumn timeOfDay = texts("time_of_day", "as in classified");
    final LongColumn scopeQuantity = longs(
            "scope_quantity",
            "shares",
            "what is compared: continuous fills in the closed-form scenarios; in midpoint the studied remainder, the most"
                    + " that was asked of the simulated book at any time");
    final LongColumn simulatedQuantity =
            longs("simulated_quantity", "shares", "part of scope_quantity that trades in the dark");
    final DoubleColumn simulatedValue = doubles(
            "simulated_value", "price units × shares", "Σ simulated price × quantity; null where nothing is simulated");
    final DoubleColumn simulatedPricePx =
            doubles("simulated_price_px", "input price units", "simulated_value / simulated_quantity");
    final DoubleColumn realValue =
            doubles("real_value", "price units × shares", "the same quantity at the order's real average price");
    final DoubleColumn realPricePx =
            doubles("real_price_px", "input price units", "average price of the real fills compared with");
    final DoubleColumn benchmarkPx = doubles(
            "benchmark_px",
            "input price units",
            "midpoint that the scenario prices at; null in midpoint, where each match has its own");
    final DoubleColumn savingsValue = doubles(
            "savings_value", "price units × shares", "S × (real_value − simulated_value); positive: dark better");
    final DoubleColumn savingsBaseValue = doubles(
            "savings_base_value", "price units × shares", "scope_quantity × arrival mid: the base of savings_bps");
    final DoubleColumn savingsBps = doubles("savings_bps", "bps of arrival mid", "savings_value / savings_base_value");
    final DoubleColumn arrivalSpreadBps =
            doubles("arrival_spread_bps", "bps of arrival mid", "offer − bid on arrival / arrival mid");
    final BooleanColumn engaged = booleans("engaged", "something trades in the dark");
    final LongColumn firstFillNs =
            longs("first_fill_ns", "ns since 1970-01-01 UTC", "first simulated match; null in closed form");
    final LongColumn lastFillNs =
            longs("last_fill_ns", "ns since 1970-01-01 UTC", "last simulated match; null in closed form");
    final IntColumn matches = ints("matches", "", "simulated matches; null in closed form");

    public SimulationTable(RowGroupSink sink) {
        super("simulation", sink);
    }

    void keys(SecurityDay unit, Scenario name, OrderLife life, OrderClasses classes) {
        orderId.append(life.orderId());
        securityCode.append(unit.securityCode());
        date.append(unit.date());
        scenario.append(name.label());
        participantId.append(life.participantId());
        side.append(life.side());
        orderKind.append(life.kind());
        fillClass.append(life.fillClass());
        survivor.append(classes.survivor());
        sizeBucket.append(classes.sizeBucket());
        notionalBucket.append(classes.notionalBucket());
        timeOfDay.append(classes.timeOfDay());
    }
}
