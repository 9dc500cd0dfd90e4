package io.midwater.generator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The lives of one security's orders on one day: entry, matches, amendment, end; every change becomes a message. */
final class OrderFlow {
    private static final double REPRICED = 0.27;
    private static final double REDUCED = 0.7;

    private final Instrument book;
    private final Brokers brokers;
    private final double orphanShare;
    private final SessionTimes times;
    private final Tape tape;
    private final KnownAnswers answers;
    private final RandomStream random;
    private final Quote quote;
    private final QuoteBoard board;
    private final OrderDesk desk;
    private final Books books;
    private final Transaction transaction;
    private final DayPlan plan;
    private final Timers timers = new Timers();
    private final ArrayDeque<LiveOrder> free = new ArrayDeque<>();
    private final LiveOrder stranger = new LiveOrder();
    private final List<LiveOrder> carried = new ArrayList<>();
    private long nextId;
    private long priorities;
    private long live;
    private long arrived;

    OrderFlow(DaySetup day, RandomStream random, Quote quote, QuoteBoard board) {
        book = day.book();
        brokers = day.brokers();
        orphanShare = day.shape().orphanShare();
        times = day.times();
        tape = day.tape();
        answers = day.answers();
        nextId = day.firstId();
        this.random = random;
        this.quote = quote;
        this.board = board;
        desk = new OrderDesk(book, brokers, random, board);
        books = new Books(book);
        transaction = new Transaction(book, random, quote, tape, answers, day.firstMatchId());
        plan = new DayPlan(random, times, day.count());
    }

    // Entry.

    /** A new order with the terms of the hour. */
    void enterNew(long now, boolean continuous) {
        LiveOrder order = newOrder();
        if (continuous) {
            desk.drawContinuous(order);
        } else {
            desk.drawAuction(order);
        }
        enter(order, now, continuous);
    }

    /** A new order that takes all that a level holds, and so moves the price. */
    void enterToClear(int sign, int level, long volume, long now, boolean continuous) {
        LiveOrder order = newOrder();
        desk.drawToClear(order, sign, level, volume);
        enter(order, now, continuous);
    }

    private LiveOrder newOrder() {
        LiveOrder order = free.isEmpty() ? new LiveOrder() : free.pop();
        order.id = takeId();
        order.matched = 0;
        order.carried = false;
        arrived++;
        live++;
        return order;
    }

    private long takeId() {
        long id = nextId;
        nextId += 1 + random.below(7);
        return id;
    }

    private void enter(LiveOrder order, long now, boolean continuous) {
        order.leaves = order.quantity;
        order.minimumLeft = order.minimum;
        order.startDay(now);
        order.priority = ++priorities;
        tape.order(book, order, now, Reason.NOT_ON_BOOK, Reason.NEW, quote);
        execute(order, now, continuous);
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
        order.carried = true;
        order.startDay(order.isDarkOnly() ? times.open : times.openingAuction);
        order.priority = ++priorities;
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
        live++;
        if (random.chance(0.04)) {
            tape.order(book, order, now, Reason.NOT_ON_BOOK, Reason.CANCELLED_BY_SYSTEM, quote);
            order.arrival = now;
            finish(order);
            return;
        }
        books.rest(order);
        plan.plan(order, times.open);
        schedule(order, times.open);
    }

    // Matches.

    /** Takes what the books offer an incoming or amended order at once, writes its second message, and leaves the rest. */
    private void execute(LiveOrder order, long now, boolean continuous) {
        long before = order.leaves;
        transaction.begin(now, order.sign);
        int touch = board.touch(order.sign);
        int emptied = touch - order.sign;
        if (continuous) {
            if (order.isCentrePoint() && board.hasMidpoint()) {
                books.pool.enter(order, transaction::matchDark);
            }
            if (!order.isDarkOnly()) {
                meetStranger(order, touch);
                emptied = books.lit.take(order, touch, transaction::matchLit);
            }
        }
        boolean traded = order.leaves < before;
        boolean rests = order.leaves > 0 && !order.isImmediate();
        if (rests) {
            boolean plain = !traded && order.arrival == now && random.chance(0.002);
            int reason = traded ? Reason.TRADED : plain ? Reason.NEW : Reason.UPDATED;
            tape.order(book, order, now, Reason.ON_BOOK, reason, quote);
            books.rest(order);
        } else {
            writeEnd(order, now, traded);
        }
        if (continuous && !order.isDarkOnly()) {
            moveQuote(order, touch, emptied, traded, rests);
        }
        endTransaction(order);
        if (!rests) {
            finish(order);
        }
    }

