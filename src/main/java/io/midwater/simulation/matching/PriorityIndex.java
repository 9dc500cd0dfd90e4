package io.midwater.simulation.matching;

import java.util.Arrays;

/**
 * Orders in priority order, each with a key, answering "the first order from here on whose key reaches a threshold" in
 * O(log n): a tree of maxima over an array that new orders are appended to. A node has eight children, the longs of one cache
 * line. An order that leaves frees no place; the array is compacted when it is full, which a constant share of appends pays for.
 */
final class PriorityIndex {
    static final int NONE = -1;
    /** The key of an order that cannot be found. */
    static final long ABSENT = Long.MIN_VALUE;

    private static final int LOG_FAN_OUT = 3;
    private static final int FAN_OUT = 1 << LOG_FAN_OUT;

    private final Positions positions;
    private int capacity;
    private int size;
    private int live;
    private int[] orders;
    private long[] priorities;
    /** The keys by position, then level by level the largest of eight, up to the one largest of all. */
    private long[][] best;

    PriorityIndex(Positions positions, int expected) {
        this.positions = positions;
        this.capacity = Integer.highestOneBit(Math.max(FAN_OUT, 2 * expected - 1));
        this.orders = new int[capacity];
        this.priorities = new long[capacity];
        this.best = levels(capacity);
    }

    private static long[][] levels(int capacity) {
        int count = 1;
        for (int width = capacity; width > 1; width = parents(width)) {
            count++;
        }
        long[][] levels = new long[count][];
        int width = capacity;
        for (int level = 0; level < count; level++) {
            levels[level] = new long[FAN_OUT * parents(width)];
            Arrays.fill(levels[level], ABSENT);
            width = parents(width);
        }
        return levels;
    }

    private static int parents(int width) {
        return (width + FAN_OUT - 1) >> LOG_FAN_OUT;
    }

    int live() {
        return live;
    }

    /** End of the positions in use. */
    int size() {
        return size;
    }

    /** The order at a position, {@link #NONE} if it has left. */
    int order(int position) {
        return orders[position];
    }

    long priority(int position) {
        return priorities[position];
    }

    long key(int position) {
        return best[0][position];
    }

    /** The largest key. */
    long max() {
        return best[best.length - 1][0];
    }

    /** Adds an order. One with an old priority, rare, moves all younger ones. */
    void add(int order, long priority, long key) {
        if (size == capacity) {
            compact();
        }
        int position = size;
        if (position > 0 && priority(position - 1) > priority) {
            position = firstAfter(priority);
            System.arraycopy(orders, position, orders, position + 1, size - position);
            System.arraycopy(priorities, position, priorities, position + 1, size - position);
            System.arraycopy(best[0], position, best[0], position + 1, size - position);
            entry(position, order, priority);
            best[0][position] = key;
            size++;
            for (int moved = position; moved < size; moved++) {
                if (order(moved) != NONE) {
                    positions.set(order(moved), moved);
                }
            }
            rebuild();
        } else {
            entry(position, order, priority);
            size++;
            positions.set(order, position);
            setKey(position, key);
        }
        live++;
    }

    void remove(int order) {
        int position = positions.of(order);
        setKey(position, ABSENT);
        orders[position] = NONE;
        positions.set(order, NONE);
        live--;
        while (size > 0 && order(size - 1) == NONE) {
            size--;
        }
    }

    void removeAll() {
        for (int position = 0; position < size; position++) {
            if (order(position) != NONE) {
                positions.set(order(position), NONE);
            }
        }
        size = 0;
        live = 0;
        for (long[] level : best) {
            Arrays.fill(level, ABSENT);
        }
    }

    /** Changes the key of an order held here. */
    void update(int order, long key) {
        setKey(positions.of(order), key);
    }

    /** The first position from {@code from} on with a key of at least {@code threshold}, or {@link #NONE}. */
    int first(int from, long threshold) {
        if (from >= size || max() < threshold) {
            return NONE;
        }
        int level = 0;
        int node = from;
        while (best[level][node] < threshold) {
            node++;
            if ((node & FAN_OUT - 1) == 0) {
                // The end of these eight: go on above, to the right.
                level++;
                node >>= LOG_FAN_OUT;
                if (level == best.length || node == best[level].length) {
                    return NONE;
                }
            }
        }
        while (level > 0) {
            level--;
            node <<= LOG_FAN_OUT;
            while (best[level][node] < threshold) {
                node++;
            }
        }
        return node;
    }

    /** The first position whose priority is younger than the given one. */
    int firstAfter(long priority) {
        if (size == 0 || priority(0) > priority) {
            return 0;
        }
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (priority(middle) > priority) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void entry(int position, int order, long priority) {
        orders[position] = order;
        priorities[position] = priority;
    }

    private void setKey(int position, long key) {
        int node = position;
        long value = key;
        for (int level = 0; level < best.length; level++) {
            long[] keys = best[level];
            long before = keys[node];
            keys[node] = value;
            int parent = node >> LOG_FAN_OUT;
            boolean last = level == best.length - 1;
            if (last || value <= before && best[level + 1][parent] > before) {
                return;
            }
            value = value >= before ? Math.max(value, best[level + 1][parent]) : largest(keys, node);
            if (value == best[level + 1][parent]) {
                return;
            }
            node = parent;
        }
    }

    /** The largest of the eight that a node belongs to. */
    private static long largest(long[] keys, int node) {
        int from = node & -FAN_OUT;
        long largest = keys[from];
        for (int i = from + 1; i < from + FAN_OUT; i++) {
            largest = Math.max(largest, keys[i]);
        }
        return largest;
    }

    private void compact() {
        int[] oldOrders = orders;
        long[] oldPriorities = priorities;
        long[] oldKeys = best[0];
        if (live > capacity / 2) {
            capacity *= 2;
            orders = new int[capacity];
            priorities = new long[capacity];
            best = levels(capacity);
        }
        int to = 0;
        for (int from = 0; from < size; from++) {
            int order = oldOrders[from];
            if (order != NONE) {
                entry(to, order, oldPriorities[from]);
                best[0][to] = oldKeys[from];
                positions.set(order, to);
                to++;
            }
        }
        size = to;
        Arrays.fill(best[0], size, capacity, ABSENT);
        rebuild();
    }

    private void rebuild() {
        for (int level = 1; level < best.length; level++) {
            long[] below = best[level - 1];
            for (int node = 0; node < below.length; node += FAN_OUT) {
                best[level][node >> LOG_FAN_OUT] = largest(below, node);
            }
        }
    }
}
