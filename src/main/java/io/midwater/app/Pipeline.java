package io.midwater.app;

import io.midwater.config.MidwaterConfig;
import io.midwater.control.FaultPoint;
import io.midwater.control.Increment;
import io.midwater.control.Reconciliation;
import io.midwater.control.RunManifest;
import io.midwater.control.UnitResult;
import io.midwater.control.WrittenTable;
import io.midwater.feed.FeedOptions;
import io.midwater.feed.InputException;
import io.midwater.feed.InputFile;
import io.midwater.feed.InputFiles;
import io.midwater.feed.UnitRouting;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.OutputLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkException;
import org.apache.spark.sql.SparkSession;

/**
 * The whole job, one step per line: what there is to do, one pass over the inputs with every unit done on the way, the
 * books, the aggregates, and one publication of it all.
 */
final class Pipeline implements Run {
    private static final String JOB_GROUP = "midwater units";
    /** Work per reduce task, in bytes of input: small security-days share a task. */
    private static final long BYTES_PER_TASK = 32L << 20;

    private static final int MOST_TASKS = 20_000;

    private final UnaryOperator<SliceWork> work;

    Pipeline() {
        this(UnaryOperator.identity());
    }

    /** @param work what to do with a slice instead of its analysis, which is given */
    Pipeline(UnaryOperator<SliceWork> work) {
        this.work = work;
    }

