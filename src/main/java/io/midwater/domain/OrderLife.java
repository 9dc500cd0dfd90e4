package io.midwater.domain;

/**
 * One order on one business date, as its events tell it. Times are nanoseconds since 1970-01-01 UTC, prices input price
 * units, quantities quantity units; {@link io.midwater.domain.table.RowGroup#NULL} is "no value".
 *
 * @param order number in the slice's {@link OrderIndex}
 * @param participantId the broker's number; NULL where it is unknown
 * @param exchangeOrderType the bit mask
 * @param arrivalRow the event at which the order entered, or was reloaded
 * @param entryRow last event at the time of arrival: the state after the entry pass
 * @param finalRow last event
 * @param carried reloaded from an earlier day
 * @param orphanStart its first event is neither new nor a reload
 * @param amendments number of changes to price, quantity, mid-tick or minimum quantity
 * @param limitPx the limit at arrival; NULL for market orders
 * @param arrivalNs arrival; for carried orders the start of the first session in which it may trade, not before the
 *     reload, and the reload where the order ended before that
 * @param initialQuantity ordered at arrival; for carried orders what was left at the reload
 * @param matchedQuantity matched on this business date
 * @param leavesQuantity open, or open when it ended
 * @param restQuantity on the book after the entry pass
 * @param entryDarkQuantity traded in the dark (booked there included) at the instant of arrival
 * @param entryLitQuantity traded lit (booked there included) at the instant of arrival
 * @param completionNs first event with nothing left; NULL if there is none
 * @param endNs end of its life on this date: its last event, or the end of continuous trading if it stayed on the book
 * @param lastReason change reason of the last event
 */
public record OrderLife(
        int order,
        long orderId,
        Side side,
        long participantId,
        OrderKind kind,
        int exchangeOrderType,
        int arrivalRow,
        int entryRow,
        int finalRow,
        boolean carried,
        boolean orphanStart,
        int amendments,
        long limitPx,
        long arrivalNs,
        long initialQuantity,
        long matchedQuantity,
        long leavesQuantity,
        long restQuantity,
        long entryDarkQuantity,
        long entryLitQuantity,
        long completionNs,
        long endNs,
        int lastReason,
        FillClass fillClass,
        TerminalReason terminalReason) {

    /** Matched plus leaves: what was asked for on this date, amendments included. */
    public long demandQuantity() {
        return Math.addExact(matchedQuantity, leavesQuantity);
    }
}
