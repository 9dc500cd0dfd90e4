package io.midwater.domain;

/**
 * The quote an order met on arrival. From order rows it is the arrival row's own usable snapshot, else the newest earlier
 * usable one; from a quote file the newest strictly earlier one. A carried order arrives with the first session, so it
 * meets the quote in force then. Not there, or crossed: no quote.
 *
 * @param bidPx in input price units
 * @param offerPx in input price units
 */
public record ArrivalQuote(long bidPx, long offerPx) {

    /** The order's arrival quote, or null. */
    public static ArrivalQuote of(Slice slice, OrderLife life) {
        QuoteHistory quotes = slice.quotes();
        if (life.carried()) {
            return at(quotes, quotes.before(life.arrivalNs()));
        }
        if (quotes.size() > 0 && quotes.source(0) == QuoteSource.FILE) {
            return at(quotes, quotes.before(life.arrivalNs()));
        }
        OrderEvents orders = slice.orders();
        int row = life.arrivalRow();
        if (QuoteState.of(orders.bestBid(row), orders.bestOffer(row)).usable()) {
            return new ArrivalQuote(orders.bestBid(row), orders.bestOffer(row));
        }
        return at(quotes, quotes.usableBefore(life.arrivalNs(), orders.sequence(row)));
    }

    private static ArrivalQuote at(QuoteHistory quotes, int index) {
        return quotes.usable(index) ? new ArrivalQuote(quotes.bid(index), quotes.offer(index)) : null;
    }

    /** Bid plus offer: twice the midpoint, exact. */
    public long mid2() {
        return bidPx + offerPx;
    }

    public long spreadPx() {
        return offerPx - bidPx;
    }
}
