package io.midwater.generator;

import java.util.List;

/**
 * The Centre Point book of one security. This is the seam at which another matching engine can take the place of
 * {@link MidpointPool}; prices are in half ticks: the sum of the best bid's and offer's levels is the midpoint.
 */
interface DarkPool {
    /** Leaves an order in the pool at the back of its queue. */
    void rest(LiveOrder order);

    /** Takes a resting order out, before its open quantity changes by anything but a match. */
    void withdraw(LiveOrder order);

    /** Lowers a resting order's open quantity; it keeps its place. */
    void reduce(LiveOrder order, long shares);

    /**
     * Matches an incoming order that is not in the pool.
     *
     * @param midpoint midpoint of a valid quote, in half ticks
     */
    void enter(LiveOrder incoming, int midpoint, Matches matches);

    /** Matches resting orders that a new quote made executable against each other. */
    void requote(int midpoint, Matches matches);

    /** Adds all resting orders to a list, in no particular order. */
    void collect(List<LiveOrder> orders);

    /** Told of every match, before the pool forgets filled orders; it reduces both orders. */
    @FunctionalInterface
    interface Matches {
        /** @param resting true when both orders had been resting, so that neither is the aggressor */
        void match(LiveOrder incoming, LiveOrder contra, long shares, int dealSource, boolean resting);
    }
}
