package io.midwater.domain;

/**
 * The quote an order met on arrival. From order rows it is the arrival row's own usable snapshot, else the newest earlier
 * usable one; from a quote file the newest strictly earlier one. A carried order that arrives with the first session, not
 * with its row, meets the quote in force then. Not there, or crossed: no quote.
 *
 * @param bidPx in input price units
 * @param offerPx in input price units
 * @param ageNs time from the change that brought the quote to the arrival; 0 for the arrival row's own snapshot
 */
public record ArrivalQuote(long bidPx, long offerPx, long ageNs) {

    /** The order's arrival quote, or null. */
    public static ArrivalQuote of(Slice slice, OrderLife life) {
        QuoteHistory quotes = slice.quotes();
        if (fromHistory(slice, life)) {
            return at(quotes, quotes.before(life.arrivalNs()), life);
        }
        OrderEvents orders = slice.orders();
        int row = life.arrivalRow();
        if (QuoteState.of(orders.bestBid(row), orders.bestOffer(row)).usable()) {
            return new ArrivalQuote(orders.bestBid(row), orders.bestOffer(row), 0);
        }
        return at(quotes, quotes.usableBefore(life.arrivalNs(), orders.sequence(row)), life);
    }

    /** What the order met where {@link #of} finds no quote for it: CROSSED or MISSING. */
    public static QuoteState stateMet(Slice slice, OrderLife life) {
        QuoteHistory quotes = slice.quotes();
        if (fromHistory(slice, life)) {
            int index = quotes.before(life.arrivalNs());
            return index < 0 ? QuoteState.MISSING : quotes.state(index);
        }
        OrderEvents orders = slice.orders();
        return QuoteState.of(orders.bestBid(life.arrivalRow()), orders.bestOffer(life.arrivalRow()));
    }

    private static boolean fromHistory(Slice slice, OrderLife life) {
        return slice.quotes().fromFile() || slice.orders().timestamp(life.arrivalRow()) != life.arrivalNs();
    }

    private static ArrivalQuote at(QuoteHistory quotes, int index, OrderLife life) {
        return quotes.usable(index)
                ? new ArrivalQuote(quotes.bid(index), quotes.offer(index), life.arrivalNs() - quotes.timestamp(index))
                : null;
    }

    /** Bid plus offer: twice the midpoint, exact. */
    public long mid2() {
        return bidPx + offerPx;
    }

    public long spreadPx() {
        return offerPx - bidPx;
    }

    /** The best price of the other side: the offer for a buy (sign 1), the bid for a sell (sign −1). */
    public long touchPx(int sign) {
        return sign > 0 ? offerPx : bidPx;
    }

    /** NORMAL or LOCKED. */
    public QuoteState state() {
        return QuoteState.of(bidPx, offerPx);
    }
}
