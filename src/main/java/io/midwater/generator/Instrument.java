package io.midwater.generator;

/**
 * An order book. Prices of a day stay inside one tick regime, so that a price is a whole number of ticks, its level.
 *
 * @param index rank by activity, 0 the busiest
 * @param code order book id
 * @param exchange matching-engine partition, which numbers its messages
 * @param tick tick in price units (0.1 cent): 5 below 2000, 10 from there (ASX Trade Introduction and Business
 *     Information, section 12)
 * @param baseLevel usual price in ticks
 * @param range how far, in ticks, the price strays from its usual level
 * @param weight share of the market's orders, by Zipf's law with exponent 1
 */
record Instrument(int index, long code, int exchange, int tick, int baseLevel, int range, double weight) {
    static final int EXCHANGES = 4;
    private static final double LOWEST = 500;
    private static final double HIGHEST = 141_000;
    private static final double TICK_STEP = 2000;

    static Instrument[] draw(int count, long seed) {
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += 1.0 / (i + 1);
        }
        Instrument[] instruments = new Instrument[count];
        for (int i = 0; i < count; i++) {
            RandomStream random = new RandomStream(seed, i, -1);
            double price = LOWEST * StrictMath.exp(random.unit() * StrictMath.log(HIGHEST / LOWEST));
            if (price > TICK_STEP * 0.8 && price < TICK_STEP * 1.2) {
                price += TICK_STEP * 0.5;
            }
            int tick = price < TICK_STEP ? 5 : 10;
            int level = (int) (price / tick);
            int range = Math.max(6, (int) (level * 0.03));
            long code = 70_003L + i * 613L + random.below(600);
            instruments[i] =
                    new Instrument(i, code, 1 + random.below(EXCHANGES), tick, level, range, 1.0 / (i + 1) / total);
        }
        return instruments;
    }

    /** Half the height of the price ladders: the usual range, its double for the walk, and room for deep orders. */
    int ladderHalf() {
        return Math.min(baseLevel - 1, 3 * range + 100);
    }

    long price(int level) {
        return (long) level * tick;
    }
}
