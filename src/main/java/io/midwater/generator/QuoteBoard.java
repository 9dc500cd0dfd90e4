package io.midwater.generator;

/**
 * Best bid and offer in ticks, as shown and as due to be shown next, and the short disturbances of the national quote: it
 * locks, crosses, or is missing for one arrival.
 */
final class QuoteBoard {
    private final Instrument book;
    private final Quote quote;
    private int bid;
    private int offer;
    private int nextBid;
    private int nextOffer;
    private final int center;
    private boolean shown;
    private Disturbance disturbance = Disturbance.NONE;

    enum Disturbance {
        NONE,
        LOCKED,
        CROSSED,
        MISSING;

        static Disturbance draw(RandomStream random) {
            double kind = random.unit();
            if (kind < 0.4) {
                return LOCKED;
            }
            return kind < 0.8 ? CROSSED : MISSING;
        }
    }

    /** @param center level around which the day's prices stray */
    QuoteBoard(Instrument book, Quote quote, int center) {
        this.book = book;
        this.quote = quote;
        this.center = center;
        bid = center;
        offer = center + 1;
        nextBid = bid;
        nextOffer = offer;
    }

    int bid() {
        return bid;
    }

    int offer() {
        return offer;
    }

    /** The best level an incoming order of this side meets. */
    int touch(int sign) {
        return sign > 0 ? offer : bid;
    }

    /** The best level of this side itself. */
    int own(int sign) {
        return sign > 0 ? bid : offer;
    }

    int spread() {
        return offer - bid;
    }

    /** How far the price has strayed, −1 to 1 inside its usual range. */
    double stray() {
        return (double) (bid - center) / book.range();
    }

    /** +1 or −1, leaning towards the center. */
    int drawDirection(RandomStream random) {
        return random.chance(0.5 - 0.4 * Math.max(-1.25, Math.min(1.25, stray()))) ? 1 : -1;
    }

    /** Before the opening the national quote is missing or crossed by remains of the day before. */
    void beforeOpening(RandomStream random) {
        if (random.chance(0.5)) {
            quote.national(Quote.MISSING, Quote.MISSING);
        } else {
            quote.national(book.price(center + book.range()), book.price(center - book.range() / 2));
        }
    }

    void plan(int newBid, int newOffer) {
        nextBid = newBid;
        nextOffer = newOffer;
    }

    /** Moves this side's best level to here, and the other side's out of the way. */
    void planOwn(int sign, int level) {
        if (sign > 0) {
            plan(level, Math.max(nextOffer, level + 1));
        } else {
            plan(Math.min(nextBid, level - 1), level);
        }
    }

    boolean changed() {
        return nextBid != bid || nextOffer != offer;
    }

    void disturb(Disturbance kind) {
        disturbance = kind;
    }

    Disturbance disturbance() {
        return disturbance;
    }

    /** Shows what was planned. */
    void show() {
        shown = true;
        bid = nextBid;
        offer = nextOffer;
        long low = book.price(bid);
        long high = book.price(offer);
        quote.local(low, high);
        switch (disturbance) {
            case NONE -> quote.national(low, high);
            case LOCKED -> quote.national(high, high);
            case CROSSED -> quote.national(high, low);
            case MISSING -> quote.national(Quote.MISSING, Quote.MISSING);
        }
    }

    /** True when a midpoint exists: both prices there and not crossed. */
    boolean hasMidpoint() {
        return shown && (disturbance == Disturbance.NONE || disturbance == Disturbance.LOCKED);
    }
}
