package io.midwater.simulation.matching;

/**
 * The Centre Point book of one security on one day (ASX Trade Introduction and Business Information, section 24), driven event
 * by event in the market's order; an order meets the quote of the call before it. Prices are longs in price units, limits and
 * trade prices in half units, so that a midpoint is bid + offer and exact.
 *
 * <p>Orders are named by handles that the caller chooses: dense, not negative, one per order and day. The engine remembers for
 * each handle how much it has matched, also when the order has left, so that no share is used twice. An order that rests stays,
 * even with nothing left to give, until it is removed: its quantity may be stated anew with its priority kept. An operation on
 * an order that does not rest has no effect, except {@link #enter} and {@link #amend}.
 *
 * <p>Not safe for use by several threads.
 */
public interface MatchingEngine {
    /**
     * The best bid and offer. Both positive and bid not above offer make a valid quote; any other pair is no quote. A valid
     * quote that differs from the one before, or follows none, matches what it makes executable.
     */
    void quote(long bid, long offer);

    /** No quote: nothing matches. */
    default void noQuote() {
        quote(0, 0);
    }

    /** The session's state; closed until told. Opening matches what has become executable. */
    void session(MatchingSession state);

    /** An order comes in: it matches, then rests if its terms say so. The handle must not rest already. */
    void enter(int handle, OrderTerms terms);

    /** An order goes to the back of the book without matching: one that was there before the stream began. */
    void place(int handle, OrderTerms terms);

    /**
     * An order's terms change. It matches as if it came in, then rests: at its old place or at the back. Price, mid-tick and a
     * larger quantity cost priority, a minimum quantity or a smaller quantity does not (sections 24.9 and 25.5).
     */
    void amend(int handle, OrderTerms terms, boolean keepsPriority);

    /**
     * States what a resting order can give in all and what it really has open, as {@link OrderTerms#quantity}. Nothing matches
     * and priority is kept.
     */
    void quantity(int handle, long available, long open);

    /** States a resting order's minimum quantity, 0 for none. Nothing matches and priority is kept. */
    void minimum(int handle, long shares);

    /** States a resting order as if nothing had been matched of it so far: for replays that restore what really happened. */
    void restate(int handle, long quantity, long minimum);

    /** An order leaves the book. */
    void remove(int handle);

    /** Shares matched of an order so far, also after it has left. */
    long matched(int handle);

    /** Shares a resting order can still give, 0 if it does not rest. */
    long available(int handle);

    /** Orders that rest. */
    int resting();

    /** How often an order was passed over for a minimum quantity: the only work that does not end in a trade. */
    long minimumSkips();
}
