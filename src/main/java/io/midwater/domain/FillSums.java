package io.midwater.domain;

import static io.midwater.domain.table.RowGroup.NULL;

/**
 * The exact sums over one order's trade legs. Reused from order to order. Quantities are quantity units, values price
 * units × quantity units. "Continuous" legs are the ones whose price quality can be measured: lit and dark trading,
 * without auctions, bookings and trades after the close.
 */
public final class FillSums {
    private int count;
    private long quantity;
    private long value;
    private long continuousQuantity;
    private long continuousValue;
    private long darkQuantity;
    private long litQuantity;
    private long auctionQuantity;
    private long bookedQuantity;
    private long reportedQuantity;
    private long firstNs;
    private long lastNs;
    private double weightedTimeNs;

    private boolean beforeArrival;

    /** Sums an order's legs; what was summed before is forgotten. */
    public void sum(Slice slice, OrderLife life) {
        reset();
        TradeLegs trades = slice.trades();
        for (int n = 0; n < slice.index().legCount(life.order()); n++) {
            add(trades, slice.index().leg(life.order(), n), life.arrivalNs());
        }
    }

    private void reset() {
        count = 0;
        quantity = 0;
        value = 0;
        continuousQuantity = 0;
        continuousValue = 0;
        darkQuantity = 0;
        litQuantity = 0;
        auctionQuantity = 0;
        bookedQuantity = 0;
        reportedQuantity = 0;
        firstNs = NULL;
        lastNs = NULL;
        weightedTimeNs = 0;
        beforeArrival = false;
    }

    private void add(TradeLegs trades, int leg, long arrivalNs) {
        TradeClass tradeClass = trades.tradeClass(leg);
        long legQuantity = trades.quantity(leg);
        if (!tradeClass.filled()) {
            reportedQuantity += tradeClass == TradeClass.REPORT ? legQuantity : 0;
            return;
        }
        long legValue = Math.multiplyExact(legQuantity, trades.price(leg));
        long time = trades.time(leg);
        count++;
        quantity = Math.addExact(quantity, legQuantity);
        value = Math.addExact(value, legValue);
        if (tradeClass.continuous()) {
            continuousQuantity += legQuantity;
            continuousValue += legValue;
        }
        darkQuantity += tradeClass.dark() ? legQuantity : 0;
        litQuantity += tradeClass == TradeClass.LIT ? legQuantity : 0;
        auctionQuantity += tradeClass == TradeClass.AUCTION ? legQuantity : 0;
        bookedQuantity += tradeClass.booked() ? legQuantity : 0;
        firstNs = firstNs == NULL ? time : Math.min(firstNs, time);
        lastNs = lastNs == NULL ? time : Math.max(lastNs, time);
        weightedTimeNs += (double) legQuantity * (time - arrivalNs);
        beforeArrival |= time < arrivalNs;
    }

    /** Filled legs. */
    public int count() {
        return count;
    }

    /** All filled legs, bookings and auctions included. */
    public long quantity() {
        return quantity;
    }

    /** Σ price × quantity of all filled legs. */
    public long value() {
        return value;
    }

    /** Legs of continuous trading. */
    public long continuousQuantity() {
        return continuousQuantity;
    }

    /** Σ price × quantity of continuous trading. */
    public long continuousValue() {
        return continuousValue;
    }

    /** Centre Point legs. */
    public long darkQuantity() {
        return darkQuantity;
    }

    /** Lit legs. */
    public long litQuantity() {
        return litQuantity;
    }

    /** Auction legs. */
    public long auctionQuantity() {
        return auctionQuantity;
    }

    /** Booked crossings. */
    public long bookedQuantity() {
        return bookedQuantity;
    }

    /** Reported off the market; not filled. */
    public long reportedQuantity() {
        return reportedQuantity;
    }

    /** Time of the first fill; NULL without one. */
    public long firstNs() {
        return firstNs;
    }

    /** Time of the last fill; NULL without one. */
    public long lastNs() {
        return lastNs;
    }

    /** Σ quantity × (fill time − arrival) in ns. */
    public double weightedTimeNs() {
        return weightedTimeNs;
    }

    /** True where a fill is earlier than the arrival. */
    public boolean beforeArrival() {
        return beforeArrival;
    }
}
