package io.midwater.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Memory that builders gave back and others take again: a scan that keeps everything would otherwise leave behind nearly as
 * many bytes as it reads.
 */
final class CellPool {
    private final int width;
    private final int mostRows;
    private final Map<Integer, List<long[]>> spare = new HashMap<>();
    private int rows;

    /**
     * @param width values per row
     * @param mostRows rows kept at most; what is given back beyond is forgotten
     */
    CellPool(int width, int mostRows) {
        this.width = width;
        this.mostRows = mostRows;
    }

    /** Room for so many rows, holding anything. */
    long[] take(int capacity) {
        List<long[]> same = spare.get(capacity);
        if (same == null || same.isEmpty()) {
            return new long[capacity * width];
        }
        rows -= capacity;
        return same.remove(same.size() - 1);
    }

    void give(long[] cells, int capacity) {
        if (rows + capacity <= mostRows) {
            rows += capacity;
            spare.computeIfAbsent(capacity, c -> new ArrayList<>()).add(cells);
        }
    }
}
