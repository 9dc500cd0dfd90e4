package io.midwater.app;

import io.midwater.config.ByteSize;
import io.midwater.config.MidwaterConfig;
import io.midwater.control.Reconciliation;
import io.midwater.control.RunManifest;
import io.midwater.control.WrittenTable;
import io.midwater.feed.FeedOptions;
import io.midwater.feed.InputFile;
import io.midwater.feed.InputFiles;
import io.midwater.feed.UnitRouting;
import io.midwater.feed.UnitSample;
import io.midwater.feed.UnitSampler;
import io.midwater.progress.Phase;
import io.midwater.progress.ProgressView;
import io.midwater.progress.RunLog;
import io.midwater.progress.RunProgress;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.OutputLock;
import io.midwater.sink.Publisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkException;
import org.apache.spark.sql.SparkSession;

/**
 * The whole job, one step per line: inputs, one pass over them with every unit done on the way, aggregates, manifest.
 */
final class Pipeline implements Run {
    private static final String JOB_GROUP = "midwater units";
    /** Work per reduce task, in bytes of input: small security-days share a task. */
    private static final long BYTES_PER_TASK = 32L << 20;

    private static final int MOST_TASKS = 20_000;

    @Override
    public ExitCode execute(MidwaterConfig config, RunArguments arguments) {
        RunSupport.refuseUnsupported(config);
        try (SparkSession spark = Sessions.open(config.run(), arguments.master())) {
            Configuration hadoop = spark.sparkContext().hadoopConfiguration();
            OutputLayout layout = RunSupport.layout(hadoop, config.output());
            FeedOptions options = FeedSetup.options(config.input(), config.select(), config.market());
            List<InputFile> files = InputFiles.list(hadoop, FeedSetup.sources(config.input()), options);
            try (OutputLock lock = RunSupport.lock(hadoop, layout)) {
                return run(spark, config, arguments, layout, files, options);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ExitCode run(
            SparkSession spark,
            MidwaterConfig config,
            RunArguments arguments,
            OutputLayout layout,
            List<InputFile> files,
            FeedOptions options)
            throws IOException {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        RunRecord record = RunRecord.start(hadoop, layout, config);
        if (!arguments.fresh() && record.upToDate(files)) {
            record.say("nothing to do: inputs, configuration and version are those of run "
                    + record.previous().runId() + " (--fresh does everything again)");
            return ExitCode.DONE;
        }
        record.begin();
        try (RunLog log = record.log()) {
            try {
                ExitCode code = work(spark, config, layout, files, options, record, log);
                log.ended(code.code(), null);
                return code;
            } catch (IOException | RuntimeException e) {
                log.ended(ExitCode.of(e).code(), e.getMessage());
                throw e;
            }
        } finally {
            record.publisher().clearStaging();
        }
    }

    private static ExitCode work(
            SparkSession spark,
            MidwaterConfig config,
            OutputLayout layout,
            List<InputFile> files,
            FeedOptions options,
            RunRecord record,
            RunLog log)
            throws IOException {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        Publisher publisher = record.publisher();
        UnitSample sample = UnitSampler.sample(hadoop, files, options);
        InputAccounts accounts = new InputAccounts(files, config.input().maxRejectRate());
        long bytes = RunSupport.bytes(files);
        long units = sample.unitsAtMost(options.calendar());
        record.say("run " + record.runId() + ": " + files.size() + " files, " + ByteSize.format(bytes) + ", about "
                + units + " units");
        log.started(record.runId(), files.size(), bytes, units);

        Ingest ingest = new Ingest(spark);
        RunProgress progress = new RunProgress(System::nanoTime, ingest.counters(), bytes, units);
        Outcomes outcomes = new Outcomes(
                publisher,
                (int) files.stream().filter(file -> file.kind().sliced()).count(),
                config.run().maxFailedUnits(),
                accounts::problem,
                () -> spark.sparkContext().cancelJobGroup(JOB_GROUP));
        spark.sparkContext().setJobGroup(JOB_GROUP, "Read the files, analyse every security-day", false);
        SparkException interrupted = null;
        try (ProgressView view = view(progress, log)) {
            try {
                ingest.run(
                        files,
                        options,
                        routing(sample, files, spark),
                        RunSupport.job(config, files, hadoop, spark),
                        layout.root().toString(),
                        record.runId(),
                        messages -> {
                            progress.received(messages);
                            log.received(messages);
                            outcomes.receive(messages);
                        });
            } finally {
                outcomes.close();
            }
        } catch (Exception e) {
            interrupted = RunSupport.sparkFailure(e);
        }
        spark.sparkContext().clearJobGroup();
        RunSupport.check(outcomes, interrupted);

        List<RunManifest.Input> inputs = accounts.inputs(outcomes.files(), outcomes.units());
        Reconciliation books = Reconciliation.of(inputs, outcomes.units(), List.of("orders", "trades"));
        record.reconciled(books);
        if (!books.closes() && outcomes.stop() == null) {
            throw new IllegalStateException("row accounting does not close: " + String.join("; ", books.problems()));
        }
        List<WrittenTable> legs = new RejectedLegs(hadoop, layout.staging(record.runId(), "legs"), files)
                .write(outcomes.files(), outcomes.units());
        publisher.publish(legs);
        RunManifest manifest = record.manifest(inputs, outcomes, legs);
        if (!config.output().aggregates().isEmpty() || config.simulation().validate()) {
            progress.enter(Phase.AGGREGATING);
            try (ProgressView view = view(progress, log)) {
                manifest = new Aggregates(spark, config, layout, publisher).publish(manifest);
            }
        }
        record.finish(manifest);
        record.summary(manifest, books);
        new ReportBuilder(spark, layout, publisher).afterRun(manifest);
        boolean failed = outcomes.units().stream().anyMatch(unit -> !unit.done()) || outcomes.stop() != null;
        return failed ? ExitCode.PARTIAL : ExitCode.DONE;
    }

    private static ProgressView view(RunProgress progress, RunLog log) {
        return new ProgressView(System.err, RunSupport.onTerminal(), progress, log::progress);
    }

    static UnitRouting routing(UnitSample sample, List<InputFile> files, SparkSession spark) {
        int cores = spark.sparkContext().defaultParallelism();
        long bySize = RunSupport.bytes(files) / BYTES_PER_TASK;
        int tasks = (int) Math.max(cores, Math.min(MOST_TASKS, bySize));
        return UnitRouting.of(sample.rows(), Math.min(cores, Math.max(1, files.size())), tasks);
    }
}
