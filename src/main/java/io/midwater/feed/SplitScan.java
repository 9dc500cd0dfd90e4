package io.midwater.feed;

import io.midwater.domain.InputKind;
import io.midwater.domain.table.TableSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;

/**
 * One split as column blocks: first the rows kept, one security and business date per block and in file order for each,
 * with rejects in between; last, exactly once, the summary. The same split always gives the same blocks, so a task that
 * is tried again counts nothing twice. Memory is bounded whatever the file holds.
 *
 * <p>Closes itself behind the last block.
 */
public final class SplitScan implements Iterator<FeedBlock>, AutoCloseable {
    private final Split split;
    private final RowReader rows;
    private final UnitBlocks units;
    private final BlockCoder coder;
    private final RejectLog rejects = new RejectLog();
    private final SplitCounters counters = new SplitCounters();
    private final ArrayDeque<FeedBlock> ready = new ArrayDeque<>();
    private final long[] values;
    private final int ownColumns;
    private final boolean places;
    private final long from;
    private final String path;
    private final long fileSize;
    /** A split of a plain file that ends before this was cut short; what a compressed one holds nobody knows. */
    private final long expectedEnd;

    private int ordinal;
    private boolean done;

    /**
     * @throws InputException if the file is not what it was when it was listed, or is damaged
     * @throws UncheckedIOException if the storage fails
     */
    public SplitScan(Configuration configuration, InputFile file, Split split, FeedOptions options) {
        this(file, split, options, open(configuration, file, split), LineReader.CAPACITY);
    }

    /** A scan of bytes that are open already; {@code in} stands at {@link #firstByte}. */
    SplitScan(InputFile file, Split split, FeedOptions options, InputStream in, int capacity) {
        this.split = split;
        InputKind kind = file.kind();
        long first = firstByte(file, split);
        rows = new RowReader(kind, file.header(), in, capacity, first, split.end(), options);
        TableSchema schema = BlockSchemas.of(kind);
        values = new long[schema.columns().size()];
        ownColumns = kind.columns().size();
        places = values.length > ownColumns;
        coder = new BlockCoder(schema, rows.texts());
        units = new UnitBlocks(values.length, this::emit);
        path = file.path();
        fileSize = file.size();
        expectedEnd = file.splittable() ? Math.min(split.end(), fileSize) : 0;
        if (split.start() >= file.header().bytes()) {
            skipLine();
        }
        from = rows.position();
    }

    private static InputStream open(Configuration configuration, InputFile file, Split split) {
        try {
            return InputBytes.open(configuration, file, firstByte(file, split));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long firstByte(InputFile file, Split split) {
        return Math.max(split.start(), file.header().bytes());
    }

    private void skipLine() {
        try {
            rows.skipLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            while (ready.isEmpty() && !done) {
                step();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return !ready.isEmpty();
    }

    @Override
    public FeedBlock next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.poll();
    }

    private void step() throws IOException {
        switch (rows.next()) {
            case FILTERED -> counters.filtered(rows.security(), rows.timestamp());
            case KEPT -> keep();
            case BLANK -> counters.blank();
            case REJECTED -> reject();
            case END -> finish();
        }
    }

    private void keep() {
        counters.kept(rows);
        System.arraycopy(rows.values(), 0, values, 0, ownColumns);
        if (places) {
            values[ownColumns] = counters.lines();
            values[ownColumns + 1] = rows.offset();
        }
        units.append(rows.security(), rows.epochDay(), values);
        if (rows.texts().full()) {
            units.releaseAll();
            rows.texts().clear();
        }
    }

    private void reject() {
        counters.rejected(rows.reason());
        if (rejects.add(counters.lines(), rows)) {
            emitRejects();
        }
    }

    private void finish() throws IOException {
        if (rows.position() < expectedEnd) {
            throw new InputException(
                    path + ": ends at byte " + rows.position() + " where it had " + fileSize
                            + " bytes when it was listed: cut short while it was being read; run again when nothing writes to it");
        }
        units.releaseAll();
        if (rejects.rows() > 0) {
            emitRejects();
        }
        SplitSummary summary = counters.summary(rows.position() - from);
        emit(FeedBlock.SUMMARY, FeedBlock.accountKey(split.fileIndex()), 0, 1, summary.encode());
        done = true;
        close();
    }

    private void emit(BlockBuilder builder) {
        byte[] bytes = coder.encode(builder);
        emit((byte) split.kind().ordinal(), builder.security(), builder.epochDay(), builder.rows(), bytes);
        builder.clear();
    }

    private void emitRejects() {
        int count = rejects.rows();
        emit(FeedBlock.REJECTS, FeedBlock.accountKey(split.fileIndex()), 0, count, rejects.take());
    }

    private void emit(byte kind, long security, int epochDay, int count, byte[] bytes) {
        ready.add(new FeedBlock(kind, security, epochDay, split.fileIndex(), split.ordinal(), ordinal++, count, bytes));
    }

    @Override
    public void close() throws IOException {
        done = true;
        rows.close();
    }
}
