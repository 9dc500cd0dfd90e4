package io.midwater.domain;

import io.midwater.domain.table.PackedColumn;
import io.midwater.domain.table.PackedRows;
import io.midwater.domain.table.RowGroup;

/**
 * The order events of one security-day in the total order (timestamp, sequence, row number, content), by column. Prices
 * are input price units, quantities quantity units, times nanoseconds since 1970-01-01 UTC; a value that is not there is
 * {@link RowGroup#NULL}, except that codes which are not there read as 0.
 */
public final class OrderEvents {
    private static final int ON_BOOK = 1;
    private static final int INACTIVE = 4;

    private final PackedRows rows;
    private final PackedColumn orderId;
    private final PackedColumn timestamp;
    private final PackedColumn sequence;
    private final PackedColumn side;
    private final PackedColumn price;
    private final PackedColumn quantity;
    private final PackedColumn leavesQuantity;
    private final PackedColumn totalMatchedQuantity;
    private final PackedColumn changeReason;
    private final PackedColumn orderStatus;
    private final PackedColumn orderType;
    private final PackedColumn exchangeOrderType;
    private final PackedColumn nationalBid;
    private final PackedColumn nationalOffer;
    private final PackedColumn bid;
    private final PackedColumn offer;
    private final PackedColumn participantId;
    private final PackedColumn preferenceOnly;
    private final PackedColumn midTick;
    private final PackedColumn singleFill;
    private final PackedColumn minimumQuantity;
    private final PackedColumn crossingKey;
    private final PackedColumn triggerCondition;
    private final PackedColumn timeValidity;
    private final PackedColumn orderBookPosition;

    /** @param rows of {@link InputKind#ORDERS}'s schema */
    public OrderEvents(PackedRows rows) {
        this.rows = rows;
        this.orderId = rows.column("order_id");
        this.timestamp = rows.column("timestamp");
        this.sequence = rows.column("sequence");
        this.side = rows.column("side");
        this.price = rows.column("price");
        this.quantity = rows.column("quantity");
        this.leavesQuantity = rows.column("leavesquantity");
        this.totalMatchedQuantity = rows.column("totalmatchedquantity");
        this.changeReason = rows.column("changereason");
        this.orderStatus = rows.column("orderstatus");
        this.orderType = rows.column("ordertype");
        this.exchangeOrderType = rows.column("exchangeordertype");
        this.nationalBid = rows.column("national_bid");
        this.nationalOffer = rows.column("national_offer");
        this.bid = rows.column("bid");
        this.offer = rows.column("offer");
        this.participantId = rows.column("participantid");
        this.preferenceOnly = rows.column("preferenceonly");
        this.midTick = rows.column("midtick");
        this.singleFill = rows.column("singlefillminimumquantity");
        this.minimumQuantity = rows.column("minimumquantity");
        this.crossingKey = rows.column("crossingkey");
        this.triggerCondition = rows.column("triggercondition");
        this.timeValidity = rows.column("timevalidity");
        this.orderBookPosition = rows.column("orderbookposition");
    }

    public PackedRows rows() {
        return rows;
    }

    public int count() {
        return rows.rows();
    }

    public long orderId(int row) {
        return orderId.get(row);
    }

    public long timestamp(int row) {
        return timestamp.get(row);
    }

    public long sequence(int row) {
        return sequence.get(row);
    }

    public Side side(int row) {
        return Side.ofCode(side.get(row));
    }

    /** The limit; 0 for market orders. */
    public long price(int row) {
        return price.get(row);
    }

    /** Initial quantity until the first amendment, then what was outstanding at the last one. */
    public long quantity(int row) {
        return quantity.get(row);
    }

    public long leavesQuantity(int row) {
        return leavesQuantity.get(row);
    }

    public long totalMatchedQuantity(int row) {
        return totalMatchedQuantity.get(row);
    }

    public int changeReason(int row) {
        return code(changeReason, row);
    }

    /** True where the order can be matched. */
    public boolean onBook(int row) {
        return code(orderStatus, row) == ON_BOOK;
    }

    /** True where the order is kept without a place on the book. */
    public boolean inactive(int row) {
        return code(orderStatus, row) == INACTIVE;
    }

    /** See {@link OrderType}. */
    public int orderType(int row) {
        return code(orderType, row);
    }

    /** True where the row has no limit: a market order, by its type or by its price of 0. */
    public boolean market(int row) {
        return orderType(row) == OrderType.MARKET || price(row) == 0;
    }

    /** A bit mask, see {@link ExchangeOrderType}. */
    public int exchangeOrderType(int row) {
        return code(exchangeOrderType, row);
    }

    /** The bid on the row: the national one, or the exchange's own where the national pair is missing. */
    public long bestBid(int row) {
        return national(row) ? nationalBid.get(row) : bid.get(row);
    }

    /** The offer on the row, from the same source as {@link #bestBid}. */
    public long bestOffer(int row) {
        return national(row) ? nationalOffer.get(row) : offer.get(row);
    }

    /** Where the row's quote comes from. */
    public QuoteSource quoteSource(int row) {
        return national(row) ? QuoteSource.NATIONAL : QuoteSource.LOCAL;
    }

    private boolean national(int row) {
        return QuoteState.of(nationalBid.get(row), nationalOffer.get(row)) != QuoteState.MISSING;
    }

    /** The broker's number, {@link RowGroup#NULL} where it is not there, or 0, which is unknown. */
    public long participantId(int row) {
        long id = participantId.get(row);
        return id == 0 ? RowGroup.NULL : id;
    }

    public int preferenceOnly(int row) {
        return code(preferenceOnly, row);
    }

    public int midTick(int row) {
        return code(midTick, row);
    }

    /** True where one contra must supply the minimum quantity. */
    public boolean singleFill(int row) {
        return singleFill.get(row) == 1;
    }

    /** Minimum acceptable quantity, 0 for none. */
    public long minimumQuantity(int row) {
        return orZero(minimumQuantity, row);
    }

    /** 0 for none. */
    public long crossingKey(int row) {
        return orZero(crossingKey, row);
    }

    /** True where the order waits, or waited, for something to set it off. */
    public boolean triggered(int row) {
        return code(triggerCondition, row) != 0;
    }

    /** True for fill-and-kill and fill-or-kill orders; false where the validity is not reported. */
    public boolean immediate(int row) {
        long code = timeValidity.get(row);
        return code != RowGroup.NULL && TimeValidity.isImmediate((int) code);
    }

    /** Greater than 0 where the event (re)placed the order, 0 where it kept its priority; NULL where not reported. */
    public long orderBookPosition(int row) {
        return orderBookPosition.get(row);
    }

    private static int code(PackedColumn column, int row) {
        return (int) orZero(column, row);
    }

    private static long orZero(PackedColumn column, int row) {
        long value = column.get(row);
        return value == RowGroup.NULL ? 0 : value;
    }
}
