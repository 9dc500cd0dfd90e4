package io.midwater.app;

import io.midwater.app.input.InputAccounts;
import io.midwater.app.input.InputCheck;
import io.midwater.app.input.RejectedLegs;
import io.midwater.app.input.SmallInputs;
import io.midwater.app.report.ReportBuilder;
import io.midwater.app.tables.Aggregates;
import io.midwater.app.tables.EmptyTables;
import io.midwater.app.unit.UnitJob;
import io.midwater.config.MidwaterConfig;
import io.midwater.control.FaultPoint;
import io.midwater.control.Increment;
import io.midwater.control.Reconciliation;
import io.midwater.control.RunManifest;
import io.midwater.control.UnitResult;
import io.midwater.control.WrittenTable;
import io.midwater.feed.InputException;
import io.midwater.feed.InputFile;
import io.midwater.progress.Phase;
import io.midwater.progress.ProgressView;
import io.midwater.progress.RunLog;
import io.midwater.sink.OutputLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * One run that has something to do, one step after the other: a pass over the inputs with every unit done on the way, the
 * books, the aggregates, and one publication of it all.
 */
final class PipelineRun {
    private final SparkSession spark;
    private final Configuration hadoop;
    private final MidwaterConfig config;
    private final OutputLayout layout;
    private final Map<Integer, InputFile> files;
    private final SmallInputs small;
    private final RunRecord record;
    private final Increment increment;
    private final RunOutcome outcome;
    private final InputCheck check;
    private final InputAccounts accounts;

    /** @param files of the kinds that come in security-days, by number */
    PipelineRun(
            SparkSession spark,
            MidwaterConfig config,
            OutputLayout layout,
            Map<Integer, InputFile> files,
            SmallInputs small,
            RunRecord record,
            Increment increment,
            RunOutcome outcome) {
        this.spark = spark;
        this.hadoop = spark.sparkContext().hadoopConfiguration();
        this.config = config;
        this.layout = layout;
        this.files = files;
        this.small = small;
        this.record = record;
        this.increment = increment;
        this.outcome = outcome;
        this.check = new InputCheck(config);
        this.accounts = new InputAccounts(
                files, increment, record.runId(), config.market().rules().calendar());
    }

