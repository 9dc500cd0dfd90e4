package io.midwater.simulation.matching;

import java.util.Arrays;

/**
 * Orders in priority order, each with a key, answering "the first order from here on whose key reaches a threshold" in
 * O(log n): a segment tree of maxima over an array that new orders are appended to. An order that leaves frees no place; the
 * array is compacted when it is full, which a constant share of appends pays for.
 */
final class PriorityIndex {
    static final int NONE = -1;
    /** The key of an order that cannot be found. */
    static final long ABSENT = Long.MIN_VALUE;

    private final Positions positions;
    private int capacity;
    private int size;
    private int live;
    private int[] orders;
    private long[] priorities;
    /** Node 1 is the root, node i has children 2i and 2i + 1, position p is leaf capacity + p. */
    private long[] best;

    PriorityIndex(Positions positions, int expected) {
        this.positions = positions;
        this.capacity = Integer.highestOneBit(Math.max(8, 2 * expected - 1));
        this.orders = new int[capacity];
        this.priorities = new long[capacity];
        this.best = new long[2 * capacity];
        Arrays.fill(best, ABSENT);
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
        return best[capacity + position];
    }

    /** The largest key. */
    long max() {
        return best[1];
    }

    boolean contains(int order) {
        return positions.of(order) != NONE;
    }

    /** Adds an order. One with an old priority, rare, moves all younger ones. */
    void add(int order, long priority, long key) {
        if (size == capacity) {
            compact();
        }
        int position = size;
        if (position > 0 && priorities[position - 1] > priority) {
            position = firstAfter(priority);
            System.arraycopy(orders, position, orders, position + 1, size - position);
            System.arraycopy(priorities, position, priorities, position + 1, size - position);
            System.arraycopy(best, capacity + position, best, capacity + position + 1, size - position);
            orders[position] = order;
            priorities[position] = priority;
            best[capacity + position] = key;
            size++;
            for (int moved = position; moved < size; moved++) {
                if (orders[moved] != NONE) {
                    positions.set(orders[moved], moved);
                }
            }
            rebuild();
        } else {
            orders[position] = order;
            priorities[position] = priority;
            size++;
            positions.set(order, position);
            raise(position, key);
        }
        live++;
    }

    void remove(int order) {
        int position = positions.of(order);
        setKey(position, ABSENT);
        orders[position] = NONE;
        positions.set(order, NONE);
        live--;
        while (size > 0 && orders[size - 1] == NONE) {
            size--;
        }
    }

    void removeAll() {
        for (int position = 0; position < size; position++) {
            if (orders[position] != NONE) {
                positions.set(orders[position], NONE);
            }
        }
        size = 0;
        live = 0;
        Arrays.fill(best, ABSENT);
    }

    /** Changes the key of an order held here. */
    void update(int order, long key) {
        setKey(positions.of(order), key);
    }

    /** The first position from {@code from} on with a key of at least {@code threshold}, or {@link #NONE}. */
    int first(int from, long threshold) {
        if (from >= size || best[1] < threshold) {
            return NONE;
        }
        int node = capacity + from;
        while (best[node] < threshold) {
            // A right child ends its parent's range: go up until there is a range to the right.
            while ((node & 1) == 1) {
                node >>= 1;
            }
            if (node == 0) {
                return NONE;
            }
            node++;
        }
        while (node < capacity) {
            node <<= 1;
            if (best[node] < threshold) {
                node++;
            }
        }
        return node - capacity;
    }

    /** The first position whose priority is younger than the given one. */
    int firstAfter(long priority) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (priorities[middle] > priority) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void setKey(int position, long key) {
        int node = capacity + position;
        best[node] = key;
        node >>= 1;
        while (node > 0) {
            long max = Math.max(best[2 * node], best[2 * node + 1]);
            if (best[node] == max) {
                return;
            }
            best[node] = max;
            node >>= 1;
        }
    }

    /** Sets the key of a leaf that had none. */
    private void raise(int position, long key) {
        int node = capacity + position;
        while (node > 0 && best[node] < key) {
            best[node] = key;
            node >>= 1;
        }
    }

    private void compact() {
        int[] oldOrders = orders;
        long[] oldPriorities = priorities;
        long[] oldBest = best;
        int oldLeaves = capacity;
        if (live > capacity / 2) {
            capacity *= 2;
            orders = new int[capacity];
            priorities = new long[capacity];
            best = new long[2 * capacity];
        }
        int to = 0;
        for (int from = 0; from < size; from++) {
            if (oldOrders[from] != NONE) {
                orders[to] = oldOrders[from];
                priorities[to] = oldPriorities[from];
                best[capacity + to] = oldBest[oldLeaves + from];
                positions.set(orders[to], to);
                to++;
            }
        }
        size = to;
        Arrays.fill(best, capacity + size, 2 * capacity, ABSENT);
        rebuild();
    }

    private void rebuild() {
        for (int node = capacity - 1; node > 0; node--) {
            best[node] = Math.max(best[2 * node], best[2 * node + 1]);
        }
    }
}
