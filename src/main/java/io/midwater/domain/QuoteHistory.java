package io.midwater.domain;

import io.midwater.domain.table.PackedColumn;
import io.midwater.domain.table.RowGroup;
import java.util.Arrays;

/**
 * The quote in force of one security-day: every change of it, in order of (time, sequence). An unusable quote (missing or
 * crossed) is a change too: from then on no midpoint is in force until the next usable one.
 */
public final class QuoteHistory {
    private final boolean fromFile;
    private long[] timestamps = new long[64];
    private long[] sequences = new long[64];
    private long[] bids = new long[64];
    private long[] offers = new long[64];
    private QuoteSource[] sources = new QuoteSource[64];
    private int size;

    private QuoteHistory(boolean fromFile) {
        this.fromFile = fromFile;
    }

    /** The quotes that the order rows carry: the national ones, or the exchange's own where those are missing. */
    public static QuoteHistory ofOrders(OrderEvents orders) {
        QuoteHistory history = new QuoteHistory(false);
        for (int row = 0; row < orders.count(); row++) {
            history.add(
                    orders.timestamp(row),
                    orders.sequence(row),
                    orders.bestBid(row),
                    orders.bestOffer(row),
                    orders.quoteSource(row));
        }
        return history;
    }

    /** The quotes of a quote file, whose rows are in order of (timestamp, sequence). */
    public static QuoteHistory ofFile(
            int rows, PackedColumn timestamp, PackedColumn sequence, PackedColumn bid, PackedColumn offer) {
        QuoteHistory history = new QuoteHistory(true);
        for (int row = 0; row < rows; row++) {
            history.add(timestamp.get(row), sequence.get(row), bid.get(row), offer.get(row), QuoteSource.FILE);
        }
        return history;
    }

    private void add(long timestamp, long sequence, long bid, long offer, QuoteSource source) {
        boolean missing = QuoteState.of(bid, offer) == QuoteState.MISSING;
        long keptBid = missing ? RowGroup.NULL : bid;
        long keptOffer = missing ? RowGroup.NULL : offer;
        if (size == 0 ? missing : keptBid == bids[size - 1] && keptOffer == offers[size - 1]) {
            return;
        }
        if (size == timestamps.length) {
            grow();
        }
        timestamps[size] = timestamp;
        sequences[size] = sequence;
        bids[size] = keptBid;
        offers[size] = keptOffer;
        sources[size] = source;
        size++;
    }

    private void grow() {
        int capacity = 2 * size;
        timestamps = Arrays.copyOf(timestamps, capacity);
        sequences = Arrays.copyOf(sequences, capacity);
        bids = Arrays.copyOf(bids, capacity);
        offers = Arrays.copyOf(offers, capacity);
        sources = Arrays.copyOf(sources, capacity);
    }

    /** True for the quotes of a quote file, also where it has none. */
    public boolean fromFile() {
        return fromFile;
    }

    /** Number of changes. */
    public int size() {
        return size;
    }

    public long timestamp(int index) {
        return timestamps[index];
    }

    /** {@link RowGroup#NULL}, before every number, where the quote file has none. */
    public long sequence(int index) {
        return sequences[index];
    }

    /** {@link RowGroup#NULL} where missing. */
    public long bid(int index) {
        return bids[index];
    }

    /** {@link RowGroup#NULL} where missing. */
    public long offer(int index) {
        return offers[index];
    }

    public QuoteSource source(int index) {
        return sources[index];
    }

    public QuoteState state(int index) {
        return QuoteState.of(bids[index], offers[index]);
    }

    /** True where the index is one (not −1) and the quote is usable. */
    public boolean usable(int index) {
        return index >= 0 && state(index).usable();
    }

    /** Bid plus offer: twice the midpoint, an exact integer, of a usable quote. */
    public long mid2(int index) {
        return bids[index] + offers[index];
    }

    /** The quote in force strictly before a time; −1 for none. */
    public int before(long timestamp) {
        return search(timestamp, Long.MIN_VALUE);
    }

    /** The quote in force strictly before (time, sequence); −1 for none. */
    public int before(long timestamp, long sequence) {
        return search(timestamp, sequence);
    }

    /** The quote in force at a time, changes at that very time included; −1 for none. */
    public int at(long timestamp) {
        return timestamp == Long.MAX_VALUE ? size - 1 : search(timestamp + 1, Long.MIN_VALUE);
    }

    /** The newest usable quote strictly before (time, sequence), however old; −1 for none. */
    public int usableBefore(long timestamp, long sequence) {
        int index = search(timestamp, sequence);
        while (index >= 0 && !state(index).usable()) {
            index--;
        }
        return index;
    }

    private int search(long timestamp, long sequence) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean earlier =
                    timestamps[middle] < timestamp || (timestamps[middle] == timestamp && sequences[middle] < sequence);
            if (earlier) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
