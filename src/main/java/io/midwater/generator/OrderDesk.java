package io.midwater.generator;

/** Draws the terms of new orders; the shares follow one real security-day of a mid-sized share. */
final class OrderDesk {
    private static final Quantiles SIZES = new Quantiles(
            new double[] {0, 0.05, 0.25, 0.5, 0.75, 0.9, 0.99, 1},
            new double[] {1, 4, 120, 600, 1_300, 3_500, 15_000, 60_000});
    private static final Quantiles BLOCK_SIZES = new Quantiles(
            new double[] {0, 0.05, 0.25, 0.5, 0.75, 0.9, 0.99, 1},
            new double[] {1, 60, 400, 1_000, 2_500, 30_000, 400_000, 742_000});
    private static final double USUAL_PRICE = 3_390;
    private static final int DEEPEST = 30;
    private static final double LIT = 0.41;
    private static final double SWEEPS = 0.508;
    private static final double BLOCKS = 0.459;
    private static final double SHORT_BLOCKS = 0.08;
    private static final double SHORTS = 0.06;
    private static final double LONG_VALIDITY = 0.012;

    private final Brokers brokers;
    private final RandomStream random;
    private final QuoteBoard board;
    private final double sizeFactor;

    OrderDesk(Instrument book, Brokers brokers, RandomStream random, QuoteBoard board) {
        this.brokers = brokers;
        this.random = random;
        this.board = board;
        double factor = StrictMath.sqrt(USUAL_PRICE / book.price(book.baseLevel()));
        sizeFactor = Math.max(0.15, Math.min(2, factor));
    }

    /** An order of the continuous session. */
    void drawContinuous(LiveOrder order) {
        drawCommon(order);
        if (random.chance(LIT)) {
            order.typeBits = shortBit(order, SHORTS);
            drawLitTerms(order, 0.22);
        } else {
            drawCentrePoint(order);
        }
        setShort(order);
    }

    private void drawCentrePoint(LiveOrder order) {
        double kind = random.unit();
        if (kind < SWEEPS) {
            order.typeBits = LiveOrder.SWEEP | shortBit(order, 0.02);
            drawLitTerms(order, 0.17);
            if (random.chance(0.025)) {
                order.minimum = Math.max(1, order.quantity / random.between(2, 5));
                order.singleFill = 1;
            }
        } else if (kind < SWEEPS + BLOCKS) {
            order.typeBits = LiveOrder.BLOCK | shortBit(order, SHORT_BLOCKS);
            order.quantity = size(BLOCK_SIZES);
            drawDarkTerms(order);
            if (random.chance(0.13)) {
                order.minimum = Math.max(1, order.quantity / random.between(1, 8));
                order.singleFill = random.chance(0.3) ? 1 : 2;
            }
        } else {
            order.typeBits = LiveOrder.CENTRE_POINT | shortBit(order, SHORTS);
            drawDarkTerms(order);
            if (random.chance(0.1)) {
                order.orderType = LiveOrder.MARKET;
            }
        }
    }

    private void drawLitTerms(LiveOrder order, double aggressive) {
        int sign = order.sign;
        if (random.chance(aggressive)) {
            boolean deeper = random.chance(0.08);
            order.level = board.touch(sign) + (deeper ? sign : 0);
            if (random.chance(0.5)) {
                order.validity = Validity.IMMEDIATE;
                if (!order.isSweep() && random.chance(0.1)) {
                    order.orderType = LiveOrder.MARKET;
                }
            }
            return;
        }
        if (board.spread() > 1 && random.chance(0.5)) {
            order.level = board.own(sign) + sign;
        } else {
            order.level = board.own(sign) - sign * depth(0.3);
        }
        if (random.chance(0.06)) {
            order.validity = Validity.IMMEDIATE;
        }
    }

    private void drawDarkTerms(LiveOrder order) {
        double mid = random.unit();
        order.midTick = mid < 0.77 ? 1 : mid < 0.9 ? 2 : mid < 0.99 ? 4 : 3;
        order.level = random.chance(0.04) ? board.touch(order.sign) : board.own(order.sign) - order.sign * depth(0.16);
        if (random.chance(0.19)) {
            order.validity = Validity.IMMEDIATE;
        }
    }

    /** An order for an auction: lit or sweep, priced around the last price. */
    void drawAuction(LiveOrder order) {
        drawCommon(order);
        order.typeBits = random.chance(0.3) ? LiveOrder.SWEEP : shortBit(order, SHORTS);
        order.quantity += size(SIZES);
        order.level = board.bid() + order.sign * random.between(-3, 3);
        setShort(order);
    }

    private void drawCommon(LiveOrder order) {
        order.sign = random.chance(0.5 - 0.3 * clampedStray()) ? 1 : -1;
        order.participant = brokers.draw(random);
        order.quantity = size(SIZES);
        order.orderType = 1;
        order.midTick = 2;
        order.singleFill = 2;
        order.minimum = 0;
        long key = Brokers.crossingKey(order.participant);
        order.crossingKey = key != 0 && random.chance(0.5) ? key : 0;
        order.validity = Validity.REST_OF_DAY;
        if (random.chance(LONG_VALIDITY)) {
            order.validity = random.chance(0.5) ? Validity.NINETY_DAYS : Validity.INSTRUMENT_MAXIMUM;
        }
    }

    /** The share of short sales among sales; a quarter of them do not say how much is short. */
    private int shortBit(LiveOrder order, double share) {
        return order.sign < 0 && random.chance(share) ? LiveOrder.SHORT : 0;
    }

    private void setShort(LiveOrder order) {
        boolean isShort = (order.typeBits & LiveOrder.SHORT) != 0;
        order.shortQuantity = isShort && random.chance(0.77) ? order.quantity : 0;
    }

    private double clampedStray() {
        return Math.max(-1.6, Math.min(1.6, board.stray()));
    }

    /** A plain aggressive order for all that a level holds. */
    void drawToClear(LiveOrder order, int sign, int level, long volume) {
        drawCommon(order);
        order.sign = sign;
        order.typeBits = random.chance(0.5) ? LiveOrder.SWEEP : 0;
        order.shortQuantity = 0;
        order.validity = Validity.REST_OF_DAY;
        order.level = level;
        order.quantity = volume;
    }

    /** A new limit for a resting order: the touch, or closer to it; never the same. */
    int drawOtherLevel(LiveOrder order) {
        int touch = board.touch(order.sign);
        int closer = order.level + order.sign * random.between(1, 3);
        int level = random.chance(0.3) ? touch : closer;
        level = order.sign > 0 ? Math.min(level, touch) : Math.max(level, touch);
        return level == order.level ? order.level - order.sign : level;
    }

    private int depth(double atBest) {
        if (random.chance(atBest)) {
            return 0;
        }
        int depth = 1;
        while (depth < DEEPEST && random.chance(0.7)) {
            depth++;
        }
        return depth;
    }

    private long size(Quantiles sizes) {
        return Math.max(1, (long) (sizes.draw(random) * sizeFactor));
    }
}
