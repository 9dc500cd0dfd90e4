package io.midwater.app;

import static org.apache.spark.sql.functions.col;

import io.midwater.control.TaskMessage;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The one pass over the raw files: splits → column blocks → shuffle by unit → one message per unit and file. The files of
 * a unit are written where it is analysed; only messages come back.
 */
final class Ingest {
    private static final long SPLIT_BYTES = 64L << 20;

    private final SparkSession spark;
    private final ScanSplits.Progress progress;

    Ingest(SparkSession spark) {
        this.spark = spark;
        this.progress = new ScanSplits.Progress(
                spark.sparkContext().longAccumulator("bytes read"),
                spark.sparkContext().longAccumulator("rows read"),
                spark.sparkContext().longAccumulator("rows kept"));
    }

    /** What is read so far. */
    RunProgress.Counters counters() {
        return new RunProgress.Counters(progress.bytes()::value, progress.rows()::value, progress.kept()::value);
    }

    /** Runs the pass; {@code handler} receives the messages of each partition once. */
    void run(
            List<InputFile> files,
            FeedOptions options,
            UnitRouting routing,
            UnitJob job,
            String output,
            String runId,
            Consumer<List<TaskMessage>> handler) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        Broadcast<SerializableConfiguration> configuration = context.broadcast(new SerializableConfiguration(hadoop));
        Broadcast<ArrayList<InputFile>> inputs = context.broadcast(new ArrayList<>(files));
        Broadcast<UnitRouting> routes = context.broadcast(routing);
        Broadcast<UnitJob> work = context.broadcast(job);

        List<Split> splits = Splits.plan(files, SPLIT_BYTES);
        Dataset<Split> pieces = spark.createDataset(
                context.parallelize(splits, Math.max(1, splits.size())).rdd(), RecordEncoders.of(Split.class));
        Dataset<RoutedBlock> blocks = pieces.mapPartitions(
                new ScanSplits(configuration, inputs, routes, options, progress), RecordEncoders.of(RoutedBlock.class));
        Dataset<RoutedBlock> slices = blocks.repartitionById(routing.partitions(), col("partition"))
                .sortWithinPartitions("securityCode", "epochDay", "kind", "fileIndex", "split", "ordinal");
        Dataset<TaskMessage> messages = slices.mapPartitions(
                new UnitTask(configuration, inputs, work, output, runId),
                Encoders.javaSerialization(TaskMessage.class));
        Jobs.forEachPartition(messages.rdd(), handler);
    }
}
