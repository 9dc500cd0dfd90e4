package io.midwater.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** The open blocks of a scan, one per security and date, within a bound of memory. */
final class UnitBlocks {
    /** Rows for which memory may be held: about 12 MB of orders, and half of that in reserve. */
    private static final int MOST_CAPACITY = 49_152;

    private final int width;
    private final CellPool pool;
    private final Consumer<BlockBuilder> full;
    private final List<BlockBuilder> builders = new ArrayList<>();
    private BlockBuilder[] places = new BlockBuilder[64];
    private BlockBuilder last;
    private int capacity;

    /**
     * @param width values per row
     * @param full takes a builder that must give up its rows
     */
    UnitBlocks(int width, Consumer<BlockBuilder> full) {
        this.width = width;
        this.pool = new CellPool(width, MOST_CAPACITY / 2);
        this.full = full;
    }

    void append(long security, int epochDay, long[] values) {
        BlockBuilder builder = last;
        if (builder == null || builder.security() != security || builder.epochDay() != epochDay) {
            builder = find(security, epochDay);
            last = builder;
        }
        if (builder.mustGrow()) {
            grow(builder);
        }
        if (builder.append(values)) {
            full.accept(builder);
        }
    }

    private BlockBuilder find(long security, int epochDay) {
        int place = place(security, epochDay);
        while (places[place] != null) {
            BlockBuilder builder = places[place];
            if (builder.security() == security && builder.epochDay() == epochDay) {
                return builder;
            }
            place = place + 1 & places.length - 1;
        }
        BlockBuilder builder = new BlockBuilder(width, pool, security, epochDay);
        builders.add(builder);
        places[place] = builder;
        if (2 * builders.size() > places.length) {
            rehash();
        }
        return builder;
    }

    private void rehash() {
        places = new BlockBuilder[2 * places.length];
        for (BlockBuilder builder : builders) {
            int place = place(builder.security(), builder.epochDay());
            while (places[place] != null) {
                place = place + 1 & places.length - 1;
            }
            places[place] = builder;
        }
    }

    private int place(long security, int epochDay) {
        return (int) ((security * 31 + epochDay) * 0x9E3779B97F4A7C15L >>> 40) & places.length - 1;
    }

    private void grow(BlockBuilder builder) {
        int before = builder.capacity();
        if (capacity >= MOST_CAPACITY) {
            releaseHalf();
            before = builder.capacity();
        }
        builder.grow();
        capacity += builder.capacity() - before;
    }

    /** Gives up the largest builders until half of the memory is free. */
    private void releaseHalf() {
        List<BlockBuilder> largest = new ArrayList<>(builders);
        largest.sort(Comparator.comparingInt(BlockBuilder::capacity)
                .thenComparingInt(BlockBuilder::rows)
                .reversed());
        for (BlockBuilder builder : largest) {
            if (capacity <= MOST_CAPACITY / 2) {
                return;
            }
            release(builder);
        }
    }

    private void release(BlockBuilder builder) {
        if (builder.rows() > 0) {
            full.accept(builder);
        }
        capacity -= builder.capacity();
        builder.release();
    }

    /** Gives up everything. */
    void releaseAll() {
        for (BlockBuilder builder : builders) {
            release(builder);
        }
    }
}
