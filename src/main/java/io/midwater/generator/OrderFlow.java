package io.midwater.generator;

/** The lives of one security's orders on one day: entry, amendment, end; every change becomes a message. */
final class OrderFlow {
    private static final double REPRICED = 0.27;
    private static final double REDUCED = 0.7;

    private final Instrument book;
    private final SessionTimes times;
    private final Tape tape;
    private final RandomStream random;
    private final Quote quote;
    private final QuoteBoard board;
    private final OrderDesk desk;
    private final Books books;
    private final LiveOrders orders;
    private final Execution execution;
    private final DayPlan plan;
    private final Timers timers = new Timers();

    OrderFlow(
            DaySetup day,
            RandomStream random,
            Quote quote,
            QuoteBoard board,
            Books books,
            LiveOrders orders,
            Execution execution) {
        book = day.book();
        times = day.times();
        tape = day.tape();
        this.random = random;
        this.quote = quote;
        this.board = board;
        this.books = books;
        this.orders = orders;
        this.execution = execution;
        desk = new OrderDesk(book, day.brokers(), random, board);
        plan = new DayPlan(random, times, day.count());
    }

    // Entry.

    /** A new order with the terms of the hour. */
    void enterNew(long now, boolean continuous) {
        LiveOrder order = orders.arrive();
        if (continuous) {
            desk.drawContinuous(order);
        } else {
            desk.drawAuction(order);
        }
        enter(order, now, continuous);
    }

    /** A new order that takes all that a level holds, and so moves the price. */
    void enterToClear(int sign, int level, long volume, long now, boolean continuous) {
        LiveOrder order = orders.arrive();
        desk.drawToClear(order, sign, level, volume);
        enter(order, now, continuous);
    }

    private void enter(LiveOrder order, long now, boolean continuous) {
        order.leaves = order.quantity;
        order.minimumLeft = order.minimum;
        order.startDay(now);
        order.priority = orders.lastPriority();
        tape.order(book, order, now, Reason.NOT_ON_BOOK, Reason.NEW, quote);
        execution.execute(order, now, continuous);
        if (order.resting) {
            plan.plan(order, now);
            schedule(order, now);
        }
    }

    /**
     * An order of an earlier day, reloaded on the evening before; it can trade from the opening auction on, one of the dark
     * book from the open on, unless it is purged at once.
     */
    void reload(LiveOrder order, long now) {
        orders.takeBack(order);
        order.startDay(order.isDarkOnly() ? times.open : times.openingAuction);
        order.priority = orders.lastPriority();
        board.beforeOpening(random);
        boolean losesTerms = order.isSweep() && (order.minimum > 0 || random.chance(0.2));
        if (random.chance(0.5)) {
            tape.order(book, order, now, Reason.NOT_ON_BOOK, Reason.NEW, quote);
        }
        order.minimumLeft = order.leaves < order.minimum ? 0 : order.minimum;
        if (order.isSweep()) {
            order.midTick = 2;
            order.minimum = 0;
            order.minimumLeft = 0;
        }
        tape.order(book, order, now, Reason.ON_BOOK, losesTerms ? Reason.SWEEP_RELOADED : Reason.RELOADED, quote);
        if (random.chance(0.04)) {
            tape.order(book, order, now, Reason.NOT_ON_BOOK, Reason.CANCELLED_BY_SYSTEM, quote);
            order.arrival = now;
            orders.finish(order);
            return;
        }
        books.rest(order);
        plan.plan(order, times.open);
        schedule(order, times.open);
    }

    // Amendment and end.

    private void schedule(LiveOrder order, long now) {
        long time = plan.nextAction(order, now);
        if (time != DayPlan.NEVER) {
            timers.add(time, order);
        }
    }

    /** Time of the next planned amendment or end. */
    long nextAction() {
        return timers.nextTime();
    }

    /** Does what was planned for {@link #nextAction}. */
    void act(long now, boolean continuous) {
        LiveOrder order = timers.take();
        if (order.amendmentsLeft > 0 && now < order.endTime) {
            order.amendmentsLeft--;
            amend(order, now, continuous);
            if (order.resting) {
                schedule(order, now);
            }
            return;
        }
        books.withdraw(order);
        int status = order.endReason == Reason.INACTIVATED ? Reason.INACTIVE_STATUS : Reason.NOT_ON_BOOK;
        tape.order(book, order, now, status, order.endReason, quote);
        orders.finish(order);
    }

    private void amend(LiveOrder order, long now, boolean continuous) {
        order.amended = true;
        boolean reprice = continuous && !order.isMarket() && random.chance(REPRICED);
        if (!reprice && order.leaves > 2 && random.chance(REDUCED)) {
            long less = 1 + (long) (random.unit() * (order.leaves - 2));
            // The quantity must change even where the order was partly filled.
            books.reduce(order, order.leaves - less == order.quantity ? less + 1 : less);
            order.quantity = order.leaves;
            tape.order(book, order, now, Reason.ON_BOOK, Reason.UPDATED, quote);
            tape.order(book, order, now, Reason.ON_BOOK, Reason.UPDATED, quote);
            return;
        }
        books.withdraw(order);
        if (reprice) {
            order.level = desk.drawOtherLevel(order);
        } else {
            order.leaves += 1 + (long) (random.unit() * order.leaves);
            if (order.leaves == order.quantity) {
                order.leaves++;
            }
        }
        order.quantity = order.leaves;
        order.priority = orders.lastPriority();
        tape.order(book, order, now, Reason.ON_BOOK, Reason.UPDATED, quote);
        execution.execute(order, now, continuous);
    }

    /** The end of the day: long orders stay for the next one, unless they expire; all others are purged. */
    void endDay(LiveOrder order, long now) {
        books.withdraw(order);
        boolean lives = Validity.isLong(order.validity);
        if (random.chance(0.08) || !lives) {
            order.validity |= Validity.PURGED;
            int reason = lives ? Reason.PURGED_EXPIRED : Reason.PURGED_REST_OF_DAY;
            tape.order(book, order, now, Reason.INACTIVE_STATUS, reason, quote);
            orders.finish(order);
            return;
        }
        orders.carry(order);
    }
}
