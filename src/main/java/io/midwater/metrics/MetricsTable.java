package io.midwater.metrics;

import io.midwater.domain.OrderClasses;
import io.midwater.domain.OrderLife;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.Table;

/**
 * Table {@code metrics}: how each order was executed. Cost positive is bad, improvement positive is good. A value that
 * cannot be computed is null, never 0. Every ratio stands beside the exact integer sums that it comes from; "half value"
 * is price units × 2 × quantity units, the scale in which a midpoint is an integer.
 */
public final class MetricsTable extends Table {
    final LongColumn orderId = longs("order_id", "", "exchange order id");
    final LongColumn securityCode = longs("security_code", "", "order book id");
    final DateColumn date = dates("date", "business date");
    final LongColumn participantId = longs("participant_id", "", "broker number; null where not reported");
    final TextColumn side = texts("side", "BUY or SELL");
    final TextColumn orderKind = texts("order_kind", "as in classified");
    final TextColumn fillClass = texts("fill_class", "as in classified");
    final TextColumn outcome = texts("outcome", "as in classified");
    final BooleanColumn inStudy = booleans("in_study", "as in classified");
    final BooleanColumn survivor = booleans("survivor", "as in classified");
    final TextColumn sizeBucket = texts("size_bucket", "as in classified");
    final TextColumn notionalBucket = texts("notional_bucket", "as in classified");
    final TextColumn timeOfDay = texts("time_of_day", "as in classified");
    final LongColumn demandQuantity = longs("demand_quantity", "shares", "as in classified");
    final LongColumn initialQuantity = longs("initial_quantity", "shares", "as in classified");
    final LongColumn matchedQuantity = longs("matched_quantity", "shares", "as in classified");
    final LongColumn leavesQuantity = longs("leaves_quantity", "shares", "as in classified");
    final DoubleColumn fillRatio =
            doubles("fill_ratio", "0..1", "matched_quantity / demand_quantity; null if nothing was demanded");
    final DoubleColumn fillRatioInitial =
            doubles("fill_ratio_initial", "0..1", "min(1, matched_quantity / initial_quantity)");
    final IntColumn fills = ints("fills", "", "filled trade legs, bookings and auctions included");
    final LongColumn tradedQuantity = longs("traded_quantity", "shares", "Σ quantity of the filled legs on the tape");
    final LongColumn tradedValue =
            longs("traded_value", "price units × shares", "Σ price × quantity of the filled legs on the tape");
    final DoubleColumn averageFillQuantity =
            doubles("average_fill_quantity", "shares", "traded_quantity / fills; null without fills");
    final DoubleColumn vwapPx =
            doubles("vwap_px", "input price units", "traded_value / traded_quantity; null without fills");
    final LongColumn arrivalBidPx = longs("arrival_bid_px", "input price units", "usable bid met on arrival");
    final LongColumn arrivalOfferPx = longs("arrival_offer_px", "input price units", "usable offer met on arrival");
    final DoubleColumn arrivalMidPx =
            doubles("arrival_mid_px", "input price units", "(arrival_bid_px + arrival_offer_px) / 2");
    final DoubleColumn quotedSpreadBps =
            doubles("quoted_spread_bps", "bps of arrival mid", "(arrival_offer_px − arrival_bid_px) / arrival_mid_px");
    final LongColumn continuousQuantity =
            longs("continuous_quantity", "shares", "legs whose price quality is measured: lit and dark");
    final LongColumn continuousValue =
            longs("continuous_value", "price units × shares", "Σ price × quantity of those legs");
    final LongColumn arrivalCostHalfValue = longs(
            "arrival_cost_half_value",
            "half value",
            "Σ S × (2 price − (bid + offer) at arrival) × quantity over the measured legs; cost positive");
    final LongColumn arrivalBaseHalfValue =
            longs("arrival_base_half_value", "half value", "(bid + offer) at arrival × continuous_quantity");
    final DoubleColumn arrivalCostBps = doubles(
            "arrival_cost_bps",
            "bps of arrival mid",
            "arrival_cost_half_value / arrival_base_half_value; cost positive");
    final DoubleColumn effectiveSpreadBps = doubles(
            "effective_spread_bps",
            "bps of arrival mid",
            "2 S (price − arrival mid), share-weighted, signed (17 CFR 242.600(b)): twice arrival_cost_bps");
    final LongColumn quotedSpreadHalfValue =
            longs("quoted_spread_half_value", "half value", "2 × (offer − bid) at arrival × continuous_quantity");
    final DoubleColumn eqRatio = doubles(
            "eq_ratio",
            "ratio",
            "effective over quoted spread: 2 × arrival_cost_half_value / quoted_spread_half_value; null on a locked quote");
    final LongColumn priceImprovementValue = longs(
            "price_improvement_value",
            "price units × shares",
            "Σ S × (arrival touch − price) × quantity over the measured legs, touch = offer for a buy, bid for a sell;"
                    + " improvement positive");
    final LongColumn improvedQuantity = longs("improved_quantity", "shares", "measured shares better than the touch");
    final LongColumn improvementValue = longs(
            "improvement_value",
            "price units × shares",
            "Σ max(0, S × (touch − price)) × quantity: improved shares only");
    final LongColumn atQuoteQuantity = longs("at_quote_quantity", "shares", "measured shares at the touch");
    final LongColumn outsideQuoteQuantity =
            longs("outside_quote_quantity", "shares", "measured shares worse than the touch");
    final DoubleColumn limitSlackBps =
            doubles("limit_slack_bps", "bps of limit", "S × (limit − vwap) / limit; null for market orders");
    final LongColumn timeToFirstFillNs =
            longs("time_to_first_fill_ns", "ns", "first fill − arrival; null without fills or where negative");
    final LongColumn timeToCompletionNs =
            longs("time_to_completion_ns", "ns", "completion − arrival; null unless full");
    final LongColumn executionDurationNs = longs("execution_duration_ns", "ns", "last fill − first fill");
    final LongColumn totalDurationNs = longs("total_duration_ns", "ns", "last fill − arrival; null where negative");
    final DoubleColumn timeBetweenFillsNs =
            doubles("time_between_fills_ns", "ns", "execution_duration_ns / (fills − 1); null below two fills");
    final DoubleColumn weightedFillTimeNs = doubles(
            "weighted_fill_time_ns",
            "ns",
            "Σ quantity × (fill − arrival) / traded_quantity; null where a fill is earlier");
    final LongColumn darkQuantity = longs("dark_quantity", "shares", "Centre Point legs");
    final LongColumn litQuantity = longs("lit_quantity", "shares", "continuous lit legs");
    final LongColumn auctionQuantity = longs("auction_quantity", "shares", "auction legs");
    final LongColumn bookedQuantity = longs("booked_quantity", "shares", "booked crossings: filled, no market trade");
    final LongColumn reportedQuantity = longs("reported_quantity", "shares", "reported off the market: not filled");

    public MetricsTable(RowGroupSink sink) {
        super("metrics", sink);
    }

    void keys(SecurityDay unit, OrderLife life, OrderClasses classes) {
        orderId.append(life.orderId());
        securityCode.append(unit.securityCode());
        date.append(unit.date());
        participantId.append(life.participantId());
        side.append(life.side());
        orderKind.append(life.kind());
        fillClass.append(life.fillClass());
        outcome.append(classes.outcome());
        inStudy.append(classes.inStudy());
        survivor.append(classes.survivor());
        sizeBucket.append(classes.sizeBucket());
        notionalBucket.append(classes.notionalBucket());
        timeOfDay.append(classes.timeOfDay());
        demandQuantity.append(life.demandQuantity());
        initialQuantity.append(life.initialQuantity());
        matchedQuantity.append(life.matchedQuantity());
        leavesQuantity.append(life.leavesQuantity());
    }
}
