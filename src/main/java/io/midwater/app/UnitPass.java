package io.midwater.app;

import io.midwater.app.input.FeedSetup;
import io.midwater.app.unit.UnitJob;
import io.midwater.config.ByteSize;
import io.midwater.config.MidwaterConfig;
import io.midwater.control.Increment;
import io.midwater.control.Pace;
import io.midwater.feed.FeedOptions;
import io.midwater.feed.InputFile;
import io.midwater.feed.InputFiles;
import io.midwater.feed.UnitRouting;
import io.midwater.feed.UnitSample;
import io.midwater.progress.Phase;
import io.midwater.progress.ProgressView;
import io.midwater.progress.RunLog;
import io.midwater.progress.RunProgress;
import io.midwater.sink.OutputLock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** Reads what has to be read, and does every unit that has to be done, while somebody watches. */
final class UnitPass {
    private static final String JOB_GROUP = "midwater units";
    /** Work per reduce task, in bytes of input: small security-days share a task. */
    private static final long BYTES_PER_TASK = 32L << 20;

    private static final int MOST_TASKS = 20_000;

    private static final int TASKS_PER_CORE = 4;

    private final SparkSession spark;
    private final MidwaterConfig config;
    private final Map<Integer, InputFile> files;
    private final Increment increment;
    private final RunLog log;
    private final List<InputFile> toRead;
    private final Workload workload;
    /** Of the whole pass; null where it was stopped. */
    private Duration worked;

    private RunProgress progress =
            new RunProgress(System::nanoTime, new RunProgress.Counters(() -> 0, () -> 0, () -> 0), 0, 0, 1);

    /** @param files of the kinds that come in security-days, by number */
    UnitPass(
            SparkSession spark, MidwaterConfig config, Map<Integer, InputFile> files, Increment increment, RunLog log) {
        this.spark = spark;
        this.config = config;
        this.files = files;
        this.increment = increment;
        this.log = log;
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        this.toRead = Workload.toRead(files, increment);
        this.workload = Workload.estimate(hadoop, files, increment, options());
    }

    private FeedOptions options() {
        return FeedSetup.options(config);
    }

    /** Says what will be read and done. */
    void announce(String runId) {
        long bytes = InputFiles.bytes(toRead);
        String all = files.size() + " files, " + ByteSize.format(bytes);
        RunRecord.say("run " + runId + ": "
                + (increment.isWhole()
                        ? all + ", about " + workload.unitsAtMost() + " units"
                        : "reads " + toRead.size() + " of " + all + "; "
                                + increment.standing().size() + " units stand, about " + workload.unitsAtMost()
                                + " units to do"));
        log.started(runId, toRead.size(), bytes, workload.unitsAtMost());
    }

    /** Where the run is. */
    RunProgress progress() {
        return progress;
    }

    /**
     * Runs the pass.
     *
     * @param check what is told of the files while they are read
     * @return what became of files and units; stopped where the input cannot be used
     */
    Outcomes run(UnitJob job, String output, String runId, Outcomes.Check check) {
        long started = System.nanoTime();
        Outcomes outcomes = new Outcomes(
                config.run().maxFailedUnits(), check, () -> spark.sparkContext().cancelJobGroup(JOB_GROUP));
        if (toRead.isEmpty()) {
            outcomes.expect(0);
            return outcomes;
        }
        spark.sparkContext().setJobGroup(JOB_GROUP, "Read the files, analyse every security-day", false);
        try (Ingest ingest = new Ingest(spark, files, options(), routing(workload.sample(), toRead, spark))) {
            progress = new RunProgress(
                    System::nanoTime,
                    ingest.counters(),
                    InputFiles.bytes(toRead),
                    workload.unitsAtMost(),
                    spark.sparkContext().defaultParallelism());
            ProgressGauges.register(spark, progress);
            try (ProgressView view = view()) {
                if (!increment.isWhole() && !increment.look().isEmpty()) {
                    ingest.look(increment);
                }
                List<InputFile> all = Workload.toRead(files, increment);
                progress.expect(InputFiles.bytes(all));
                outcomes.expect(all.size());
                ingest.run(increment, job, output, runId, messages -> {
                    progress.received(messages);
                    log.received(messages);
                    outcomes.receive(messages);
                });
            }
        } catch (Exception e) {
            StoppedJob.settle(spark, e, outcomes);
        } finally {
            spark.sparkContext().clearJobGroup();
        }
        worked = outcomes.stop() == null ? Duration.ofNanos(System.nanoTime() - started) : null;
        return outcomes;
    }

    /**
     * How fast the pass went.
     *
     * @return null where that says nothing of a later one: it was stopped, ran on several machines, or fetched known units
     *     out of files that the samples do not cover
     */
    Pace pace(String runId) throws IOException {
        if (worked == null
                || !spark.sparkContext().isLocal()
                || !increment.fetch().isEmpty()) {
            return null;
        }
        UnitSample sample = workload.sample();
        return new Pace(
                runId,
                OutputLock.host(),
                spark.sparkContext().defaultParallelism(),
                sample.selectedBytes(),
                sample.otherBytes(),
                worked.toMillis() / 1e3);
    }

    /** Shows the progress until it is closed. */
    ProgressView view() {
        return new ProgressView(System.err, onTerminal(), progress, log::progress);
    }

    /** True where people watch: scripts/midwater says so; without it the console is asked. */
    private static boolean onTerminal() {
        String told = System.getProperty("midwater.terminal");
        return told == null ? System.console() != null : Boolean.parseBoolean(told);
    }

    /** The same while units are put together in files. */
    ProgressView packingView() {
        progress.enter(Phase.PACKING);
        return view();
    }

    /** A task for every so many bytes that are expected to be kept; a few more than cores, for what the sample missed. */
    static UnitRouting routing(UnitSample sample, List<InputFile> files, SparkSession spark) {
        int cores = spark.sparkContext().defaultParallelism();
        long sampled = sample.selectedBytes() + sample.otherBytes();
        double kept = sampled == 0 ? 1 : (double) sample.selectedBytes() / sampled;
        long bySize = Math.round(InputFiles.bytes(files) * kept) / BYTES_PER_TASK;
        int tasks = (int) Math.min(MOST_TASKS, Math.max(TASKS_PER_CORE * cores, bySize));
        return UnitRouting.of(sample.rows(), Math.min(cores, Math.max(1, files.size())), tasks);
    }
}
