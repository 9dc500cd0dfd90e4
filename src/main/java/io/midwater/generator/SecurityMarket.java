package io.midwater.generator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * One security's market, one event per step, so that a day of many securities can be written in time order while only
 * live orders are in memory. Times of one security strictly increase from event to event.
 */
final class SecurityMarket {
    private static final long STEP = 1_000;
    private static final long MICRO = 1_000;
    private static final int MIN_QUOTE_EVENTS = 1_500;
    private static final double QUOTE_EVENTS = 0.6;
    private static final long CLOSING_GUARD = SessionTimes.SECOND / 2;

    private final Instrument book;
    private final long seed;
    private final Brokers brokers;
    private final MarketShape shape;
    private final Quote quote = new Quote();
    private final QuoteBoard board;
    private final LitBook lit;
    private final DarkPool pool;
    private final Timers timers = new Timers();
    private final ArrayDeque<LiveOrder> free = new ArrayDeque<>();
    private final LiveOrder stranger = new LiveOrder();
    private final List<LiveOrder> batch = new ArrayList<>();
    private List<LiveOrder> carried = new ArrayList<>();

    private RandomStream random;
    private OrderDesk desk;
    private Transaction transaction;
    private Tape tape;
    private KnownAnswers answers;
    private SessionTimes times;
    private ArrivalClock arrivals;
    private DayPlan plan;
    private Phase phase;
    private int batchAt;
    private long phaseTime;
    private long quoteTime;
    private double quoteSpacing;
    private long clock;
    private long nextId;
    private long priorities;
    private long live;
    private long arrived;

    private long pendingTime;
    private boolean uncrossDue;
    private boolean arrivalDue;
    private boolean reportDue;
    private LiveOrder lastBuy;
    private LiveOrder lastSell;
    private int lastBuyGeneration;
    private int lastSellGeneration;

    private enum Phase {
        RELOAD,
        OPENING_MATCH,
        OPEN,
        CLOSING_MATCH,
        PURGE,
        DONE
    }

    SecurityMarket(Instrument book, long seed, Brokers brokers, MarketShape shape) {
        this.book = book;
        this.seed = seed;
        this.brokers = brokers;
        this.shape = shape;
        board = new QuoteBoard(book, quote);
        int half = book.ladderHalf();
        lit = new LitBook(book.baseLevel() - half, 2 * half + 1);
        pool = new MidpointPool(book.baseLevel() - half, 2 * half + 1);
    }

    /** @param count new orders of the day @param firstId and firstMatchId first of the day's own number ranges */
    void startDay(
            long epochDay,
            SessionTimes day,
            long count,
            long firstId,
            long firstMatchId,
            Tape out,
            KnownAnswers known) {
        random = new RandomStream(seed, book.index(), epochDay);
        int walk = (int) ((random.unit() + random.unit() - 1) * book.range());
        board.startDay(book.baseLevel() + walk / 2);
        desk = new OrderDesk(book, brokers, random, board);
        transaction = new Transaction(book, random, quote);
        tape = out;
        answers = known;
        times = day;
        transaction.startDay(tape, answers, firstMatchId);
        arrivals = new ArrivalClock(day, count, random);
        plan = new DayPlan(random, day, count);
        quoteSpacing = (day.preClose - day.open) / Math.max(MIN_QUOTE_EVENTS, QUOTE_EVENTS * count);
        quoteTime = day.open + (long) (random.exponential() * quoteSpacing) + MICRO;
        nextId = firstId;
        priorities = 0;
        live = 0;
        arrived = 0;
        clock = 0;
        pendingTime = DayPlan.NEVER;
        uncrossDue = false;
        arrivalDue = false;
        reportDue = false;
        lastBuy = null;
        lastSell = null;
        batch.clear();
        batch.addAll(carried);
        carried = new ArrayList<>();
        batchAt = 0;
        phase = batch.isEmpty() ? Phase.OPENING_MATCH : Phase.RELOAD;
        phaseTime = batch.isEmpty() ? day.openingMatch : day.reload;
    }

