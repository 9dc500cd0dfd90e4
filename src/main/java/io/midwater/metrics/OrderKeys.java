package io.midwater.metrics;

import static io.midwater.domain.table.Units.PX;
import static io.midwater.domain.table.Units.SHARES;

import io.midwater.domain.OrderClasses;
import io.midwater.domain.OrderLife;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.Table.BooleanColumn;
import io.midwater.domain.table.Table.DateColumn;
import io.midwater.domain.table.Table.IntColumn;
import io.midwater.domain.table.Table.LongColumn;
import io.midwater.domain.table.Table.TextColumn;

/** Whose metrics they are, and the names and quantities that table {@code classified} gives the order. */
final class OrderKeys implements MetricFamily {
    private static final String SAME = "as in classified";

    private final LongColumn orderId;
    private final LongColumn securityCode;
    private final DateColumn date;
    private final LongColumn participantId;
    private final TextColumn side;
    private final TextColumn orderKind;
    private final TextColumn fillClass;
    private final TextColumn outcome;
    private final TextColumn terminalReason;
    private final BooleanColumn inStudy;
    private final BooleanColumn survivor;
    private final IntColumn funnelStep;
    private final TextColumn sizeBucket;
    private final TextColumn notionalBucket;
    private final TextColumn timeOfDay;
    private final IntColumn arrivalHour;
    private final LongColumn limitPx;
    private final LongColumn demandQuantity;
    private final LongColumn initialQuantity;
    private final LongColumn matchedQuantity;
    private final LongColumn leavesQuantity;
    private final LongColumn restQuantity;

    OrderKeys(MetricsTable table) {
        orderId = table.whole("order_id", "", "exchange order id");
        securityCode = table.whole("security_code", "", "order book id");
        date = table.day("date", "business date");
        participantId = table.whole("participant_id", "", "broker number; null where not reported, or reported as 0");
        side = table.text("side", "BUY or SELL");
        orderKind = table.text("order_kind", SAME);
        fillClass = table.text("fill_class", SAME);
        outcome = table.text("outcome", SAME);
        terminalReason = table.text("terminal_reason", SAME);
        inStudy = table.flag("in_study", SAME);
        survivor = table.flag("survivor", SAME);
        funnelStep = table.number("funnel_step", SAME);
        sizeBucket = table.text("size_bucket", SAME);
        notionalBucket = table.text("notional_bucket", SAME);
        timeOfDay = table.text("time_of_day", SAME);
        arrivalHour = table.number("arrival_hour", SAME);
        limitPx = table.whole("limit_px", PX, SAME);
        demandQuantity = table.whole("demand_quantity", SHARES, SAME);
        initialQuantity = table.whole("initial_quantity", SHARES, SAME);
        matchedQuantity = table.whole("matched_quantity", SHARES, SAME);
        leavesQuantity = table.whole("leaves_quantity", SHARES, SAME);
        restQuantity = table.whole("rest_quantity", SHARES, SAME);
    }

    @Override
    public void add(MeasuredOrder order) {
        OrderLife life = order.life();
        OrderClasses classes = order.classes();
        orderId.append(life.orderId());
        securityCode.append(order.slice().unit().securityCode());
        date.append(order.slice().unit().date());
        participantId.append(life.participantId());
        side.append(life.side());
        orderKind.append(life.kind());
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
        limitPx.append(life.limitPx());
        demandQuantity.append(life.demandQuantity());
        initialQuantity.append(life.initialQuantity());
        matchedQuantity.append(life.matchedQuantity());
        leavesQuantity.append(life.leavesQuantity());
        restQuantity.append(life.restQuantity());
    }
}
