package io.midwater.classification;

import static io.midwater.domain.table.RowGroup.NULL;

import io.midwater.domain.ChangeReason;
import io.midwater.domain.FillClass;
import io.midwater.domain.OrderEvents;
import io.midwater.domain.OrderIndex;
import io.midwater.domain.OrderKind;
import io.midwater.domain.OrderLife;
import io.midwater.domain.Slice;
import io.midwater.domain.TerminalReason;
import io.midwater.domain.TradeClass;
import io.midwater.domain.TradeLegs;

/**
 * Folds an order's events into its life. Idempotent: it looks at last states and maxima and counts no rows, so repeated
 * messages change nothing. Message patterns: Direct Drop specification, appendix A.
 */
final class LifeReducer {
    private final Slice slice;
    private final OrderEvents events;
    private final OrderIndex index;

    LifeReducer(Slice slice) {
        this.slice = slice;
        this.events = slice.orders();
        this.index = slice.index();
    }

    OrderLife reduce(int order) {
        int arrival = arrivalRow(order);
        int last = index.event(order, index.eventCount(order) - 1);
        long arrivalTime = events.timestamp(arrival);
        boolean carried = carried(order, arrivalTime);
        boolean orphanStart = !ChangeReason.isNew(events.changeReason(arrival))
                && !ChangeReason.isReload(events.changeReason(arrival));
        int entry = entryRow(order, arrivalTime);
        long matchedBefore = matchedBefore(order, arrival, carried, orphanStart);
        long matched = Math.max(0, events.totalMatchedQuantity(last) - matchedBefore);
        long leaves = events.leavesQuantity(last);
        long initial = carried ? events.leavesQuantity(arrival) : events.quantity(arrival);
        boolean market = events.market(arrival);
        OrderKind kind = OrderKind.of(events.exchangeOrderType(arrival), market);
        return new OrderLife(
                order,
                events.orderId(arrival),
                events.side(arrival),
                events.participantId(arrival),
                kind,
                events.exchangeOrderType(arrival),
                arrival,
                entry,
                last,
                carried,
                orphanStart,
                amendments(order),
                market ? NULL : events.price(arrival),
                carried ? carriedArrival(order, kind, arrivalTime, last) : arrivalTime,
                initial,
                matched,
                leaves,
                events.onBook(entry) ? events.leavesQuantity(entry) : 0,
                entryQuantity(order, arrivalTime, true),
                entryQuantity(order, arrivalTime, false),
                completion(order),
                end(last),
                events.changeReason(last),
                FillClass.of(matched, leaves),
                terminalReason(last, matched, leaves, events.immediate(arrival)));
    }

    /** The first event that is new or a reload, else the first event. */
    private int arrivalRow(int order) {
        for (int n = 0; n < index.eventCount(order); n++) {
            int row = index.event(order, n);
            int reason = events.changeReason(row);
            if (ChangeReason.isNew(reason) || ChangeReason.isReload(reason)) {
                return row;
            }
        }
        return index.event(order, 0);
    }

