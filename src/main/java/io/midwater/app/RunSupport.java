package io.midwater.app;

import io.midwater.config.MidwaterConfig;
import io.midwater.config.OutputConfig;
import io.midwater.config.SelectConfig;
import io.midwater.control.FileResult;
import io.midwater.control.WrittenTable;
import io.midwater.feed.InputException;
import io.midwater.feed.InputFile;
import io.midwater.sink.LockHeldException;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.OutputLock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkException;
import org.apache.spark.SparkExecutorInfo;
import org.apache.spark.sql.SparkSession;

/** The edges of a run: what is refused before it starts, and what its end means. */
final class RunSupport {
    private RunSupport() {}

    /** The output's layout, with its path made absolute. */
    static OutputLayout layout(Configuration hadoop, OutputConfig output) throws IOException {
        Path path = new Path(output.path());
        FileSystem system = path.getFileSystem(hadoop);
        return new OutputLayout(system.makeQualified(path));
    }

    /** @throws UsageException if another run holds the output or it cannot be written */
    static OutputLock lock(Configuration hadoop, OutputLayout layout) {
        try {
            return OutputLock.acquire(hadoop, layout);
        } catch (LockHeldException e) {
            throw new UsageException(e.getMessage());
        } catch (IOException e) {
            throw new UsageException("output.path " + layout.root() + " cannot be written: " + e.getMessage());
        }
    }

    /** Bytes of files. */
    static long bytes(List<InputFile> files) {
        return files.stream().mapToLong(InputFile::size).sum();
    }

    static UnitJob job(
            MidwaterConfig config, PriceScales scales, UnaryOperator<SliceAnalysis> work, SparkSession spark) {
        SelectConfig select = config.select();
        OrderSelection selection = new OrderSelection(
                select.participants().stream().map(Integer::longValue).collect(Collectors.toSet()),
                select.hoursFrom() == null ? 0 : select.hoursFrom().toNanoOfDay(),
                select.hoursTo() == null ? Long.MAX_VALUE : select.hoursTo().toNanoOfDay());
        return new UnitJob(
                config.market().rules(),
                scales,
                work.apply(new UnitAnalysis(
                        selection,
                        config.classification(),
                        config.metrics(),
                        config.simulation(),
                        config.output().aggregates().contains(OutputConfig.Aggregate.RULE605))),
                config.run().unitTimeout().toNanos(),
                config.run().maxSliceMemory().limit(executorHeap(spark)),
                config.output().formats().contains(OutputConfig.Format.CSV));
    }

    /** True where people watch: scripts/midwater says so; without it the console is asked. */
    static boolean onTerminal() {
        String told = System.getProperty("midwater.terminal");
        return told == null ? System.console() != null : Boolean.parseBoolean(told);
    }

    private static long executorHeap(SparkSession spark) {
        return spark.sparkContext().isLocal()
                ? Runtime.getRuntime().maxMemory()
                : spark.sparkContext().executorMemory() * (1L << 20);
    }

    /** The Spark failure in an error; anything else goes on as it is. */
    static SparkException sparkFailure(Exception error) {
        if (error instanceof SparkException failure) {
            return failure;
        }
        throw error instanceof RuntimeException e ? e : new IllegalStateException(error);
    }

    /** The rejects that were found while reading files whole. */
    static List<WrittenTable> rejects(Outcomes outcomes) {
        return outcomes.files().values().stream()
                .map(FileResult::rejects)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Waits a while for the tasks of a stopped job, which would still write to staging. */
    static void awaitTasks(SparkSession spark) {
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try {
            // What is running is heard of a little late.
            Thread.sleep(300);
            while (running(spark) > 0 && System.nanoTime() < patience) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int running(SparkSession spark) {
        int tasks = 0;
        for (SparkExecutorInfo executor : spark.sparkContext().statusTracker().getExecutorInfos()) {
            tasks += executor.numRunningTasks();
        }
        return tasks;
    }

    /** Turns a job that failed into the error that says so. */
    static void check(Outcomes outcomes, SparkException interrupted) {
        if (interrupted != null && outcomes.stop() == null) {
            for (Throwable cause = interrupted; cause != null; cause = cause.getCause()) {
                if (cause instanceof InputException e) {
                    throw e;
                }
            }
            throw new IllegalStateException("the Spark job failed: " + interrupted.getMessage(), interrupted);
        }
    }
}
