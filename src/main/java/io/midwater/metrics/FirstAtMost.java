package io.midwater.metrics;

import java.util.Arrays;

/** Finds the first of many values that is small enough, in the logarithm of their number. */
final class FirstAtMost {
    private final int leaves;
    /** The root is 1; a node has the smallest value of its two children 2n and 2n + 1. */
    private final long[] smallest;

    FirstAtMost(long... values) {
        leaves = Integer.highestOneBit(Math.max(1, values.length)) << 1;
        smallest = new long[2 * leaves];
        Arrays.fill(smallest, Long.MAX_VALUE);
        System.arraycopy(values, 0, smallest, leaves, values.length);
        for (int node = leaves - 1; node > 0; node--) {
            smallest[node] = Math.min(smallest[2 * node], smallest[2 * node + 1]);
        }
    }

    /** The first index of a range with a value of {@code most} or less, below the largest long; −1 for none. */
    int find(int from, int to, long most) {
        if (from >= to) {
            return -1;
        }
        int node = leaves + from;
        while (smallest[node] > most) {
            while ((node & 1) == 1) {
                node >>= 1;
            }
            if (node == 0) {
                return -1;
            }
            node++;
        }
        while (node < leaves) {
            node *= 2;
            if (smallest[node] > most) {
                node++;
            }
        }
        return node - leaves < to ? node - leaves : -1;
    }
}