    /** An immediate order that traded nothing ends as cancelled by the system, or as two identical messages. */
    private void writeEnd(LiveOrder order, long now, boolean traded) {
        if (traded) {
            tape.order(book, order, now, Reason.NOT_ON_BOOK, Reason.TRADED, quote);
        }
        if (order.leaves > 0) {
            boolean silent = !traded && random.chance(0.3);
            int reason = silent ? Reason.NEW : Reason.CANCELLED_BY_SYSTEM;
            tape.order(book, order, now, Reason.NOT_ON_BOOK, reason, quote);
        }
    }

    /** Now and then an aggressive order also trades with one that the orders file does not have. */
    private void meetStranger(LiveOrder order, int touch) {
        boolean aggressive = order.sign * (order.level - touch) >= 0;
        if (!aggressive || order.leaves == 0 || !random.chance(orphanShare)) {
            return;
        }
        stranger.id = takeId();
        stranger.sign = -order.sign;
        stranger.participant = brokers.draw(random);
        stranger.leaves = Math.min(order.leaves, 1 + random.below(500));
        stranger.tradedValue = 0;
        transaction.matchStranger(order, stranger, stranger.leaves, touch);
    }

    private void moveQuote(LiveOrder order, int touch, int emptied, boolean traded, boolean rests) {
        int sign = order.sign;
        boolean restsAtTouch = rests && sign * (order.level - touch) >= 0;
        if (sign * (emptied - touch) >= 0 && (restsAtTouch || traded && random.chance(0.6))) {
            board.planOwn(-sign, emptied + sign);
            if (restsAtTouch || board.spread() > 1 || random.chance(0.7)) {
                board.planOwn(sign, emptied);
            }
        } else if (rests && sign * (order.level - board.own(sign)) > 0) {
            board.planOwn(sign, order.level);
        }
    }

    /** Without a midpoint nothing matches in the dark, and the next one is new. */
    void loseQuote() {
        books.pool.noQuote();
    }

    /** Matches resting dark orders against each other after a change of the quote. */
    void requote(long now) {
        transaction.begin(now, 0);
        books.pool.quote(quote.nationalBid, quote.nationalOffer, transaction::matchDark);
        endTransaction(null);
    }

    /** Uncrosses the lit book. @return the auction's level */
    int auction(long now) {
        transaction.begin(now, 0);
        int level = books.lit.auction(board.bid(), transaction::matchLit);
        endTransaction(null);
        return level;
    }

    LitBook lit() {
        return books.lit;
    }

    /** A trade made off the market between the two orders that came to rest last; it leaves them as they are. */
    void report(long now) {
        LiveOrder buyer = books.lastBuy();
        LiveOrder seller = books.lastSell();
        if (buyer != null && seller != null) {
            int source = DealSource.FIRST_REPORT + random.below(DealSource.REPORTS);
            transaction.report(now, buyer, seller, book.price(board.bid()), 1 + random.below(2_000), source);
        }
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
        finish(order);
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
        order.priority = ++priorities;
        tape.order(book, order, now, Reason.ON_BOOK, Reason.UPDATED, quote);
        execute(order, now, continuous);
    }

    /** All orders on the books, oldest first. */
    List<LiveOrder> resting() {
        List<LiveOrder> orders = new ArrayList<>();
        books.collect(orders);
        orders.sort((a, b) -> Long.compare(a.id, b.id));
        return orders;
    }

    /** The end of the day: long orders stay for the next one, unless they expire; all others are purged. */
    void endDay(LiveOrder order, long now) {
        books.withdraw(order);
        boolean lives = Validity.isLong(order.validity);
        if (random.chance(0.08) || !lives) {
            order.validity |= Validity.PURGED;
            int reason = lives ? Reason.PURGED_EXPIRED : Reason.PURGED_REST_OF_DAY;
            tape.order(book, order, now, Reason.INACTIVE_STATUS, reason, quote);
            finish(order);
            return;
        }
        order.generation++;
        answers.record(book, order);
        live--;
        carried.add(order);
    }

    private void endTransaction(LiveOrder incoming) {
        transaction.end(incoming);
        for (int i = 0; i < transaction.touchedCount(); i++) {
            LiveOrder order = transaction.touched(i);
            if (order != incoming && order.leaves == 0) {
                finish(order);
            }
        }
    }

    private void finish(LiveOrder order) {
        answers.record(book, order);
        order.generation++;
        order.resting = false;
        live--;
        free.push(order);
    }

    /** Orders that {@link #endDay} kept. */
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
