package io.midwater.feed;

import io.midwater.domain.InputKind;
import java.io.Serializable;
import java.util.Comparator;

/**
 * What leaves a scan: at most 1,024 rows of one kind, security and business date, the summary of a split, or at most
 * 4,096 of its rejects.
 *
 * @param kind ordinal of the {@link InputKind}, or {@link #SUMMARY} or {@link #REJECTS}
 * @param securityCode the security; for summaries and rejects −1 − file index, so that those of one file meet
 * @param epochDay the business date in days since 1970-01-01; 0 for summaries and rejects
 * @param split ordinal of the split in its file
 * @param ordinal number of the block in its split, rising in file order for each security and date
 * @param bytes a {@link io.midwater.domain.table.ColumnBlock}
 */
@SuppressWarnings("ArrayRecordComponent")
public record FeedBlock(
        byte kind, long securityCode, int epochDay, int fileIndex, int split, int ordinal, int rows, byte[] bytes)
        implements Serializable {
    /** The counters of a split: one row, {@link SplitSummary}. Exactly one per split, its last block. */
    public static final byte SUMMARY = 100;

    /** Rejected rows of a split: {@link BlockSchemas#REJECTS}. */
    public static final byte REJECTS = 101;

    /** File order within each key; the summaries of a file come before its rejects. */
    public static final Comparator<FeedBlock> ORDER = Comparator.comparingLong(FeedBlock::securityCode)
            .thenComparingInt(FeedBlock::epochDay)
            .thenComparingInt(FeedBlock::kind)
            .thenComparingInt(FeedBlock::fileIndex)
            .thenComparingInt(FeedBlock::split)
            .thenComparingInt(FeedBlock::ordinal);

    /** The securityCode under which the summaries and rejects of a file travel. */
    public static long accountKey(int fileIndex) {
        return -1L - fileIndex;
    }

    /** True for rows of a security and date, false for a summary or rejects. */
    public boolean holdsRows() {
        return kind < SUMMARY;
    }

    /** The kind of a block that holds rows. */
    public InputKind inputKind() {
        return InputKind.values()[kind];
    }
}
