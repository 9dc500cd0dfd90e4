package io.midwater.sink.parquet;

import java.util.Arrays;

/**
 * The distinct values of one column chunk, numbered by first appearance: by direct address where the values lie close
 * together, else by hashing. The buffers are reused from chunk to chunk.
 */
final class ValueDictionary {
    private static final int SMALL_SPREAD = 1024;
    private static final int CHECK_EVERY = 1024;

    private long[] values = new long[256];
    private int size;
    private int[] ids = new int[0];
    private int[] slots = new int[0];
    private long[] keys = new long[0];

    int size() {
        return size;
    }

    long value(int id) {
        return values[id];
    }

    /** The distinct values, by id; valid below {@link #size}. */
    long[] values() {
        return values;
    }

    /** The ids of the values, in their order. */
    int[] ids() {
        return ids;
    }

    /**
     * Numbers the values. Gives up when there are more distinct values than the limit, or when the first thousands of
     * values show that there will be.
     *
     * @return false if it gave up
     */
    boolean build(long[] from, int count, long min, long max, int limit) {
        size = 0;
        if (ids.length < count) {
            ids = new int[count];
        }
        if (min == max) {
            Arrays.fill(ids, 0, count, 0);
            values[size++] = min;
            return true;
        }
        long spread = max - min;
        return spread > 0 && spread < Math.max(SMALL_SPREAD, 4L * count)
                ? direct(from, count, min, (int) spread, limit)
                : hashed(from, count, limit);
    }

    private boolean direct(long[] from, int count, long min, int spread, int limit) {
        clearSlots(spread + 1);
        for (int start = 0; start < count; start += CHECK_EVERY) {
            int end = Math.min(start + CHECK_EVERY, count);
            for (int i = start; i < end; i++) {
                int slot = (int) (from[i] - min);
                int id = slots[slot];
                if (id == 0) {
                    id = add(from[i]);
                    slots[slot] = id;
                }
                ids[i] = id - 1;
            }
            if (tooMany(end, count, limit)) {
                return false;
            }
        }
        return true;
    }

    private boolean hashed(long[] from, int count, int limit) {
        int capacity = Integer.highestOneBit(Math.max(limit, SMALL_SPREAD) + CHECK_EVERY) << 2;
        clearSlots(capacity);
        if (keys.length < capacity) {
            keys = new long[capacity];
        }
        int shift = Long.numberOfLeadingZeros(capacity) + 1;
        for (int start = 0; start < count; start += CHECK_EVERY) {
            int end = Math.min(start + CHECK_EVERY, count);
            for (int i = start; i < end; i++) {
                ids[i] = find(from[i], capacity - 1, shift) - 1;
            }
            if (tooMany(end, count, limit)) {
                return false;
            }
        }
        return true;
    }

    private int find(long value, int mask, int shift) {
        int slot = (int) ((value * 0x9E3779B97F4A7C15L) >>> shift);
        while (true) {
            int id = slots[slot];
            if (id == 0) {
                keys[slot] = value;
                slots[slot] = add(value);
                return slots[slot];
            }
            if (keys[slot] == value) {
                return id;
            }
            slot = (slot + 1) & mask;
        }
    }

    private boolean tooMany(int seen, int count, int limit) {
        return size > limit || (limit < count && seen >= CHECK_EVERY && size > seen / 2);
    }

    private int add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
        return size;
    }

    private void clearSlots(int capacity) {
        if (slots.length < capacity) {
            slots = new int[capacity];
        } else {
            Arrays.fill(slots, 0, capacity, 0);
        }
    }
}
