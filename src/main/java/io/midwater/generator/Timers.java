package io.midwater.generator;

import java.util.Arrays;

/** The next planned action of every live order, a binary heap by time; timers of ended orders are skipped when due. */
final class Timers {
    private long[] times = new long[256];
    private LiveOrder[] orders = new LiveOrder[256];
    private int[] generations = new int[256];
    private int size;

    /** Long.MAX_VALUE when nothing is planned. */
    long nextTime() {
        while (size > 0 && orders[0].generation != generations[0]) {
            removeFirst();
        }
        return size == 0 ? Long.MAX_VALUE : times[0];
    }

    /** The order whose timer is due, after {@link #nextTime} found one. */
    LiveOrder take() {
        LiveOrder order = orders[0];
        removeFirst();
        return order;
    }

    void add(long time, LiveOrder order) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            orders = Arrays.copyOf(orders, 2 * size);
            generations = Arrays.copyOf(generations, 2 * size);
        }
        int at = size++;
        while (at > 0 && times[(at - 1) >> 1] > time) {
            int parent = (at - 1) >> 1;
            move(parent, at);
            at = parent;
        }
        times[at] = time;
        orders[at] = order;
        generations[at] = order.generation;
    }

    private void removeFirst() {
        size--;
        long time = times[size];
        LiveOrder order = orders[size];
        int generation = generations[size];
        orders[size] = null;
        if (size == 0) {
            return;
        }
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && times[child + 1] < times[child]) {
                child++;
            }
            if (times[child] >= time) {
                break;
            }
            move(child, at);
            at = child;
        }
        times[at] = time;
        orders[at] = order;
        generations[at] = generation;
    }

    private void move(int from, int to) {
        times[to] = times[from];
        orders[to] = orders[from];
        generations[to] = generations[from];
    }
}
