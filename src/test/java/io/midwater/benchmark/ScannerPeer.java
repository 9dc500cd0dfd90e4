package io.midwater.benchmark;

import io.midwater.domain.InputKind;
import io.midwater.domain.table.ColumnBlock;
import io.midwater.domain.table.ColumnMemory;
import io.midwater.domain.table.PackedColumn;
import io.midwater.domain.table.PackedRows;
import io.midwater.domain.table.TableSchema;
import io.midwater.feed.BlockSchemas;
import io.midwater.feed.FeedBlock;
import io.midwater.feed.FeedOptions;
import io.midwater.feed.InputFile;
import io.midwater.feed.InputFiles;
import io.midwater.feed.InputSource;
import io.midwater.feed.Split;
import io.midwater.feed.SplitScan;
import io.midwater.feed.Splits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;

/** The scanner alone, a thread per core, without Spark: rows to column blocks, and every number of the blocks looked at. */
final class ScannerPeer implements Peer {
    private final Path file;
    private final FeedOptions options;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    ScannerPeer(Path file, PeerQuery query) {
        this.file = file;
        this.options = FeedOptions.defaults()
                .withSelection(
                        Math.toIntExact(query.from().toEpochDay()),
                        Math.toIntExact(query.to().toEpochDay()),
                        query.securities());
    }

    @Override
    public String run(Path output) throws ExecutionException, InterruptedException {
        Configuration configuration = new Configuration();
        InputFile input = InputFiles.list(
                        configuration,
                        List.of(new InputSource(InputKind.ORDERS, List.of(file.toString()), Map.of())),
                        options)
                .get(0);
        List<Future<Found>> parts = new ArrayList<>();
        for (Split split : Splits.plan(List.of(input), Splits.largest(List.of(input)))) {
            parts.add(threads.submit(() -> scan(configuration, input, split)));
        }
        Found all = new Found();
        for (Future<Found> part : parts) {
            all.rows += part.get().rows;
            for (int i = 0; i < all.mixed.length; i++) {
                all.mixed[i] ^= part.get().mixed[i];
            }
        }
        return PeerQuery.answer(all.rows, all.mixed);
    }

    private Found scan(Configuration configuration, InputFile input, Split split) throws IOException {
        TableSchema schema = BlockSchemas.of(InputKind.ORDERS);
        List<String> numbers = OrdersColumns.numbers();
        Found found = new Found();
        try (SplitScan scan = new SplitScan(configuration, input, split, options)) {
            while (scan.hasNext()) {
                FeedBlock block = scan.next();
                if (block.holdsRows()) {
                    PackedRows rows =
                            ColumnBlock.concat(schema, List.of(new ColumnBlock(block.bytes())), new ColumnMemory());
                    found.rows += rows.rows();
                    for (int i = 0; i < found.mixed.length; i++) {
                        found.mixed[i] ^= mixed(rows.column(numbers.get(i)));
                    }
                }
            }
        }
        return found;
    }

    private static long mixed(PackedColumn column) {
        long mixed = 0;
        for (int row = 0; row < column.rows(); row++) {
            mixed ^= column.get(row);
        }
        return mixed;
    }

    private static final class Found {
        private final long[] mixed = new long[OrdersColumns.numbers().size()];
        private long rows;
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
