package io.midwater.app;

import io.midwater.config.InputConfig;
import io.midwater.config.MidwaterConfig;
import io.midwater.config.OutputConfig;
import io.midwater.config.SelectConfig;
import io.midwater.control.FileResult;
import io.midwater.control.Reconciliation;
import io.midwater.control.WrittenTable;
import io.midwater.feed.FileReason;
import io.midwater.feed.InputException;
import io.midwater.feed.InputFile;
import io.midwater.sink.LockHeldException;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.OutputLock;
import io.midwater.totals.Aggregate;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkException;
import org.apache.spark.SparkExecutorInfo;
import org.apache.spark.sql.SparkSession;

/** The edges of a run: what is refused before it starts, and what its end means. */
final class RunSupport {
    private RunSupport() {}

    /** The output's layout, with its path made absolute. */
    static OutputLayout layout(Configuration hadoop, OutputConfig output) {
        try {
            Path path = new Path(output.path());
            return new OutputLayout(path.getFileSystem(hadoop).makeQualified(path));
        } catch (IOException | RuntimeException e) {
            // Hadoop says in many ways that it knows no such file system, or does not reach it.
            throw new UsageException(
                    "output.path cannot be used, was " + output.path() + ": " + FileReason.of(e)
                            + "; give a directory of a file system that can be reached from here",
                    e);
        }
    }

    /** @throws UsageException for an output below a directory that is read: the next run would read results */
    static void refuseOutputAmongInputs(Configuration hadoop, OutputLayout layout, InputConfig input) {
        input.paths()
                .forEach((kind, paths) -> paths.forEach(text -> {
                    Path directory = qualified(hadoop, text);
                    for (Path above = layout.root(); above != null; above = above.getParent()) {
                        if (above.equals(directory)) {
                            throw new UsageException("output.path " + layout.root() + " lies in " + text + " of input."
                                    + kind.label()
                                    + ": a later run would read these results as input; choose a folder outside of it");
                        }
                    }
                }));
    }

    /** Null for a path that cannot be listed, about which the listing has more to say. */
    private static Path qualified(Configuration hadoop, String text) {
        try {
            Path path = new Path(text);
            return path.getFileSystem(hadoop).makeQualified(path);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** @throws UsageException if another run holds the output or it cannot be written */
    static OutputLock lock(Configuration hadoop, OutputLayout layout) {
        try {
            return OutputLock.acquire(hadoop, layout);
        } catch (LockHeldException e) {
            throw new UsageException(e.getMessage());
        } catch (IOException e) {
            throw new UsageException("output.path " + layout.root() + " cannot be written: " + FileReason.of(e));
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
                        config.output().aggregates().contains(Aggregate.RULE605))),
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

    /** Says what is worth looking at in a run that ends well. */
    static void warn(MidwaterConfig config, Outcomes outcomes, Reconciliation books, RunOutcome outcome) {
        if (outcomes.stop() == Outcomes.Stop.FAILED_UNITS) {
            outcome.warn("stopped: " + books.unitsFailed() + " failed units are more than run.max-failed-units = "
                    + config.run().maxFailedUnits()
                    + " allows; units that were not tried are neither done nor failed. Mend the cause or raise the limit,"
                    + " and run again to do them");
        }
        SelectConfig select = config.select();
        boolean cut = !select.participants().isEmpty() || select.hoursFrom() != null || select.hoursTo() != null;
        if (cut && books.unitsDone() > 0 && books.sums().orders() == 0) {
            outcome.warn("no order is left by select.participants and select.trading-hours: the analysis is empty, the"
                    + " tables orders and trades are not");
        }
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
