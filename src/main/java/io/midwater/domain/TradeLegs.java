package io.midwater.domain;

import io.midwater.domain.table.PackedColumn;
import io.midwater.domain.table.PackedRows;
import io.midwater.domain.table.RowGroup;

/** The trade legs of one security-day in the total order (time, sequence, row number, content), by column. */
public final class TradeLegs {
    private final PackedRows rows;
    private final PackedColumn orderId;
    private final PackedColumn time;
    private final PackedColumn dealSource;
    private final PackedColumn matchGroupId;
    private final PackedColumn price;
    private final PackedColumn quantity;
    private final PackedColumn side;
    private final PackedColumn participantId;
    private final PackedColumn cancelled;

    /** @param rows of {@link InputKind#TRADES}'s schema, possibly with more columns behind it */
    public TradeLegs(PackedRows rows) {
        this.rows = rows;
        this.orderId = rows.column("orderid");
        this.time = rows.column("tradetime");
        this.dealSource = rows.column("dealsource");
        this.matchGroupId = rows.column("matchgroupid");
        this.price = rows.column("tradeprice");
        this.quantity = rows.column("quantity");
        this.side = rows.column("side");
        this.participantId = rows.column("participantid");
        this.cancelled = rows.column("cancelled");
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

    /** Nanoseconds since 1970-01-01 UTC. */
    public long time(int row) {
        return time.get(row);
    }

    public int dealSource(int row) {
        return (int) dealSource.get(row);
    }

    public TradeClass tradeClass(int row) {
        return takenBack(cancelled.get(row)) ? TradeClass.CANCELLED : TradeClass.ofDealSource(dealSource(row));
    }

    /** True where the column {@code cancelled} says that the trade was taken back. */
    public static boolean takenBack(long flag) {
        return flag != RowGroup.NULL && flag != 0;
    }

    public long matchGroupId(int row) {
        return matchGroupId.get(row);
    }

    /** In input price units. */
    public long price(int row) {
        return price.get(row);
    }

    /** In quantity units: {@link Slice#quantityScale} of them are a share. */
    public long quantity(int row) {
        return quantity.get(row);
    }

    public Side side(int row) {
        return Side.ofCode(side.get(row));
    }

    public long participantId(int row) {
        return participantId.get(row);
    }
}