    /** Orders that lived before the first date and are reloaded on it. */
    void startHistory(int count, long firstId, long historySeed) {
        RandomStream past = new RandomStream(historySeed, book.index(), -2);
        board.startDay(book.baseLevel());
        OrderDesk pastDesk = new OrderDesk(book, brokers, past, board);
        long id = firstId;
        for (int i = 0; i < count; i++) {
            LiveOrder order = new LiveOrder();
            pastDesk.drawAuction(order);
            order.validity = i % 3 == 0 ? Validity.NINETY_DAYS : Validity.INSTRUMENT_MAXIMUM;
            order.id = id;
            id += 1 + past.below(7);
            order.leaves = order.quantity;
            if (i % 3 == 1 && order.quantity > 1) {
                order.matched = order.quantity / 2;
                order.leaves = order.quantity - order.matched;
            }
            order.carried = true;
            carried.add(order);
        }
    }

    /** Time of the next event; Long.MAX_VALUE when the day is over. */
    long nextTime() {
        if (pendingTime != DayPlan.NEVER) {
            return pendingTime;
        }
        long time = Math.min(Math.min(phaseTime, arrivals.next()), Math.min(quoteTime, timers.nextTime()));
        return time == DayPlan.NEVER ? time : Math.max(time, clock + STEP);
    }

    void step() {
        long now = nextTime();
        clock = now;
        if (pendingTime != DayPlan.NEVER) {
            firePending(now);
        } else {
            long timer = timers.nextTime();
            long arrival = arrivals.next();
            if (phaseTime <= arrival && phaseTime <= quoteTime && phaseTime <= timer) {
                firePhase(now);
            } else if (arrival <= quoteTime && arrival <= timer) {
                fireArrival(now);
            } else if (quoteTime <= timer) {
                fireQuote(now);
            } else {
                fireTimer(timers.take(), now);
            }
        }
        settle(now);
    }

    /** Plans what must follow at once: a changed quote, matches it makes possible, the arrival that waits for it, a report. */
    private void settle(long now) {
        if (board.changed() || board.disturbance() != QuoteBoard.Disturbance.NONE && !arrivalDue) {
            pendingTime = now + (20 + random.below(180)) * MICRO;
        } else if (uncrossDue || arrivalDue || reportDue) {
            pendingTime = now + (2 + random.below(10)) * MICRO;
        } else {
            pendingTime = DayPlan.NEVER;
        }
    }

    private void firePending(long now) {
        if (board.changed() || board.disturbance() != QuoteBoard.Disturbance.NONE && !arrivalDue) {
            board.disturb(QuoteBoard.Disturbance.NONE);
            showQuote(now);
        } else if (uncrossDue) {
            uncrossDue = false;
            if (isContinuous(now) && board.hasMidpoint()) {
                transaction.begin(now, 0);
                pool.requote(board.midpoint(), transaction::matchDark);
                endTransaction(null);
            }
        } else if (arrivalDue) {
            arrivalDue = false;
            enterNew(now);
        } else {
            reportDue = false;
            report(now);
        }
    }

    private void showQuote(long now) {
        board.show();
        tape.quote(book, now, quote);
        uncrossDue = board.hasMidpoint();
    }

    private boolean isContinuous(long now) {
        return phase == Phase.CLOSING_MATCH && now < times.preClose - CLOSING_GUARD;
    }

    private void firePhase(long now) {
        switch (phase) {
            case RELOAD -> {
                reload(batch.get(batchAt++), now);
                if (batchAt == batch.size()) {
                    nextPhase(Phase.OPENING_MATCH, times.openingMatch);
                } else {
                    phaseTime = now + 50 * MICRO;
                }
            }
            case OPENING_MATCH -> {
                int level = auction(now);
                openAt(level);
                nextPhase(Phase.OPEN, times.open);
            }
            case OPEN -> {
                nextPhase(Phase.CLOSING_MATCH, times.closingMatch);
                showQuote(now);
            }
            case CLOSING_MATCH -> {
                auction(now);
                nextPhase(Phase.PURGE, times.purge);
                batch.clear();
                batchAt = 0;
            }
            case PURGE -> purgeNext(now);
            case DONE -> throw new IllegalStateException("the day is over");
        }
    }

