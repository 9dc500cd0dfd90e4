package io.midwater.generator;

/** The participants: 26 brokers, of which the first five send nine tenths of the orders. */
final class Brokers {
    private static final int[] NUMBERS = {
        67, 51, 47, 38, 93, 12, 15, 18, 21, 24, 27, 29, 33, 36, 40, 44, 53, 58, 62, 69, 72, 77, 80, 85, 88, 96
    };
    private static final int[] TOP_SHARES = {46, 17, 12, 10, 6};

    private final double[] upTo = new double[NUMBERS.length];

    Brokers() {
        double sum = 0;
        double rest = (100.0 - 91.0) / (NUMBERS.length - TOP_SHARES.length);
        for (int i = 0; i < NUMBERS.length; i++) {
            sum += i < TOP_SHARES.length ? TOP_SHARES[i] : rest;
            upTo[i] = sum / 100;
        }
    }

    static int count() {
        return NUMBERS.length;
    }

    static int number(int index) {
        return NUMBERS[index];
    }

    int draw(RandomStream random) {
        double at = random.unit();
        int i = 0;
        while (i < upTo.length - 1 && at >= upTo[i]) {
            i++;
        }
        return NUMBERS[i];
    }

    /** Brokers that asked the exchange to meet their own Centre Point orders first. */
    static boolean prefersOwn(int number) {
        return number == NUMBERS[0] || number == NUMBERS[2];
    }

    /** The unintentional-crossing key a broker puts on part of its orders; 0 for brokers without one. */
    static long crossingKey(int number) {
        return number == NUMBERS[0] || number == NUMBERS[1] || number == NUMBERS[3] ? 7_000 + number : 0;
    }
}
