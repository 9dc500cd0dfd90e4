package io.midwater.generator;

import java.util.ArrayList;
import java.util.List;

/** Orders that lived before the first date and are reloaded on it. */
final class History {
    private static final int ORDERS = 6;
    private static final int STREAM = -2;

    private History() {}

    static List<LiveOrder> draw(Instrument book, long seed, Brokers brokers, long firstId) {
        RandomStream random = new RandomStream(seed, book.index(), STREAM);
        QuoteBoard board = new QuoteBoard(book, new Quote(), book.baseLevel());
        OrderDesk desk = new OrderDesk(book, brokers, random, board);
        List<LiveOrder> orders = new ArrayList<>();
        long id = firstId;
        for (int i = 0; i < ORDERS; i++) {
            LiveOrder order = new LiveOrder();
            desk.drawAuction(order);
            order.validity = i % 3 == 0 ? Validity.NINETY_DAYS : Validity.INSTRUMENT_MAXIMUM;
            order.id = id;
            id += 1 + random.below(7);
            order.leaves = order.quantity;
            if (i % 3 == 1 && order.quantity > 1) {
                order.matched = order.quantity / 2;
                order.leaves = order.quantity - order.matched;
            }
            orders.add(order);
        }
        return orders;
    }
}
