package io.midwater.generator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** One security's orders of one day, from their id to their end; the objects of those that ended are used again. */
final class LiveOrders {
    private final Instrument book;
    private final KnownAnswers answers;
    private final RandomStream random;
    private final ArrayDeque<LiveOrder> free = new ArrayDeque<>();
    private final List<LiveOrder> carried = new ArrayList<>();
    private long nextId;
    private long priorities;
    private long live;
    private long arrived;

    LiveOrders(DaySetup day, RandomStream random) {
        book = day.book();
        answers = day.answers();
        this.random = random;
        nextId = day.firstId();
    }

    /** An order that has just arrived. */
    LiveOrder arrive() {
        LiveOrder order = free.isEmpty() ? new LiveOrder() : free.pop();
        order.id = takeId();
        order.matched = 0;
        order.carried = false;
        arrived++;
        live++;
        return order;
    }

    /** An order that {@link #carry} kept on the day before. */
    void takeBack(LiveOrder order) {
        order.carried = true;
        live++;
    }

    long takeId() {
        long id = nextId;
        nextId += 1 + random.below(7);
        return id;
    }

    /** The place behind all others of the same price. */
    long lastPriority() {
        return ++priorities;
    }

    void finish(LiveOrder order) {
        answers.record(book, order);
        order.generation++;
        order.resting = false;
        live--;
        free.push(order);
    }

    /** The order's day ends, the order does not. */
    void carry(LiveOrder order) {
        order.generation++;
        answers.record(book, order);
        live--;
        carried.add(order);
    }

    /** Orders that live on. */
    List<LiveOrder> carried() {
        return carried;
    }

    long live() {
        return live;
    }

    long arrived() {
        return arrived;
    }
}