    private void nextPhase(Phase next, long time) {
        phase = next;
        phaseTime = time;
    }

    // Carried orders.

    private void reload(LiveOrder order, long now) {
        order.carried = true;
        order.startDay(times.openingAuction);
        order.priority = ++priorities;
        board.beforeOpening(random);
        boolean sweepTerms = order.isSweep() && (order.minimum > 0 || random.chance(0.2));
        if (random.chance(0.5)) {
            tape.order(book, order, now, Reason.NOT_ON_BOOK, Reason.NEW, quote);
        }
        if (order.isSweep()) {
            order.midTick = 2;
            order.minimum = 0;
            order.minimumLeft = 0;
        }
        tape.order(book, order, now, Reason.ON_BOOK, sweepTerms ? Reason.SWEEP_RELOADED : Reason.RELOADED, quote);
        live++;
        if (random.chance(0.04)) {
            tape.order(book, order, now, Reason.NOT_ON_BOOK, Reason.CANCELLED_BY_SYSTEM, quote);
            finish(order);
            return;
        }
        rest(order);
        plan.plan(order, times.open);
        schedule(order, times.open);
    }

    // Auctions.

    private int auction(long now) {
        transaction.begin(now, 0);
        int level = lit.auction(board.bid(), transaction::matchLit);
        if (phase == Phase.OPENING_MATCH) {
            board.beforeOpening(random);
        }
        endTransaction(null);
        return level;
    }

    private void openAt(int level) {
        int bestBuy = lit.bestBuy();
        int bestSell = lit.bestSell();
        int bid = random.chance(0.5) ? level : level - 1;
        bid = Math.max(bestBuy, Math.min(bid, bestSell - 1));
        board.plan(bid, bid + 1);
        board.show();
    }

    // New orders.

    private void fireArrival(long now) {
        arrivals.advance();
        if (isContinuous(now) && random.chance(shape.disturbedShare())) {
            double kind = random.unit();
            board.disturb(
                    kind < 0.4
                            ? QuoteBoard.Disturbance.LOCKED
                            : kind < 0.8 ? QuoteBoard.Disturbance.CROSSED : QuoteBoard.Disturbance.MISSING);
            arrivalDue = true;
            showQuote(now);
            return;
        }
        enterNew(now);
    }

    private void enterNew(long now) {
        LiveOrder order = newOrder();
        if (isContinuous(now)) {
            desk.drawContinuous(order);
        } else {
            if (now < times.open) {
                board.beforeOpening(random);
            }
            desk.drawAuction(order);
        }
        enter(order, now);
        reportDue = isContinuous(now) && random.chance(shape.reportShare());
    }

    private LiveOrder newOrder() {
        LiveOrder order = free.isEmpty() ? new LiveOrder() : free.pop();
        order.id = nextId;
        nextId += 1 + random.below(7);
        order.matched = 0;
        order.carried = false;
        arrived++;
        live++;
        return order;
    }

    private void enter(LiveOrder order, long now) {
        order.leaves = order.quantity;
        order.minimumLeft = order.minimum;
        order.startDay(now);
        order.priority = ++priorities;
        tape.order(book, order, now, Reason.NOT_ON_BOOK, Reason.NEW, quote);
        execute(order, now);
        if (order.resting) {
            plan.plan(order, now);
            schedule(order, now);
        }
    }

