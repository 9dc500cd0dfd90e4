package io.midwater.metrics;

import io.midwater.domain.ArrivalQuote;
import io.midwater.domain.FillSums;
import io.midwater.domain.OrderClasses;
import io.midwater.domain.OrderIndex;
import io.midwater.domain.OrderLife;
import io.midwater.domain.Slice;
import io.midwater.domain.TradeLegs;
import java.util.Arrays;

/**
 * One order as the metrics see it: its life, arrival quote and sums, and its continuous fills one by one. Reused from
 * order to order.
 */
final class MeasuredOrder {
    private final Slice slice;
    private final MarketVolume market;
    private OrderLife life;
    private OrderClasses classes;
    private ArrivalQuote quote;
    private FillSums sums;
    private int fills;
    private long[] prices = new long[16];
    private long[] quantities = new long[16];
    private long[] times = new long[16];
    private int[] quotesBefore = new int[16];

    MeasuredOrder(Slice slice) {
        this.slice = slice;
        this.market = MarketVolume.of(slice.trades());
    }

    void set(OrderLife newLife, OrderClasses newClasses, ArrivalQuote newQuote, FillSums newSums) {
        life = newLife;
        classes = newClasses;
        quote = newQuote;
        sums = newSums;
        fills = 0;
        if (sums.continuousQuantity() > 0) {
            collect();
        }
    }

    private void collect() {
        OrderIndex index = slice.index();
        TradeLegs trades = slice.trades();
        int legs = index.legCount(life.order());
        if (legs > prices.length) {
            int capacity = Math.max(legs, 2 * prices.length);
            prices = Arrays.copyOf(prices, capacity);
            quantities = Arrays.copyOf(quantities, capacity);
            times = Arrays.copyOf(times, capacity);
            quotesBefore = Arrays.copyOf(quotesBefore, capacity);
        }
        for (int n = 0; n < legs; n++) {
            int leg = index.leg(life.order(), n);
            if (trades.tradeClass(leg).continuous()) {
                prices[fills] = trades.price(leg);
                quantities[fills] = trades.quantity(leg);
                times[fills] = trades.time(leg);
                quotesBefore[fills] = slice.quotes().before(times[fills]);
                fills++;
            }
        }
    }

    Slice slice() {
        return slice;
    }

    MarketVolume market() {
        return market;
    }

    OrderLife life() {
        return life;
    }

    OrderClasses classes() {
        return classes;
    }

    /** Null where no usable quote was met. */
    ArrivalQuote quote() {
        return quote;
    }

    FillSums sums() {
        return sums;
    }

    /** +1 for a buy, −1 for a sell. */
    int sign() {
        return life.side().sign();
    }

    /** True where the order traded continuously and its arrival quote is known. */
    boolean measured() {
        return quote != null && fills > 0;
    }

    /** Fills of continuous trading, in time order. */
    int fills() {
        return fills;
    }

    long price(int fill) {
        return prices[fill];
    }

    long quantity(int fill) {
        return quantities[fill];
    }

    long time(int fill) {
        return times[fill];
    }

    /** Index of the quote in force strictly before the fill, usable or not; −1 for none. */
    int quoteBefore(int fill) {
        return quotesBefore[fill];
    }
}
