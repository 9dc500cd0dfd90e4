package io.midwater.feed;

/**
 * Rows of one security and date on their way into a block. They are kept row by row, because a scan fills many units at
 * once and one row is then one place in memory instead of thirty; {@link BlockCoder} turns them into columns.
 */
final class BlockBuilder {
    /** Rows of a full block. */
    static final int MOST_ROWS = 1024;

    /** Rows held at first; a builder that grows holds four times as many. */
    static final int FIRST_ROWS = 32;

    static final int GROWTH = 4;
    private static final long[] NOTHING = {};

    private final long security;
    private final int epochDay;
    private final int width;
    private final CellPool pool;
    private long[] cells = NOTHING;
    private int capacity;
    private int rows;

    /**
     * @param width values per row
     * @param pool where memory comes from and goes to
     */
    BlockBuilder(int width, CellPool pool, long security, int epochDay) {
        this.width = width;
        this.pool = pool;
        this.security = security;
        this.epochDay = epochDay;
    }

    long security() {
        return security;
    }

    int epochDay() {
        return epochDay;
    }

    int rows() {
        return rows;
    }

    /** The values, row by row. */
    long[] cells() {
        return cells;
    }

    /** Rows for which memory is held. */
    int capacity() {
        return capacity;
    }

    /** True where the next row needs more memory. */
    boolean mustGrow() {
        return rows == capacity;
    }

    void grow() {
        int larger = capacity == 0 ? FIRST_ROWS : Math.min(MOST_ROWS, GROWTH * capacity);
        long[] target = pool.take(larger);
        System.arraycopy(cells, 0, target, 0, rows * width);
        release();
        capacity = larger;
        cells = target;
    }

    /** Appends a row; true when the block is full. */
    boolean append(long[] values) {
        System.arraycopy(values, 0, cells, rows * width, width);
        rows++;
        return rows == MOST_ROWS;
    }

    /** Forgets the rows; the memory stays. */
    void clear() {
        rows = 0;
    }

    /** Gives the memory back. */
    void release() {
        if (capacity > 0) {
            pool.give(cells, capacity);
        }
        capacity = 0;
        cells = NOTHING;
    }
}
