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
import io.midwater.progress.Phase;
import io.midwater.progress.ProgressView;
import io.midwater.progress.RunLog;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.OutputLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The whole job, one step per line: what there is to do, one pass over the inputs with every unit done on the way, the
 * books, the aggregates, and one publication of it all.
 */
final class Pipeline implements Run {
    private final UnaryOperator<SliceAnalysis> work;
    private final boolean report;

    Pipeline() {
        this(UnaryOperator.identity());
    }

    /** @param work what to do with a slice instead of its analysis, which is given */
    Pipeline(UnaryOperator<SliceAnalysis> work) {
        this(work, true);
    }

    private Pipeline(UnaryOperator<SliceAnalysis> work, boolean report) {
        this.work = work;
        this.report = report;
    }

    /** The same, ending with the publication. */
    Pipeline withoutReport() {
        return new Pipeline(work, false);
    }

    @Override
    public ExitCode execute(MidwaterConfig config, RunArguments arguments, RunOutcome outcome) {
        try (SparkSession spark = Sessions.open(config.run(), arguments.master())) {
            Configuration hadoop = spark.sparkContext().hadoopConfiguration();
            OutputLayout layout = RunSupport.layout(hadoop, config.output());
            outcome.output(layout.root().toString());
            RunSupport.refuseOutputAmongInputs(hadoop, layout, config.input());
            FeedOptions options = FeedSetup.options(config.input(), config.select(), config.market());
            List<InputFile> all = InputFiles.list(hadoop, FeedSetup.sources(config.input()), options);
            List<InputFile> files =
                    all.stream().filter(file -> file.kind().sliced()).toList();
            SmallInputs small = SmallInputs.read(hadoop, all, config);
            PriceScales scales = PriceScales.of(small.content(), config);
            try (OutputLock lock = RunSupport.lock(hadoop, layout)) {
                RunRecord record = RunRecord.start(hadoop, layout, config, arguments.fresh());
                Increment increment = record.earlier().increment(files, small, scales, arguments.fresh());
                if (!increment.isWhole() && record.earlier().isUpToDate(increment)) {
                    return record.nothingToDo(small, outcome);
                }
                UnitJob job = RunSupport.job(config, scales, work, spark);
                Map<Integer, InputFile> numbered = Workload.numbered(files, increment);
                return logged(spark, config, job, layout, numbered, small, record, increment, outcome);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ExitCode logged(
            SparkSession spark,
            MidwaterConfig config,
            UnitJob job,
            OutputLayout layout,
            Map<Integer, InputFile> files,
            SmallInputs small,
            RunRecord record,
            Increment increment,
            RunOutcome outcome)
            throws IOException {
        outcome.started(record.runId());
        try (RunLog log = record.log()) {
            try {
                ExitCode code = run(spark, config, job, layout, files, small, record, increment, log, outcome);
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

    private ExitCode run(
            SparkSession spark,
            MidwaterConfig config,
            UnitJob job,
            OutputLayout layout,
            Map<Integer, InputFile> files,
            SmallInputs small,
            RunRecord record,
            Increment increment,
            RunLog log,
            RunOutcome outcome)
            throws IOException {
        InputCheck check = new InputCheck(config);
        List<RunManifest.Input> smallAccounts = small.account(layout, record.runId(), Workload.nextNumber(files));
        String unusable = check.with(small.results()).problem(smallAccounts);
        if (unusable != null) {
            record.show(small.rejects());
            throw new InputException(unusable);
        }
        InputAccounts accounts = new InputAccounts(
                files, increment, record.runId(), config.market().rules().calendar());
        UnitPass pass = new UnitPass(spark, config, files, increment, log);
        pass.announce(record.runId());
        Outcomes outcomes = pass.run(job, layout.root().toString(), record.runId(), results -> check.with(results)
                .problem(accounts.read(results, true)));
        if (outcomes.stop() == Outcomes.Stop.INPUT) {
            record.show(RunSupport.rejects(outcomes));
            throw new InputException(outcomes.problem());
        }

        boolean stopped = outcomes.stop() != null;
        Packing.Result packed = packed(spark, config, layout, record, pass, increment, outcomes);
        List<RunManifest.Unit> units = packed.units();
        List<RunManifest.Idle> idle = RunRecord.idle(increment, outcomes);
        List<RunManifest.Input> read = accounts.read(outcomes.files().values(), !stopped);
        List<RunManifest.Input> inputs = new ArrayList<>(InputAccounts.settled(read, units));
        inputs.addAll(smallAccounts);
        Reconciliation books = Reconciliation.of(read, inputs, units, idle);
        if (!books.closes() && !stopped) {
            record.keepBooks(books);
            throw new IllegalStateException("row accounting does not close: " + String.join("; ", books.problems()));
        }
        FaultPoint.BOOKS_CLOSED.reached();

        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        List<WrittenTable> written = new ArrayList<>(RunSupport.rejects(outcomes));
        written.addAll(small.rejects());
        written.addAll(new RejectedLegs(hadoop, layout.staging(record.runId(), "legs"), files).write(units));
        String problem = check.problem(inputs);
        if (problem != null) {
            record.show(written);
            throw new InputException(problem);
        }
        List<RunManifest.File> rejects = new ArrayList<>(record.earlier().standingRejects(increment, files));
        written.forEach(file -> rejects.add(RunManifest.File.of(file)));
        written.addAll(packed.written());
        RunManifest manifest = record.manifest(inputs, packed, idle, rejects, pass.pace(record.runId()), stopped);

        if (!config.output().aggregates().isEmpty() || config.simulation().validate()) {
            pass.progress().enter(Phase.AGGREGATING);
            Map<String, String> places = record.places(written);
            try (ProgressView view = pass.view()) {
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
        }
        record.publish(manifest, books, written);
        RunSupport.warn(config, outcomes, books, outcome);
        record.summary(manifest, small, books, outcome);
        if (report) {
            new ReportBuilder(spark, layout, record.publisher()).afterRun(manifest, outcome);
        }
        return manifest.status().equals("done") ? ExitCode.DONE : ExitCode.PARTIAL;
    }

    private static Packing.Result packed(
            SparkSession spark,
            MidwaterConfig config,
            OutputLayout layout,
            RunRecord record,
            UnitPass pass,
            Increment increment,
            Outcomes outcomes) {
        List<WrittenTable> staged = new ArrayList<>();
        outcomes.units().stream().map(UnitResult::tables).forEach(staged::addAll);
        return new Packing(
                        spark,
                        layout,
                        config.output().layout(),
                        record.earlier().manifest(),
                        record.runId(),
                        pass::packingView)
                .pack(record.units(increment, outcomes), staged);
    }
}
