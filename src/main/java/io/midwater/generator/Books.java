package io.midwater.generator;

import java.util.ArrayList;
import java.util.List;

/** Where a security's orders rest: dark orders in the pool, lit orders and sweeps in the lit book. */
final class Books {
    final LitBook lit;
    final DarkPool pool;

    private LiveOrder lastBuy;
    private LiveOrder lastSell;
    private int lastBuyGeneration;
    private int lastSellGeneration;

    Books(Instrument book) {
        int half = book.ladderHalf();
        lit = new LitBook(book.baseLevel() - half, 2 * half + 1);
        pool = new DarkPool(book);
    }

    void rest(LiveOrder order) {
        order.resting = true;
        if (order.isDarkOnly()) {
            pool.rest(order);
        } else {
            lit.rest(order);
        }
        if (order.sign > 0) {
            lastBuy = order;
            lastBuyGeneration = order.generation;
        } else {
            lastSell = order;
            lastSellGeneration = order.generation;
        }
    }

    void withdraw(LiveOrder order) {
        order.resting = false;
        if (order.isDarkOnly()) {
            pool.withdraw(order);
        } else {
            lit.withdraw(order);
        }
    }

    /** Lowers the open quantity; the order keeps its place. */
    void reduce(LiveOrder order, long shares) {
        if (order.isDarkOnly()) {
            pool.reduce(order, shares);
        } else {
            lit.reduce(order, shares);
        }
    }

    /** All orders, oldest first. */
    List<LiveOrder> resting() {
        List<LiveOrder> orders = new ArrayList<>();
        lit.collect(orders);
        pool.collect(orders);
        orders.sort((a, b) -> Long.compare(a.id, b.id));
        return orders;
    }

    /** The buy that came to rest last, null when it has ended. */
    LiveOrder lastBuy() {
        return lastBuy == null || lastBuy.generation != lastBuyGeneration ? null : lastBuy;
    }

    /** The sell that came to rest last, null when it has ended. */
    LiveOrder lastSell() {
        return lastSell == null || lastSell.generation != lastSellGeneration ? null : lastSell;
    }
}
