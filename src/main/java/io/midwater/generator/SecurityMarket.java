package io.midwater.generator;

import java.util.List;

/**
 * One security's market on one day, one event per step, so that a day of many securities can be written in time order
 * while only live orders are in memory. Times of one security strictly increase from event to event.
 */
final class SecurityMarket {
    private static final long STEP = 1_000;
    private static final long MICRO = 1_000;
    private static final int MIN_QUOTE_EVENTS = 1_500;
    private static final double QUOTE_EVENTS = 0.6;
    private static final long GUARD = SessionTimes.SECOND / 2;
    private static final long NEVER = DayPlan.NEVER;

    private final Instrument book;
    private final MarketShape shape;
    private final SessionTimes times;
    private final Tape tape;
    private final RandomStream random;
    private final Quote quote = new Quote();
    private final QuoteBoard board;
    private final Books books;
    private final LiveOrders orders;
    private final Execution execution;
    private final OrderFlow flow;
    private final ArrivalClock arrivals;
    private final double quoteSpacing;

    private Phase phase;
    private long phaseTime;
    private List<LiveOrder> batch;
    private int batchAt;
    private long quoteTime;
    private long clock;

    private long pendingTime = NEVER;
    private boolean uncrossDue;
    private boolean arrivalDue;
    private boolean reportDue;

    private enum Phase {
        RELOAD,
        OPENING_MATCH,
        OPEN,
        CLOSING_MATCH,
        PURGE,
        DONE
    }

    /** @param carried orders of the day before */
    SecurityMarket(DaySetup day, List<LiveOrder> carried) {
        book = day.book();
        shape = day.shape();
        times = day.times();
        tape = day.tape();
        random = day.random();
        int walk = (int) ((random.unit() + random.unit() - 1) * book.range());
        board = new QuoteBoard(book, quote, book.baseLevel() + walk / 2);
        books = new Books(book);
        orders = new LiveOrders(day, random);
        execution = new Execution(day, random, quote, board, books, orders);
        flow = new OrderFlow(day, random, quote, board, books, orders, execution);
        arrivals = new ArrivalClock(times, day.count(), random);
        quoteSpacing = (times.preClose - times.open) / Math.max(MIN_QUOTE_EVENTS, QUOTE_EVENTS * day.count());
        quoteTime = times.open + (long) (random.exponential() * quoteSpacing) + MICRO;
        batch = carried;
        if (batch.isEmpty()) {
            nextPhase(Phase.OPENING_MATCH, times.openingMatch);
        } else {
            nextPhase(Phase.RELOAD, times.reload);
        }
    }

    /** Time of the next event; Long.MAX_VALUE when the day is over. */
    long nextTime() {
        if (pendingTime != NEVER) {
            return pendingTime;
        }
        long time = Math.min(Math.min(phaseTime, arrivals.next()), Math.min(quoteTime, flow.nextAction()));
        return time == NEVER ? time : Math.max(time, clock + STEP);
    }

    void step() {
        long now = nextTime();
        clock = now;
        if (pendingTime != NEVER) {
            firePending(now);
        } else {
            long action = flow.nextAction();
            long arrival = arrivals.next();
            if (phaseTime <= arrival && phaseTime <= quoteTime && phaseTime <= action) {
                firePhase(now);
            } else if (arrival <= quoteTime && arrival <= action) {
                fireArrival(now);
            } else if (quoteTime <= action) {
                fireQuote(now);
            } else {
                flow.act(now, isContinuous(now));
            }
        }
        settle(now);
    }

    private boolean isContinuous(long now) {
        return phase == Phase.CLOSING_MATCH && now < times.preClose - GUARD;
    }

    // What follows an event at once.

    /** A changed quote, the matches it makes possible, the arrival that waits for it, a report: in this order. */
    private void settle(long now) {
        if (quoteDue()) {
            pendingTime = now + (20 + random.below(180)) * MICRO;
        } else if (uncrossDue || arrivalDue || reportDue) {
            pendingTime = now + (2 + random.below(10)) * MICRO;
        } else {
            pendingTime = NEVER;
        }
    }