    /** Reloads look like a new event followed by a reload at the same time, so a new event alone does not mean new. */
    private boolean carried(int order, long arrivalTime) {
        boolean beforeFirstSession =
                events.timestamp(index.event(order, 0)) < slice.session().firstAuctionNs();
        for (int n = 0; n < index.eventCount(order); n++) {
            int row = index.event(order, n);
            if (events.timestamp(row) != arrivalTime) {
                continue;
            }
            if (ChangeReason.isReload(events.changeReason(row)) || (events.inactive(row) && beforeFirstSession)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The start of the first session in which it may trade, after the reload: inside a suspension that is the end of it, or
     * its own first fill where an auction reopens trading before. The reload where it ended before all that. What lives in
     * Centre Point only trades in continuous trading and in no auction (ASX Trade Introduction and Business Information,
     * section 24.3).
     */
    private long carriedArrival(int order, OrderKind kind, long reloadTime, int last) {
        long session = kind.inLitBook()
                ? slice.session().firstAuctionNs()
                : slice.session().openNs();
        long from = Math.max(reloadTime, session);
        long arrival = Math.min(slice.session().resumesNs(from), firstFill(order, from));
        boolean endedBefore = !events.onBook(last) && events.timestamp(last) < arrival;
        return endedBefore ? reloadTime : arrival;
    }

    private long firstFill(int order, long from) {
        long first = Long.MAX_VALUE;
        TradeLegs trades = slice.trades();
        for (int n = 0; n < index.legCount(order); n++) {
            int leg = index.leg(order, n);
            if (trades.tradeClass(leg).filled() && trades.time(leg) >= from) {
                first = Math.min(first, trades.time(leg));
            }
        }
        return first;
    }

    private int entryRow(int order, long arrivalTime) {
        int entry = -1;
        for (int n = 0; n < index.eventCount(order); n++) {
            int row = index.event(order, n);
            if (events.timestamp(row) == arrivalTime) {
                entry = row;
            }
        }
        return entry;
    }

    /** What its total was when the date began: at the reload, or at the first event where that is an earlier one. */
    private long matchedBefore(int order, int arrival, boolean carried, boolean orphanStart) {
        int first = index.event(order, 0);
        if (carried && events.timestamp(first) == events.timestamp(arrival)) {
            return events.totalMatchedQuantity(arrival);
        }
        if (!carried && !orphanStart) {
            return 0;
        }
        long traded = 0;
        TradeLegs trades = slice.trades();
        for (int n = 0; n < index.legCount(order); n++) {
            int leg = index.leg(order, n);
            if (trades.time(leg) == events.timestamp(first)
                    && trades.tradeClass(leg).filled()) {
                traded += trades.quantity(leg);
            }
        }
        return Math.max(0, events.totalMatchedQuantity(first) - traded);
    }

    /** Updates that change price, quantity, mid-tick or minimum quantity against the state before; repeats count once. */
    private int amendments(int order) {
        int amendments = 0;
        int previous = index.event(order, 0);
        for (int n = 1; n < index.eventCount(order); n++) {
            int row = index.event(order, n);
            if (events.changeReason(row) == ChangeReason.UPDATED
                    && (events.price(row) != events.price(previous)
                            || events.quantity(row) != events.quantity(previous)
                            || events.midTick(row) != events.midTick(previous)
                            || events.minimumQuantity(row) != events.minimumQuantity(previous))) {
                amendments++;
            }
            previous = row;
        }
        return amendments;
    }

    private long entryQuantity(int order, long arrivalTime, boolean dark) {
        TradeLegs trades = slice.trades();
        long quantity = 0;
        for (int n = 0; n < index.legCount(order); n++) {
            int leg = index.leg(order, n);
            if (trades.time(leg) != arrivalTime) {
                continue;
            }
            TradeClass tradeClass = trades.tradeClass(leg);
            if (dark ? tradeClass.centrePoint() : tradeClass.litBook()) {
                quantity += trades.quantity(leg);
            }
        }
        return quantity;
    }

    private long completion(int order) {
        for (int n = 0; n < index.eventCount(order); n++) {
            int row = index.event(order, n);
            if (events.leavesQuantity(row) == 0) {
                return events.timestamp(row);
            }
        }
        return NULL;
    }

    private long end(int last) {
        long time = events.timestamp(last);
        return events.onBook(last) ? Math.max(time, slice.session().closeNs()) : time;
    }

    private TerminalReason terminalReason(int last, long matched, long leaves, boolean immediate) {
        if (leaves == 0 && matched > 0) {
            return TerminalReason.FILLED;
        }
        if (immediate && !events.onBook(last)) {
            return TerminalReason.IOC_REMAINDER;
        }
        TerminalReason named = TerminalReason.ofChange(events.changeReason(last));
        if (named != null) {
            return named;
        }
        if (events.inactive(last)) {
            return TerminalReason.INACTIVE;
        }
        return events.onBook(last) ? TerminalReason.OPEN : TerminalReason.OTHER;
    }
}
