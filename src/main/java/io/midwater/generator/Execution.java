package io.midwater.generator;

/** What orders do to each other and to the quote: matches on entry, after changes of the quote and in auctions. */
final class Execution {
    private final Instrument book;
    private final Brokers brokers;
    private final double orphanShare;
    private final Tape tape;
    private final RandomStream random;
    private final Quote quote;
    private final QuoteBoard board;
    private final Books books;
    private final LiveOrders orders;
    private final Transaction transaction;
    private final LiveOrder stranger = new LiveOrder();

    Execution(DaySetup day, RandomStream random, Quote quote, QuoteBoard board, Books books, LiveOrders orders) {
        book = day.book();
        brokers = day.brokers();
        orphanShare = day.shape().orphanShare();
        tape = day.tape();
        this.random = random;
        this.quote = quote;
        this.board = board;
        this.books = books;
        this.orders = orders;
        transaction = new Transaction(book, random, quote, tape, day.answers(), day.firstMatchId());
    }

    /** Takes what the books offer an incoming or amended order at once, writes its second message, and leaves the rest. */
    void execute(LiveOrder order, long now, boolean continuous) {
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
            orders.finish(order);
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
        stranger.id = orders.takeId();
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

    /** A trade made off the market between the two orders that came to rest last; it leaves them as they are. */
    void report(long now) {
        LiveOrder buyer = books.lastBuy();
        LiveOrder seller = books.lastSell();
        if (buyer != null && seller != null) {
            int source = DealSource.FIRST_REPORT + random.below(DealSource.REPORTS);
            transaction.report(now, buyer, seller, book.price(board.bid()), 1 + random.below(2_000), source);
        }
    }

    private void endTransaction(LiveOrder incoming) {
        transaction.end(incoming);
        for (int i = 0; i < transaction.touchedCount(); i++) {
            LiveOrder order = transaction.touched(i);
            if (order != incoming && order.leaves == 0) {
                orders.finish(order);
            }
        }
    }
}
