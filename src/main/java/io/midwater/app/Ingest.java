package io.midwater.app;

import static org.apache.spark.sql.functions.col;

import io.midwater.app.unit.UnitJob;
import io.midwater.app.unit.UnitTask;
import io.midwater.control.Increment;
import io.midwater.control.TaskMessage;
import io.midwater.domain.SecurityDay;
import io.midwater.feed.BlockFilter;
import io.midwater.feed.FeedOptions;
import io.midwater.feed.InputFile;
import io.midwater.feed.RoutedBlock;
import io.midwater.feed.ScanSplits;
import io.midwater.feed.Split;
import io.midwater.feed.Splits;
import io.midwater.feed.UnitRouting;
import io.midwater.progress.RunProgress;
import io.midwater.spark.Jobs;
import io.midwater.spark.RecordEncoders;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The one pass over the raw files: splits → column blocks → shuffle by unit → one message per unit and file. The files of
 * a unit are written where it is analysed; only messages come back. A later run looks through the new files first, keeps
 * their blocks on disk, and then fetches what it needs of the others.
 */
final class Ingest implements AutoCloseable {
    private final SparkSession spark;
    private final JavaSparkContext context;
    private final FeedOptions options;
    private final UnitRouting routing;
    private final Broadcast<SerializableConfiguration> configuration;
    private final HashMap<Integer, InputFile> files;
    private final Broadcast<HashMap<Integer, InputFile>> inputs;
    private final ScanSplits.Progress progress;
    private JavaRDD<RoutedBlock> looked;

    /** Part of a unit in a file. */
    private record Met(long securityCode, int epochDay, int file) implements Serializable {}

    /** @param files of the kinds that come in security-days, by number */
    Ingest(SparkSession spark, Map<Integer, InputFile> files, FeedOptions options, UnitRouting routing) {
        this.spark = spark;
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.options = options;
        this.routing = routing;
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        this.configuration = context.broadcast(new SerializableConfiguration(hadoop));
        this.files = new HashMap<>(files);
        this.inputs = context.broadcast(this.files);
        this.progress = new ScanSplits.Progress(
                spark.sparkContext().longAccumulator("bytes read"),
                spark.sparkContext().longAccumulator("rows read"),
                spark.sparkContext().longAccumulator("rows kept"));
    }

    /** What is read so far. */
    RunProgress.Counters counters() {
        return new RunProgress.Counters(progress.bytes()::value, progress.rows()::value, progress.kept()::value);
    }

    /** Reads new files before the rest, and tells which units they hold. */
    void look(Increment increment) {
        looked = scan(increment.look(), options, BlockFilter.without(increment.known()))
                .javaRDD()
                .persist(StorageLevel.DISK_ONLY());
        JavaRDD<Met> met = looked.mapPartitions(blocks -> {
            Set<Met> distinct = new LinkedHashSet<>();
            while (blocks.hasNext()) {
                RoutedBlock block = blocks.next();
                if (block.holdsRows()) {
                    distinct.add(new Met(block.securityCode(), block.epochDay(), block.fileIndex()));
                }
            }
            return distinct.iterator();
        });
        Jobs.forEachPartition(
                met.rdd(),
                units -> units.forEach(
                        unit -> increment.met(new SecurityDay(unit.securityCode(), unit.epochDay()), unit.file())));
    }

    /** Runs the pass over what is left of an increment; {@code handler} receives the messages of each partition once. */
    void run(Increment increment, UnitJob job, String output, String runId, Consumer<List<TaskMessage>> handler) {
        Broadcast<UnitJob> work = context.broadcast(job);
        Dataset<TaskMessage> messages = blocks(increment)
                .repartitionById(routing.partitions(), col("partition"))
                .sortWithinPartitions("securityCode", "epochDay", "kind", "fileIndex", "split", "ordinal")
                .mapPartitions(
                        new UnitTask(configuration, inputs, work, output, runId),
                        Encoders.javaSerialization(TaskMessage.class));
        Jobs.forEachPartition(messages.rdd(), handler);
    }

    private Dataset<RoutedBlock> blocks(Increment increment) {
        if (increment.isWhole()) {
            return scan(increment.look(), options, BlockFilter.all());
        }
        Map<Integer, Set<SecurityDay>> fetch = increment.fetch();
        Dataset<RoutedBlock> fetched = scan(fetch.keySet(), options(fetch), BlockFilter.only(fetch, increment.look()));
        return looked == null
                ? fetched
                : spark.createDataset(looked.rdd(), RecordEncoders.of(RoutedBlock.class))
                        .union(fetched);
    }

    /** Rows far from the units wanted are left out before their values are read. */
    private FeedOptions options(Map<Integer, Set<SecurityDay>> fetch) {
        List<SecurityDay> units =
                fetch.values().stream().flatMap(Set::stream).distinct().sorted().toList();
        if (units.isEmpty()) {
            return options;
        }
        return options.withSelection(
                units.stream().mapToInt(Ingest::day).min().orElseThrow(),
                units.stream().mapToInt(Ingest::day).max().orElseThrow(),
                units.stream().mapToLong(SecurityDay::securityCode).distinct().toArray());
    }

    private static int day(SecurityDay unit) {
        return Math.toIntExact(unit.date().toEpochDay());
    }

    private Dataset<RoutedBlock> scan(Collection<Integer> numbers, FeedOptions how, BlockFilter filter) {
        List<InputFile> read = numbers.stream().sorted().map(files::get).toList();
        List<Split> splits = Splits.plan(read, Splits.largest(files.values()));
        Dataset<Split> pieces = spark.createDataset(
                context.parallelize(splits, Math.max(1, splits.size())).rdd(), RecordEncoders.of(Split.class));
        return pieces.mapPartitions(
                new ScanSplits(
                        configuration, inputs, context.broadcast(routing), context.broadcast(filter), how, progress),
                RecordEncoders.of(RoutedBlock.class));
    }

    /** Gives up the blocks that were kept. */
    @Override
    public void close() {
        if (looked != null) {
            looked.unpersist(false);
        }
    }
}
