package io.midwater.app.unit;

import io.midwater.domain.OrderEvents;
import io.midwater.domain.OrderIndex;
import io.midwater.domain.QuoteHistory;
import io.midwater.domain.Slice;
import io.midwater.domain.TradeLegs;
import io.midwater.domain.table.RowGroup;
import java.util.Arrays;

/**
 * What a unit's prices are about: the median of its trades on the market; without any, of its usable midpoints, in whole
 * price units; without any, of the limits its orders came with. Of an even number the lower of the two in the middle.
 */
final class MedianPrice {
    private final long[] prices;
    private int count;

    private MedianPrice(int most) {
        prices = new long[most];
    }

    /** {@link RowGroup#NULL} where the unit has no price at all. */
    static long of(Slice slice) {
        long trades = trades(slice.trades());
        if (trades != RowGroup.NULL) {
            return trades;
        }
        long midpoints = midpoints(slice.quotes());
        return midpoints != RowGroup.NULL ? midpoints : limits(slice.orders(), slice.index());
    }

    private static long trades(TradeLegs legs) {
        MedianPrice median = new MedianPrice(legs.count());
        for (int row = 0; row < legs.count(); row++) {
            if (legs.tradeClass(row).onMarket()) {
                median.add(legs.price(row));
            }
        }
        return median.value();
    }

    private static long midpoints(QuoteHistory quotes) {
        MedianPrice median = new MedianPrice(quotes.size());
        for (int i = 0; i < quotes.size(); i++) {
            if (quotes.usable(i)) {
                median.add(quotes.mid2(i) / 2);
            }
        }
        return median.value();
    }

    private static long limits(OrderEvents events, OrderIndex index) {
        MedianPrice median = new MedianPrice(index.orders());
        for (int order = 0; order < index.orders(); order++) {
            long limit = events.price(index.event(order, 0));
            // Market orders have none.
            if (limit > 0) {
                median.add(limit);
            }
        }
        return median.value();
    }

    private void add(long price) {
        prices[count++] = price;
    }

    private long value() {
        Arrays.sort(prices, 0, count);
        return count == 0 ? RowGroup.NULL : prices[(count - 1) / 2];
    }
}
