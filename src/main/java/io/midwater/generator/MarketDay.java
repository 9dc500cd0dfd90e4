package io.midwater.generator;

import java.util.Arrays;

/** Runs the markets of one date together, always the earliest next event first, and steers them to a size target. */
final class MarketDay {
    private static final long MINUTE = 60 * SessionTimes.SECOND;
    private static final int CHECKPOINTS = 70;
    private static final long CHECKPOINT_STEP = 5 * MINUTE;
    private static final int LEAST_ARRIVALS = 200;
    /** Bytes that an order on the book still brings on average, mostly its cancellation. */
    private static final double BYTES_LEFT = 190;

    private final SecurityMarket[] markets;
    private final Tape tape;
    private final long[] times;
    private final int[] heap;
    private int size;

    MarketDay(SecurityMarket[] markets, Tape tape) {
        this.markets = markets;
        this.tape = tape;
        times = new long[markets.length];
        heap = new int[markets.length];
        for (int i = 0; i < markets.length; i++) {
            times[i] = markets[i].nextTime();
            heap[i] = i;
        }
        size = markets.length;
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i);
        }
    }

    /** @param targetBytes wanted bytes of the date's orders file, −1 for none @param preClose end of continuous trading */
    void run(long targetBytes, long preClose) {
        long checkpoint = targetBytes < 0 ? Long.MAX_VALUE : preClose - CHECKPOINTS * CHECKPOINT_STEP;
        while (times[heap[0]] != Long.MAX_VALUE) {
            int first = heap[0];
            if (times[first] >= checkpoint) {
                steer(targetBytes);
                checkpoint += CHECKPOINT_STEP;
                if (checkpoint > preClose) {
                    checkpoint = Long.MAX_VALUE;
                }
                Arrays.setAll(times, i -> markets[i].nextTime());
                continue;
            }
            markets[first].step();
            times[first] = markets[first].nextTime();
            sink(0);
        }
    }

    private void sink(int from) {
        int at = from;
        int moving = heap[at];
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], moving)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = moving;
    }

    private boolean before(int one, int other) {
        return times[one] < times[other] || times[one] == times[other] && one < other;
    }

    private void steer(long targetBytes) {
        long arrived = 0;
        long live = 0;
        long remaining = 0;
        for (SecurityMarket market : markets) {
            arrived += market.arrived();
            live += market.live();
            remaining += market.remaining();
        }
        if (arrived < LEAST_ARRIVALS || remaining == 0) {
            return;
        }
        double spent = tape.orders.bytes() + live * BYTES_LEFT;
        double wanted = Math.max(0, (targetBytes - spent) / (spent / arrived));
        double factor = wanted / remaining;
        double due = 0;
        for (SecurityMarket market : markets) {
            // What rounding leaves over goes to the next market.
            due += market.remaining() * factor;
            long count = (long) due;
            market.changeRemaining(count);
            due -= count;
        }
    }
}