    @Override
    public ExitCode execute(MidwaterConfig config, RunArguments arguments) {
        RunSupport.refuseUnsupported(config);
        try (SparkSession spark = Sessions.open(config.run(), arguments.master())) {
            Configuration hadoop = spark.sparkContext().hadoopConfiguration();
            OutputLayout layout = RunSupport.layout(hadoop, config.output());
            FeedOptions options = FeedSetup.options(config.input(), config.select(), config.market());
            List<InputFile> files = InputFiles.list(hadoop, FeedSetup.sources(config.input()), options).stream()
                    .filter(file -> file.kind().sliced())
                    .toList();
            try (OutputLock lock = RunSupport.lock(hadoop, layout)) {
                RunRecord record = RunRecord.start(hadoop, layout, config);
                Increment increment = record.increment(files, arguments.fresh());
                if (!increment.isWhole() && record.isUpToDate(increment)) {
                    RunRecord.say("nothing to do: inputs, configuration and version are those of run "
                            + record.previous().runId() + " (--fresh does everything again)");
                    return ExitCode.DONE;
                }
                try {
                    return run(spark, config, layout, Workload.numbered(files, increment), options, record, increment);
                } finally {
                    record.publisher().clearStaging();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ExitCode run(
            SparkSession spark,
            MidwaterConfig config,
            OutputLayout layout,
            Map<Integer, InputFile> files,
            FeedOptions options,
            RunRecord record,
            Increment increment)
            throws IOException {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        InputAccounts accounts = new InputAccounts(files, increment, record.runId());
        InputCheck check = new InputCheck(config.input().maxRejectRate());
        Outcomes outcomes = read(spark, config, layout, files, options, record, increment, accounts, check);
        if (outcomes.stop() == Outcomes.Stop.INPUT) {
            record.show(RunSupport.rejects(outcomes));
            throw new InputException(outcomes.problem());
        }
        boolean stopped = outcomes.stop() != null;

        List<RunManifest.Unit> units = record.units(increment, outcomes);
        List<RunManifest.Idle> idle = RunRecord.idle(increment, outcomes);
        List<RunManifest.Input> read = accounts.read(outcomes.files().values(), !stopped);
        List<RunManifest.Input> inputs = InputAccounts.settled(read, units);
        Reconciliation books = Reconciliation.of(read, inputs, units, idle);
        if (!books.closes() && !stopped) {
            record.keepBooks(books);
            throw new IllegalStateException("row accounting does not close: " + String.join("; ", books.problems()));
        }
        FaultPoint.BOOKS_CLOSED.reached();

        List<WrittenTable> rejects = new ArrayList<>(RunSupport.rejects(outcomes));
        rejects.addAll(new RejectedLegs(hadoop, layout.staging(record.runId(), "legs"), files).write(units));
        String problem = check.problem(inputs);
        if (problem != null) {
            record.show(rejects);
            throw new InputException(problem);
        }
        List<WrittenTable> written = new ArrayList<>(rejects);
        outcomes.units().stream().map(UnitResult::tables).forEach(written::addAll);
        List<RunManifest.File> allRejects = new ArrayList<>(record.standingRejects(increment, files));
        rejects.forEach(file -> allRejects.add(RunManifest.File.of(file)));
        RunManifest manifest = record.manifest(inputs, units, idle, allRejects, stopped);

        if (!config.output().aggregates().isEmpty() || config.simulation().validate()) {
            Map<String, String> places = record.places(written);
            List<WrittenTable> aggregates = new Aggregates(
                            spark,
                            config,
                            layout,
                            path -> places.getOrDefault(path, new Path(layout.root(), path).toString()))
                    .stage(manifest);
            written.addAll(aggregates);
            manifest = manifest.withAggregates(
                    aggregates.stream().map(RunManifest.File::of).toList());
        }
        record.publish(manifest, books, written);
        record.summary(manifest, books);
        return manifest.status().equals("done") ? ExitCode.DONE : ExitCode.PARTIAL;
    }

    /** Reads what has to be read and does every unit that has to be done. */
    private Outcomes read(
            SparkSession spark,
            MidwaterConfig config,
            OutputLayout layout,
            Map<Integer, InputFile> files,
            FeedOptions options,
            RunRecord record,
            Increment increment,
            InputAccounts accounts,
            InputCheck check) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        List<InputFile> toRead = Workload.toRead(files, increment);
        Workload workload = Workload.estimate(hadoop, files, increment, options);
        RunRecord.say("run " + record.runId() + ": " + RunSupport.announcement(files.size(), toRead, increment)
                + ", about " + workload.unitsAtMost() + " units" + (increment.isWhole() ? "" : " to do"));
        Outcomes outcomes = new Outcomes(
                config.run().maxFailedUnits(),
                results -> check.problem(accounts.read(results, true)),
                () -> spark.sparkContext().cancelJobGroup(JOB_GROUP));
        if (toRead.isEmpty()) {
            outcomes.expect(0);
            return outcomes;
        }
        UnitJob job = RunSupport.job(config, work, spark);
        AtomicLong bytes = new AtomicLong(RunSupport.bytes(toRead));
        SparkException interrupted = null;
        spark.sparkContext().setJobGroup(JOB_GROUP, "Read the files, analyse every security-day", false);
        try (Ingest ingest = new Ingest(spark, files, options, routing(workload, toRead, spark));
                ProgressView progress = new ProgressView(
                        System.err,
                        System.console() != null,
                        ingest.progress(),
                        bytes::get,
                        outcomes,
                        workload.unitsAtMost())) {
            if (!increment.isWhole() && !increment.look().isEmpty()) {
                ingest.look(increment);
                toRead = Workload.toRead(files, increment);
                bytes.set(RunSupport.bytes(toRead));
            }
            outcomes.expect(toRead.size());
            ingest.run(increment, job, layout.root().toString(), record.runId(), outcomes::receive);
        } catch (Exception e) {
            RunSupport.awaitTasks(spark);
            interrupted = RunSupport.sparkFailure(e);
        } finally {
            spark.sparkContext().clearJobGroup();
        }
        RunSupport.check(outcomes, interrupted);
        return outcomes;
    }

    private static UnitRouting routing(Workload workload, List<InputFile> files, SparkSession spark) {
        int cores = spark.sparkContext().defaultParallelism();
        long bySize = RunSupport.bytes(files) / BYTES_PER_TASK;
        int tasks = (int) Math.max(cores, Math.min(MOST_TASKS, bySize));
        return UnitRouting.of(workload.sample().rows(), Math.min(cores, Math.max(1, files.size())), tasks);
    }
}