    /** @param report false to end with the publication */
    ExitCode execute(UnitJob job, boolean report) throws IOException {
        outcome.started(record.runId());
        try (RunLog log = record.log()) {
            try {
                UnitPass pass = new UnitPass(spark, config, files, increment, log);
                RunManifest manifest = published(job, pass);
                if (report) {
                    new RunReport(
                                    new ReportBuilder(spark, layout, record.publisher()),
                                    layout,
                                    pass.progress(),
                                    pass::view)
                            .write(manifest, outcome);
                }
                ExitCode code = manifest.status().equals("done") ? ExitCode.DONE : ExitCode.PARTIAL;
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

    private RunManifest published(UnitJob job, UnitPass pass) throws IOException {
        List<RunManifest.Input> smallInputs = smallInputs();
        Outcomes outcomes = units(job, pass);
        boolean stopped = outcomes.stop() != null;

        List<RunManifest.Idle> idle = RunRecord.idle(increment, outcomes);
        List<RunManifest.Input> read = accounts.read(outcomes.files().values(), !stopped);
        List<RunManifest.Unit> done = record.units(increment, outcomes);
        refuse(read, smallInputs, done, idle, outcomes);

        Packing.Result packed = packed(done, outcomes, pass);
        List<RunManifest.Input> inputs = settled(read, smallInputs, packed.units());
        Reconciliation books = closed(Reconciliation.of(read, inputs, packed.units(), idle), stopped);
        FaultPoint.BOOKS_CLOSED.reached();

        List<WrittenTable> written = rejects(outcomes, packed.units());
        List<RunManifest.File> rejects = new ArrayList<>(record.earlier().standingRejects(increment, files));
        rejects.addAll(recorded(written));
        written.addAll(packed.written());
        RunManifest units = record.manifest(inputs, packed, idle, rejects, pass.pace(record.runId()), stopped);

        List<WrittenTable> aggregates = aggregates(units, written, pass);
        written.addAll(aggregates);
        RunManifest manifest = units.withAggregates(recorded(aggregates));
        record.publish(manifest, books, written);
        RunWarnings.ofRun(config, outcomes, books).forEach(outcome::warn);
        record.summary(manifest, small, books, outcome);
        return manifest;
    }

    /** The accounts of reference data and participants, which must be good enough for the rest to begin. */
    private List<RunManifest.Input> smallInputs() throws IOException {
        List<RunManifest.Input> inputs = small.account(layout, record.runId(), Workload.nextNumber(files));
        check.note(small.results());
        refuse(check.problem(inputs), small.rejects());
        return inputs;
    }

    private Outcomes units(UnitJob job, UnitPass pass) throws IOException {
        pass.announce(record.runId());
        Outcomes outcomes = pass.run(job, layout.root().toString(), record.runId(), results -> {
            check.note(results);
            return check.problem(accounts.read(results, true));
        });
        if (outcomes.stop() == Outcomes.Stop.INPUT) {
            refuse(outcomes.problem(), outcomes.rejects());
        }
        return outcomes;
    }

    /** Refuses what only the units tell, before they are put together in files, which can but lower what is rejected. */
    private void refuse(
            List<RunManifest.Input> read,
            List<RunManifest.Input> smallInputs,
            List<RunManifest.Unit> units,
            List<RunManifest.Idle> idle,
            Outcomes outcomes)
            throws IOException {
        List<RunManifest.Input> inputs = settled(read, smallInputs, units);
        String problem = check.problem(inputs);
        if (problem != null) {
            closed(Reconciliation.of(read, inputs, units, idle), outcomes.stop() != null);
            refuse(problem, rejects(outcomes, units));
        }
    }

    /** The accounts of all inputs, with what was dropped in these units taken off. */
    private static List<RunManifest.Input> settled(
            List<RunManifest.Input> read, List<RunManifest.Input> smallInputs, List<RunManifest.Unit> units) {
        List<RunManifest.Input> inputs = new ArrayList<>(InputAccounts.settled(read, units));
        inputs.addAll(smallInputs);
        return inputs;
    }

    /** Books that close, or are those of a run that was stopped. */
    private Reconciliation closed(Reconciliation books, boolean stopped) throws IOException {
        if (!books.closes() && !stopped) {
            record.keepBooks(books);
            throw new IllegalStateException("row accounting does not close: " + String.join("; ", books.problems()));
        }
        return books;
    }

    /** @param problem null for none */
    private void refuse(String problem, List<WrittenTable> rejects) throws IOException {
        if (problem != null) {
            record.show(rejects);
            throw new InputException(problem);
        }
    }

    private Packing.Result packed(List<RunManifest.Unit> units, Outcomes outcomes, UnitPass pass) throws IOException {
        List<WrittenTable> staged = new ArrayList<>();
        outcomes.units().stream().map(UnitResult::tables).forEach(staged::addAll);
        Packing.Result packed = new Packing(
                        spark,
                        layout,
                        config.output().layout(),
                        record.earlier().manifest(),
                        record.runId(),
                        pass::packingView)
                .pack(units, staged);
        if (!packed.units().isEmpty()) {
            return packed;
        }
        List<WrittenTable> empty = new EmptyTables(hadoop, config, layout.staging(record.runId(), "empty")).write();
        return new Packing.Result(List.of(), recorded(empty), empty);
    }

    private List<WrittenTable> rejects(Outcomes outcomes, List<RunManifest.Unit> units) throws IOException {
        List<WrittenTable> rejects = new ArrayList<>(outcomes.rejects());
        rejects.addAll(small.rejects());
        rejects.addAll(new RejectedLegs(hadoop, layout.staging(record.runId(), "legs"), files).write(units));
        return rejects;
    }

    private List<WrittenTable> aggregates(RunManifest units, List<WrittenTable> written, UnitPass pass)
            throws IOException {
        if (config.output().aggregates().isEmpty() && !config.simulation().validate()) {
            return List.of();
        }
        pass.progress().enter(Phase.AGGREGATING);
        try (ProgressView view = pass.view()) {
            return new Aggregates(spark, config, layout, layout.places(written)).stage(units);
        }
    }

    private static List<RunManifest.File> recorded(List<WrittenTable> tables) {
        return tables.stream().map(RunManifest.File::of).toList();
    }
}
