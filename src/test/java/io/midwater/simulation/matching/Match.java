package io.midwater.simulation.matching;

/** One recorded match. */
record Match(int incoming, int resting, long quantity, long price2, DealSource source) {
    static Match of(int incoming, int resting, long quantity, long price2) {
        return new Match(incoming, resting, quantity, price2, DealSource.CENTRE_POINT);
    }
}