    private boolean quoteDue() {
        return board.changed() || board.disturbance() != QuoteBoard.Disturbance.NONE && !arrivalDue;
    }

    private void firePending(long now) {
        if (quoteDue()) {
            board.disturb(QuoteBoard.Disturbance.NONE);
            showQuote(now);
        } else if (uncrossDue) {
            uncrossDue = false;
            if (isContinuous(now) && board.hasMidpoint()) {
                execution.requote(now);
            }
        } else if (arrivalDue) {
            arrivalDue = false;
            enterNew(now);
        } else {
            reportDue = false;
            execution.report(now);
        }
    }

    private void showQuote(long now) {
        board.show();
        tape.quote(book, now, quote);
        uncrossDue = board.hasMidpoint();
        if (!uncrossDue) {
            execution.loseQuote();
        }
    }

    // The phases of the day.

    private void firePhase(long now) {
        switch (phase) {
            case RELOAD -> {
                flow.reload(batch.get(batchAt++), now);
                if (batchAt == batch.size()) {
                    nextPhase(Phase.OPENING_MATCH, times.openingMatch);
                } else {
                    phaseTime = now + 50 * MICRO;
                }
            }
            case OPENING_MATCH -> {
                board.beforeOpening(random);
                openAt(execution.auction(now));
                nextPhase(Phase.OPEN, times.open);
            }
            case OPEN -> {
                nextPhase(Phase.CLOSING_MATCH, times.closingMatch);
                showQuote(now);
            }
            case CLOSING_MATCH -> {
                execution.auction(now);
                nextPhase(Phase.PURGE, times.purge);
                batch = null;
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

    private void openAt(int level) {
        int bid = random.chance(0.5) ? level : level - 1;
        bid = Math.max(books.lit.bestBuy(), Math.min(bid, books.lit.bestSell() - 1));
        board.plan(bid, bid + 1);
        board.show();
    }

    private void purgeNext(long now) {
        if (batch == null) {
            batch = books.resting();
        }
        if (batchAt < batch.size()) {
            flow.endDay(batch.get(batchAt++), now);
        }
        if (batchAt == batch.size()) {
            nextPhase(Phase.DONE, NEVER);
        } else {
            phaseTime = now + 10 * MICRO;
        }
    }

    // Arrivals and quotes.

    private void fireArrival(long now) {
        arrivals.advance();
        if (isContinuous(now) && random.chance(shape.disturbedShare())) {
            board.disturb(QuoteBoard.Disturbance.draw(random));
            arrivalDue = true;
            showQuote(now);
            return;
        }
        enterNew(now);
    }

    private void enterNew(long now) {
        boolean continuous = isContinuous(now);
        if (now < times.open) {
            board.beforeOpening(random);
        }
        flow.enterNew(now, continuous);
        reportDue = continuous && random.chance(shape.reportShare());
    }

    private void fireQuote(long now) {
        long following = now + (long) (random.exponential() * quoteSpacing) + MICRO;
        quoteTime = following < times.preClose - 2 * SessionTimes.SECOND ? following : NEVER;
        int sign = board.drawDirection(random);
        if (board.spread() > 1) {
            if (random.chance(0.8)) {
                board.planOwn(sign, board.own(sign) + sign);
            }
        } else {
            int touch = board.touch(sign);
            long volume = books.lit.volume(-sign, touch);
            if (volume > 0) {
                if (random.chance(0.02) && arrivals.takeOne()) {
                    flow.enterToClear(sign, touch, volume, now, isContinuous(now));
                    return;
                }
            } else if (random.chance(0.35)) {
                board.planOwn(-sign, touch + sign);
                if (random.chance(0.8)) {
                    board.planOwn(sign, touch);
                }
            }
        }
        showQuote(now);
    }

    /** Orders that live on. */
    List<LiveOrder> carried() {
        return orders.carried();
    }

    // For the size target.

    long live() {
        return orders.live();
    }

    long arrived() {
        return orders.arrived();
    }

    long remaining() {
        return arrivals.remaining();
    }

    void changeRemaining(long count) {
        arrivals.change(count);
    }
}
