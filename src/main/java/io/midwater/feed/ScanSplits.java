package io.midwater.feed;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/** The map side of the one pass over the raw files: splits in, column blocks on their way to their unit out. */
public final class ScanSplits implements MapPartitionsFunction<Split, RoutedBlock> {
    private static final long serialVersionUID = 1;

    private final Broadcast<SerializableConfiguration> configuration;
    private final Broadcast<HashMap<Integer, InputFile>> files;
    private final Broadcast<UnitRouting> routing;
    private final Broadcast<BlockFilter> filter;
    private final FeedOptions options;
    private final Progress progress;

    /**
     * Counters for the eyes only: Spark may count a repeated task twice, so nothing is decided by them.
     *
     * @param bytes bytes read of the files as they are stored
     * @param rows rows read
     * @param kept rows kept
     */
    public record Progress(LongAccumulator bytes, LongAccumulator rows, LongAccumulator kept) implements Serializable {}

    /** @param files by their number */
    public ScanSplits(
            Broadcast<SerializableConfiguration> configuration,
            Broadcast<HashMap<Integer, InputFile>> files,
            Broadcast<UnitRouting> routing,
            Broadcast<BlockFilter> filter,
            FeedOptions options,
            Progress progress) {
        this.configuration = configuration;
        this.files = files;
        this.routing = routing;
        this.filter = filter;
        this.options = options;
        this.progress = progress;
    }

    @Override
    public Iterator<RoutedBlock> call(Iterator<Split> splits) {
        Configuration conf = configuration.value().value();
        return new Blocks(splits, conf, files.value(), routing.value(), filter.value());
    }

    private final class Blocks implements Iterator<RoutedBlock> {
        private final Iterator<Split> splits;
        private final Configuration conf;
        private final Map<Integer, InputFile> all;
        private final UnitRouting routes;
        private final BlockFilter passing;
        private SplitScan scan;
        private FeedBlock block;

        Blocks(
                Iterator<Split> splits,
                Configuration conf,
                Map<Integer, InputFile> all,
                UnitRouting routes,
                BlockFilter passing) {
            this.splits = splits;
            this.conf = conf;
            this.all = all;
            this.routes = routes;
            this.passing = passing;
            TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> closeScan());
        }

        @Override
        public boolean hasNext() {
            while (block == null) {
                if (scan != null && scan.hasNext()) {
                    take(scan.next());
                    continue;
                }
                closeScan();
                if (!splits.hasNext()) {
                    return false;
                }
                Split split = splits.next();
                scan = new SplitScan(conf, all.get(split.fileIndex()), split, options);
            }
            return true;
        }

        private void take(FeedBlock next) {
            if (next.kind() == FeedBlock.SUMMARY) {
                SplitSummary summary = SplitSummary.decode(next.bytes());
                progress.bytes().add(stored(all.get(next.fileIndex()), next.split(), summary));
                progress.rows().add(summary.rows());
                progress.kept().add(summary.kept());
            }
            block = passing.passes(next) ? next : null;
        }

        @Override
        public RoutedBlock next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            RoutedBlock routed = RoutedBlock.of(routes.partition(block), block);
            block = null;
            return routed;
        }

        /** The header belongs to the first split; of a compressed file nothing is known between its ends. */
        private static long stored(InputFile file, int split, SplitSummary summary) {
            if (!file.splittable()) {
                return file.size();
            }
            return summary.bytes() + (split == 0 ? file.header().bytes() : 0);
        }

        private void closeScan() {
            if (scan != null) {
                try {
                    scan.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                scan = null;
            }
        }
    }
}
