package io.midwater.feed;

import java.io.Serializable;

/** A {@link FeedBlock} with the shuffle partition that it belongs to: the row type of the shuffle. */
@SuppressWarnings("ArrayRecordComponent")
public record RoutedBlock(
        int partition,
        long securityCode,
        int epochDay,
        byte kind,
        int fileIndex,
        int split,
        int ordinal,
        int rows,
        byte[] bytes)
        implements Serializable {
    /** A block on its way to a partition. */
    public static RoutedBlock of(int partition, FeedBlock block) {
        return new RoutedBlock(
                partition,
                block.securityCode(),
                block.epochDay(),
                block.kind(),
                block.fileIndex(),
                block.split(),
                block.ordinal(),
                block.rows(),
                block.bytes());
    }

    /** True for rows of a security and date, false for a summary or rejects of a file. */
    public boolean holdsRows() {
        return kind < FeedBlock.SUMMARY;
    }
}
