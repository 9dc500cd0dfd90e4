package io.midwater.generator;

/**
 * What one security's day is made from.
 *
 * @param count new orders of the day
 * @param firstId first of the day's own range of order ids
 * @param firstMatchId first of the day's own range of match ids
 */
record DaySetup(
        Instrument book,
        long seed,
        Brokers brokers,
        MarketShape shape,
        SessionTimes times,
        long epochDay,
        long count,
        long firstId,
        long firstMatchId,
        Tape tape,
        KnownAnswers answers) {
    RandomStream random() {
        return new RandomStream(seed, book.index(), epochDay);
    }
}
