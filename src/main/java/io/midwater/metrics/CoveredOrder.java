package io.midwater.metrics;

import static io.midwater.domain.table.RowGroup.NULL;

import io.midwater.domain.ArrivalQuote;
import io.midwater.domain.OrderEvents;
import io.midwater.domain.OrderKind;
import io.midwater.domain.OrderLife;
import io.midwater.domain.OrderType;
import io.midwater.domain.QuoteHistory;
import io.midwater.domain.Side;
import io.midwater.domain.Slice;

/**
 * What an order is to Rule 605 (17 CFR 242.600(b) and 242.605 as amended in 2024): its type, and the time and the quote
 * that its executions are measured from. Those are the receipt's, except for an order whose limit is behind the best price
 * of its own side: it is measured from when that price first comes to the limit, or from its first fill where that is
 * earlier, and is not covered without either. Reused from order to order.
 */
final class CoveredOrder {
    private static final int ANY_PRICE_BLOCK = 5;

    private final Slice slice;
    private final QuoteHistory quotes;
    private FirstAtMost bids;
    private FirstAtMost offers;
    private Type type;
    private long fromNs;
    private ArrivalQuote fromQuote;

    /** Order types as reports code them, and why an order is not covered. */
    enum Type {
        /** Market order. */
        MXXNN,
        /** Marketable limit order. */
        LYNNN,
        /** Marketable limit order, immediate or cancel. */
        LYNYN,
        /** Limit order at the midpoint or better, not marketable. */
        LNYNN,
        /** The same, immediate or cancel. */
        LNYYN,
        /** Any other limit order that became executable. */
        LNNNN,
        /** The same, immediate or cancel. */
        LNNYN,
        /** Already there before the day, or without a beginning. */
        NOT_COVERED_CARRIED,
        /** Crossings, any-price blocks, preference only, triggers, pegs and other special handling. */
        NOT_COVERED_SPECIAL,
        /** Not received in continuous trading. */
        NOT_COVERED_HOURS,
        /** No usable quote to measure from. */
        NOT_COVERED_QUOTE,
        /** The market never came to its limit. */
        NOT_COVERED_UNREACHED;

        boolean covered() {
            return ordinal() <= LNNYN.ordinal();
        }
    }

    CoveredOrder(Slice slice) {
        this.slice = slice;
        this.quotes = slice.quotes();
    }

    void set(MeasuredOrder order) {
        OrderLife life = order.life();
        fromQuote = order.quote();
        fromNs = life.arrivalNs();
        if (life.carried() || life.orphanStart()) {
            type = Type.NOT_COVERED_CARRIED;
        } else if (special(life)) {
            type = Type.NOT_COVERED_SPECIAL;
        } else if (!slice.session().isOpen(fromNs)) {
            type = Type.NOT_COVERED_HOURS;
        } else if (fromQuote == null) {
            type = Type.NOT_COVERED_QUOTE;
        } else {
            boolean immediate = slice.orders().immediate(life.arrivalRow());
            type = received(life, immediate);
            if (type == Type.LNNNN || type == Type.LNNYN) {
                reach(order);
            }
        }
    }

    private boolean special(OrderLife life) {
        OrderEvents orders = slice.orders();
        int row = life.arrivalRow();
        boolean ordinary =
                switch (orders.orderType(row)) {
                    case OrderType.UNDEFINED, OrderType.LIMIT, OrderType.MARKET, OrderType.MARKET_TO_LIMIT -> true;
                    default -> false;
                };
        return !ordinary
                || life.kind() == OrderKind.CP_CROSSING
                || orders.midTick(row) >= ANY_PRICE_BLOCK
                || orders.preferenceOnly(row) == 1
                || orders.triggered(row);
    }

    private Type received(OrderLife life, boolean immediate) {
        if (life.limitPx() == NULL) {
            return Type.MXXNN;
        }
        int sign = life.side().sign();
        if (sign * (life.limitPx() - fromQuote.touchPx(sign)) >= 0) {
            return immediate ? Type.LYNYN : Type.LYNNN;
        }
        if (sign * (2 * life.limitPx() - fromQuote.mid2()) >= 0) {
            return immediate ? Type.LNYYN : Type.LNYNN;
        }
        return immediate ? Type.LNNYN : Type.LNNNN;
    }

    /** Moves the start to when the order became executable. */
    private void reach(MeasuredOrder order) {
        OrderLife life = order.life();
        int sign = life.side().sign();
        if (sign * (life.limitPx() - fromQuote.touchPx(-sign)) >= 0) {
            return;
        }
        long endNs = Math.min(life.endNs(), slice.session().closeNs());
        int reached = search(life.side()).find(quotes.at(fromNs) + 1, quotes.before(endNs) + 1, sign * life.limitPx());
        int index = reached;
        long ns = reached < 0 ? Long.MAX_VALUE : quotes.timestamp(reached);
        if (order.fills() > 0 && order.time(0) < ns) {
            ns = order.time(0);
            index = order.quoteBefore(0);
        }
        if (ns == Long.MAX_VALUE) {
            type = Type.NOT_COVERED_UNREACHED;
        } else if (!quotes.usable(index)) {
            type = Type.NOT_COVERED_QUOTE;
        } else {
            fromNs = ns;
            fromQuote = new ArrivalQuote(quotes.bid(index), quotes.offer(index), 0);
        }
    }

    /** Bids for a buy; offers with their sign turned for a sell. Made when first asked for. */
    private FirstAtMost search(Side side) {
        if (side == Side.BUY) {
            bids = bids == null ? new FirstAtMost(prices(1)) : bids;
            return bids;
        }
        offers = offers == null ? new FirstAtMost(prices(-1)) : offers;
        return offers;
    }

    private long[] prices(int sign) {
        long[] prices = new long[quotes.size()];
        for (int i = 0; i < prices.length; i++) {
            long price = sign > 0 ? quotes.bid(i) : -quotes.offer(i);
            prices[i] = quotes.usable(i) ? price : Long.MAX_VALUE;
        }
        return prices;
    }

    Type type() {
        return type;
    }

    /** Start of the time to execution; of covered orders. */
    long fromNs() {
        return fromNs;
    }

    /** Bid plus offer to measure from; of covered orders. */
    long mid2() {
        return fromQuote.mid2();
    }

    /** Offer less bid to measure from; of covered orders. */
    long spreadPx() {
        return fromQuote.spreadPx();
    }

    /** The best price of the other side to measure from; of covered orders. */
    long touchPx(int sign) {
        return fromQuote.touchPx(sign);
    }
}