    /** Takes what the books offer an incoming or amended order at once, writes its second message, and leaves the rest. */
    private void execute(LiveOrder order, long now) {
        long before = order.leaves;
        transaction.begin(now, order.sign);
        int touch = board.touch(order.sign);
        int emptied = touch - order.sign;
        if (isContinuous(now)) {
            if (order.typeBits >= LiveOrder.CENTRE_POINT && board.hasMidpoint()) {
                pool.enter(order, board.midpoint(), transaction::matchDark);
            }
            if (!order.isDarkOnly()) {
                meetStranger(order, touch);
                emptied = lit.take(order, touch, transaction::matchLit);
            }
        }
        boolean traded = order.leaves < before;
        boolean rests = order.leaves > 0 && !order.isImmediate();
        if (rests) {
            int reason =
                    traded ? Reason.TRADED : random.chance(0.002) && order.arrival == now ? Reason.NEW : Reason.UPDATED;
            tape.order(book, order, now, Reason.ON_BOOK, reason, quote);
        } else {
            writeEnd(order, now, traded);
        }
        if (rests) {
            rest(order);
        }
        moveQuote(order, touch, emptied, traded, rests);
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
            tape.order(book, order, now, Reason.NOT_ON_BOOK, silent ? Reason.NEW : Reason.CANCELLED_BY_SYSTEM, quote);
        }
    }

    private void meetStranger(LiveOrder order, int touch) {
        boolean aggressive = order.sign * (order.level - touch) >= 0;
        if (!aggressive || order.leaves == 0 || !random.chance(shape.orphanShare())) {
            return;
        }
        stranger.id = nextId;
        nextId += 1 + random.below(7);
        stranger.sign = -order.sign;
        stranger.participant = brokers.draw(random);
        stranger.leaves = Math.min(order.leaves, 1 + random.below(500));
        stranger.tradedValue = 0;
        transaction.matchStranger(order, stranger, stranger.leaves, touch);
    }

    private void moveQuote(LiveOrder order, int touch, int emptied, boolean traded, boolean rests) {
        int sign = order.sign;
        if (order.isDarkOnly() || phase != Phase.CLOSING_MATCH || clock >= times.preClose) {
            return;
        }
        boolean restsAtTouch = rests && sign * (order.level - touch) >= 0;
        if (sign * (emptied - touch) >= 0 && (restsAtTouch || traded && random.chance(0.6))) {
            int newTouch = emptied + sign;
            board.planOwn(-sign, newTouch);
            if (restsAtTouch || board.spread() > 1 || random.chance(0.7)) {
                board.planOwn(sign, emptied);
            }
        } else if (rests && sign * (order.level - board.own(sign)) > 0) {
            board.planOwn(sign, order.level);
        }
    }

    // Quote events.

    private void fireQuote(long now) {
        long following = now + (long) (random.exponential() * quoteSpacing) + MICRO;
        quoteTime = following < times.preClose - 2 * SessionTimes.SECOND ? following : DayPlan.NEVER;
        int sign = desk.drawDirection() ? 1 : -1;
        if (board.spread() > 1) {
            if (random.chance(0.8)) {
                board.planOwn(sign, board.own(sign) + sign);
            }
        } else {
            int touch = board.touch(sign);
            long volume = lit.volume(-sign, touch);
            if (volume == 0) {
                if (random.chance(0.35)) {
                    board.planOwn(-sign, touch + sign);
                    if (random.chance(0.8)) {
                        board.planOwn(sign, touch);
                    }
                }
            } else if (random.chance(0.02) && arrivals.takeOne()) {
                clearLevel(sign, touch, volume, now);
                return;
            }
        }
        showQuote(now);
    }

    /** An order that takes all that a level holds, and so moves the price. */
    private void clearLevel(int sign, int touch, long volume, long now) {
        LiveOrder order = newOrder();
        desk.drawContinuous(order);
        order.sign = sign;
        order.typeBits = random.chance(0.5) ? LiveOrder.SWEEP : 0;
        order.orderType = 1;
        order.midTick = 2;
        order.singleFill = 2;
        order.minimum = 0;
        order.shortQuantity = 0;
        order.validity = Validity.REST_OF_DAY;
        order.level = touch;
        order.quantity = volume;
        enter(order, now);
    }

    // Amendments, cancellations, purges.

    private void fireTimer(LiveOrder order, long now) {
        if (order.amendmentsLeft > 0 && now < order.endTime) {
            order.amendmentsLeft--;
            amend(order, now);
            if (order.resting) {
                schedule(order, now);
            }
            return;
        }
        withdraw(order);
        int status = order.endReason == Reason.INACTIVATED ? Reason.INACTIVE_STATUS : Reason.NOT_ON_BOOK;
        tape.order(book, order, now, status, order.endReason, quote);
        finish(order);
    }

    private void amend(LiveOrder order, long now) {
        order.amended = true;
        boolean reprice = isContinuous(now) && !order.isMarket() && random.chance(0.27);
        if (!reprice && order.leaves > 2 && random.chance(0.7)) {
            long less = 1 + (long) (random.unit() * (order.leaves - 2));
            if (order.leaves - less == order.quantity) {
                less++;
            }
            if (order.isDarkOnly()) {
                pool.reduce(order, less);
            } else {
                lit.reduce(order, less);
            }
            order.quantity = order.leaves;
            tape.order(book, order, now, Reason.ON_BOOK, Reason.UPDATED, quote);
            tape.order(book, order, now, Reason.ON_BOOK, Reason.UPDATED, quote);
            return;
        }
        withdraw(order);
        if (reprice) {
            int touch = board.touch(order.sign);
            int closer = order.level + order.sign * random.between(1, 3);
            int level = random.chance(0.3) ? touch : closer;
            level = order.sign > 0 ? Math.min(level, touch) : Math.max(level, touch);
            order.level = level == order.level ? order.level - order.sign : level;
        } else {
            order.leaves += 1 + (long) (random.unit() * order.leaves);
            if (order.leaves == order.quantity) {
                order.leaves++;
            }
        }
        order.quantity = order.leaves;
        order.priority = ++priorities;
        tape.order(book, order, now, Reason.ON_BOOK, Reason.UPDATED, quote);
        execute(order, now);
    }

    private void purgeNext(long now) {
        if (batchAt == 0 && batch.isEmpty()) {
            lit.collect(batch);
            pool.collect(batch);
            batch.sort((a, b) -> Long.compare(a.id, b.id));
        }
        if (batchAt < batch.size()) {
            LiveOrder order = batch.get(batchAt++);
            withdraw(order);
            boolean expires = random.chance(0.08);
            if (Validity.isLong(order.validity) && !expires) {
                order.generation++;
                answers.record(book, order);
                live--;
                carried.add(order);
            } else {
                int reason = Validity.isLong(order.validity) ? Reason.PURGED_EXPIRED : Reason.PURGED_REST_OF_DAY;
                order.validity |= Validity.PURGED;
                tape.order(book, order, now, Reason.INACTIVE_STATUS, reason, quote);
                finish(order);
            }
        }
        if (batchAt >= batch.size()) {
            timers.clear();
            nextPhase(Phase.DONE, DayPlan.NEVER);
        } else {
            phaseTime = now + 10 * MICRO;
        }
    }

    // Reports.

    private void report(long now) {
        if (lastBuy == null
                || lastSell == null
                || lastBuy.generation != lastBuyGeneration
                || lastSell.generation != lastSellGeneration) {
            return;
        }
        int source = DealSource.FIRST_REPORT + random.below(DealSource.REPORTS);
        transaction.report(now, lastBuy, lastSell, book.price(board.bid()), 1 + random.below(2_000), source);
    }

    // Common.

    private void rest(LiveOrder order) {
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

    private void withdraw(LiveOrder order) {
        order.resting = false;
        if (order.isDarkOnly()) {
            pool.withdraw(order);
        } else {
            lit.withdraw(order);
        }
    }

    private void schedule(LiveOrder order, long now) {
        long time = plan.nextAction(order, now);
        if (time != DayPlan.NEVER) {
            timers.add(time, order);
        }
    }

    private void endTransaction(LiveOrder incoming) {
        transaction.end(incoming);
        for (int i = 0; i < transaction.touchedCount(); i++) {
            LiveOrder order = transaction.touched(i);
            if (order != incoming && order.leaves == 0) {
                order.resting = false;
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

    // For the size target.

    long live() {
        return live;
    }

    long arrived() {
        return arrived;
    }

    long remaining() {
        return arrivals.remaining();
    }

    void changeRemaining(long count) {
        arrivals.change(count);
    }

    Instrument book() {
        return book;
    }
}
