package io.midwater.simulation;

import io.midwater.domain.OrderEvents;
import io.midwater.domain.Side;
import io.midwater.domain.Slice;
import io.midwater.domain.TradeLegs;
import io.midwater.simulation.matching.DealSource;
import java.util.HashMap;
import java.util.Map;

/** Dark shares by pair of orders, real and simulated: deal sources 46, 47 and 48 with both legs known. */
final class DarkPairs {
    private final OrderEvents events;
    private final Slice slice;
    private final Map<Pair, long[]> shares = new HashMap<>();

    private record Pair(long buy, long sell) {}

    DarkPairs(Slice slice) {
        this.slice = slice;
        this.events = slice.orders();
        TradeLegs trades = slice.trades();
        Map<Long, Integer> firstLegs = new HashMap<>();
        for (int leg = 0; leg < trades.count(); leg++) {
            if (isDark(trades, leg)) {
                Integer other = firstLegs.putIfAbsent(trades.matchGroupId(leg), leg);
                if (other != null && trades.side(other) != trades.side(leg)) {
                    boolean buys = trades.side(leg) == Side.BUY;
                    long buyer = trades.orderId(buys ? leg : other);
                    long seller = trades.orderId(buys ? other : leg);
                    at(buyer, seller)[0] += trades.quantity(leg);
                }
            }
        }
    }

    private static boolean isDark(TradeLegs trades, int leg) {
        return trades.tradeClass(leg).centrePoint() && isCompared(trades.dealSource(leg));
    }

    private static boolean isCompared(int dealSource) {
        return dealSource >= DealSource.PREFERENCE.code() && dealSource <= DealSource.BOOKING.code();
    }

    void simulated(int one, int other, long quantity, DealSource source) {
        if (isCompared(source.code())) {
            int oneRow = slice.index().event(one, 0);
            int otherRow = slice.index().event(other, 0);
            boolean buys = events.side(oneRow) == Side.BUY;
            at(events.orderId(buys ? oneRow : otherRow), events.orderId(buys ? otherRow : oneRow))[1] += quantity;
        }
    }

    private long[] at(long buyer, long seller) {
        return shares.computeIfAbsent(new Pair(buyer, seller), pair -> new long[2]);
    }

    ReplayQuality quality() {
        long real = 0;
        long simulated = 0;
        long overlap = 0;
        for (long[] pair : shares.values()) {
            real = Math.addExact(real, pair[0]);
            simulated = Math.addExact(simulated, pair[1]);
            overlap = Math.addExact(overlap, Math.min(pair[0], pair[1]));
        }
        return new ReplayQuality(real, simulated, overlap);
    }
}
