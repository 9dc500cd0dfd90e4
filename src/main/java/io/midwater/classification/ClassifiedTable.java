package io.midwater.classification;

import io.midwater.domain.ExchangeOrderType;
import io.midwater.domain.OrderClasses;
import io.midwater.domain.OrderLife;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.Table;

/** Table {@code classified}: one row per order and business date. */
public final class ClassifiedTable extends Table {
    private final LongColumn orderId = longs("order_id", "", "exchange order id");
    private final LongColumn securityCode = longs("security_code", "", "order book id");
    private final DateColumn date = dates("date", "business date");
    private final LongColumn participantId =
            longs("participant_id", "", "broker number; null where not reported, or reported as 0");
    private final TextColumn side = texts("side", "BUY or SELL");
    private final TextColumn orderKind = texts(
            "order_kind",
            "the first that holds: SWEEP (bit 2048 of exchangeordertype), CP_BLOCK (4096), CP_CROSSING (256), CP_MARKET"
                    + " (64, no limit_px), CP_LIMIT (64, with one), LIT (none of these bits)");
    private final BooleanColumn shortSell = booleans("short_sell", "short-sell bit of the order type mask");
    private final TextColumn fillClass = texts(
            "fill_class", "FULL: matched > 0 and leaves = 0; PARTIAL: matched > 0 and leaves > 0; NONE: matched = 0");
    private final TextColumn outcome = texts(
            "outcome",
            "A_IMMEDIATE_FULL: FULL within classification.immediate-within of arrival; B_EVENTUAL_FULL: FULL later;"
                    + " C_PARTIAL_NONE: the rest");
    private final TextColumn terminalReason = texts(
            "terminal_reason",
            "why the order's life on the date ended: FILLED, CANCELLED_USER, CANCELLED_SYSTEM, IOC_REMAINDER (rest of a"
                    + " fill-and-kill or fill-or-kill order), PURGED, INACTIVE, OPEN (still on the book) or OTHER (a code"
                    + " unknown to this version)");
    private final BooleanColumn inStudy =
            booleans("in_study", "in the population, new that day, without auction trades, rested after entry");
    private final BooleanColumn survivor = booleans("survivor", "in the study, fully filled by trading");
    private final IntColumn funnelStep = ints(
            "funnel_step",
            "",
            "last study step passed: 0 population, 1 new that day, 2 filled by trading, 3 own trade, 4 no auction trade,"
                    + " 5 rested after entry; null outside the population");
    private final TextColumn sizeBucket = texts("size_bucket", "class of initial_quantity in shares");
    private final TextColumn notionalBucket =
            texts("notional_bucket", "class of limit × initial quantity in currency units; null for market orders");
    private final TextColumn timeOfDay = texts("time_of_day", "class of the local time of arrival");
    private final IntColumn arrivalHour = ints("arrival_hour", "h", "local hour of arrival, 0 to 23");
    private final BooleanColumn carried = booleans("carried", "reloaded from an earlier day");
    private final BooleanColumn orphanStart = booleans("orphan_start", "first event neither new nor a reload");
    private final BooleanColumn amended = booleans("amended", "price, quantity, mid-tick or minimum quantity changed");
    private final LongColumn limitPx =
            longs("limit_px", "input price units", "limit at arrival; null for market orders");
    private final LongColumn initialQuantity =
            longs("initial_quantity", "shares", "ordered at arrival; for carried orders what was left at the reload");
    private final LongColumn demandQuantity =
            longs("demand_quantity", "shares", "matched + leaves at the end: ordered on the date, amendments included");
    private final LongColumn matchedQuantity = longs("matched_quantity", "shares", "matched on the date");
    private final LongColumn leavesQuantity = longs("leaves_quantity", "shares", "open at the end");
    private final LongColumn restQuantity = longs("rest_quantity", "shares", "on the book after the entry pass");
    private final LongColumn entryDarkQuantity =
            longs("entry_dark_quantity", "shares", "traded in the dark at the instant of arrival");
    private final LongColumn entryLitQuantity =
            longs("entry_lit_quantity", "shares", "traded lit at the instant of arrival");
    private final LongColumn arrivalNs = longs(
            "arrival_ns",
            "ns since 1970-01-01 UTC",
            "first event that is new or a reload, else the first; for carried orders the start of the first session in"
                    + " which they may trade: where trading is suspended, its end, or their own first fill in the auction"
                    + " before it");
    private final LongColumn completionNs =
            longs("completion_ns", "ns since 1970-01-01 UTC", "first event with nothing left; null if never");
    private final LongColumn endNs = longs(
            "end_ns", "ns since 1970-01-01 UTC", "last event, or the end of continuous trading while on the book");

    public ClassifiedTable(RowGroupSink sink) {
        super("classified", sink);
    }

    public void add(SecurityDay unit, OrderLife life, OrderClasses classes) {
        orderId.append(life.orderId());
        securityCode.append(unit.securityCode());
        date.append(unit.date());
        participantId.append(life.participantId());
        side.append(life.side());
        orderKind.append(life.kind());
        shortSell.append(ExchangeOrderType.isShortSell(life.exchangeOrderType()));
        fillClass.append(life.fillClass());
        outcome.append(classes.outcome());
        terminalReason.append(life.terminalReason());
        inStudy.append(classes.inStudy());
        survivor.append(classes.survivor());
        funnelStep.appendNullable(classes.funnelStep() < 0 ? RowGroup.NULL : classes.funnelStep());
        sizeBucket.append(classes.sizeBucket());
        notionalBucket.append(classes.notionalBucket());
        timeOfDay.append(classes.timeOfDay());
        arrivalHour.append(classes.arrivalHour());
        carried.append(life.carried());
        orphanStart.append(life.orphanStart());
        amended.append(life.amendments() > 0);
        limitPx.append(life.limitPx());
        initialQuantity.append(life.initialQuantity());
        demandQuantity.append(life.demandQuantity());
        matchedQuantity.append(life.matchedQuantity());
        leavesQuantity.append(life.leavesQuantity());
        restQuantity.append(life.restQuantity());
        entryDarkQuantity.append(life.entryDarkQuantity());
        entryLitQuantity.append(life.entryLitQuantity());
        arrivalNs.append(life.arrivalNs());
        completionNs.append(life.completionNs());
        endNs.append(life.endNs());
        endRow();
    }
}
