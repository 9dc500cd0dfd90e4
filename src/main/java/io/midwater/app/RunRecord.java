package io.midwater.app;

import io.midwater.app.input.RejectedLegs;
import io.midwater.app.input.SmallInputs;
import io.midwater.app.output.Json;
import io.midwater.app.tables.DataDictionary;
import io.midwater.config.MidwaterConfig;
import io.midwater.control.FileResult;
import io.midwater.control.Increment;
import io.midwater.control.Pace;
import io.midwater.control.Reconciliation;
import io.midwater.control.RowOrigins;
import io.midwater.control.RunManifest;
import io.midwater.control.UnitResult;
import io.midwater.control.WrittenTable;
import io.midwater.domain.SecurityDay;
import io.midwater.progress.RunLog;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.Publisher;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/** One run: its name, its log, its manifest, and the publication of it all. */
final class RunRecord {
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final OutputLayout layout;
    private final Publisher publisher;
    private final MidwaterConfig config;
    private final EarlierRun earlier;
    private final Instant started = Instant.now();
    /** Of a clock that never goes back. */
    private final long startedNs = System.nanoTime();

    private final String runId;

    private RunRecord(OutputLayout layout, Publisher publisher, MidwaterConfig config, EarlierRun earlier) {
        this.layout = layout;
        this.publisher = publisher;
        this.config = config;
        this.earlier = earlier;
        RunManifest previous = earlier.manifest();
        this.runId = ID.format(
                previous == null || previous.runId().compareTo(ID.format(started)) < 0
                        ? started
                        : Instant.from(ID.parse(previous.runId())).plusMillis(1));
    }

    /** Begins a run: finishes a publication that was cut off, and removes what no manifest records. */
    static RunRecord start(Configuration hadoop, OutputLayout layout, MidwaterConfig config, boolean fresh)
            throws IOException {
        Publisher publisher = new Publisher(hadoop, layout);
        String finished = publisher.finishPublication();
        if (finished != null) {
            say("finished the publication of run " + finished + ", which had been cut off");
        }
        publisher.clearStaging();
        EarlierRun earlier = EarlierRun.look(hadoop, layout, config, fresh);
        publisher.withdrawAllBut(earlier.recorded(), earlier.published());
        return new RunRecord(layout, publisher, config, earlier);
    }

    String runId() {
        return runId;
    }

    /** The log of this run, which the caller closes. */
    RunLog log() throws IOException {
        return new RunLog(publisher.log(layout.runFile(runId, "log.jsonl")), Clock.systemUTC());
    }

    Publisher publisher() {
        return publisher;
    }

    /** What the newest earlier run left. */
    EarlierRun earlier() {
        return earlier;
    }

    static void say(String line) {
        System.err.println(line);
    }

    /** The units of the new output: those that stand, and those that this run did. */
    List<RunManifest.Unit> units(Increment increment, Outcomes outcomes) {
        SortedMap<SecurityDay, RunManifest.Unit> units = earlier.standing(increment);
        Map<Integer, FileResult> files = outcomes.files();
        for (UnitResult result : outcomes.units()) {
            units.put(result.unit(), RunManifest.Unit.of(result, runId, RejectedLegs.of(result, files)));
        }
        return List.copyOf(units.values());
    }

    static List<RunManifest.Idle> idle(Increment increment, Outcomes outcomes) {
        SortedMap<SecurityDay, RowOrigins> idle = new TreeMap<>(increment.idle());
        outcomes.idle().forEach(unit -> idle.put(unit.unit(), unit.origins()));
        List<RunManifest.Idle> units = new ArrayList<>();
        idle.forEach((unit, origins) ->
                units.add(new RunManifest.Idle(unit.securityCode(), unit.date().toString(), origins.text())));
        return units;
    }

    RunManifest manifest(
            List<RunManifest.Input> inputs,
            Packing.Result packed,
            List<RunManifest.Idle> idle,
            List<RunManifest.File> rejects,
            Pace pace,
            boolean stopped) {
        boolean partial = stopped || packed.units().stream().anyMatch(unit -> !unit.done());
        return new RunManifest(
                RunManifest.FORMAT,
                runId,
                Version.text(),
                started.truncatedTo(ChronoUnit.MILLIS).toString(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                partial ? "partial" : "done",
                config.unitHash(),
                config.resultHash(),
                earlier.selection(),
                config.effective(),
                inputs.stream()
                        .sorted(Comparator.comparing(RunManifest.Input::path))
                        .toList(),
                packed.units(),
                idle,
                List.of(),
                rejects,
                pace != null && pace.tellsRate() || earlier.manifest() == null
                        ? pace
                        : earlier.manifest().pace(),
                packed.packed());
    }

    /** Keeps the books of a run that is given up because they do not close. */
    void keepBooks(Reconciliation books) throws IOException {
        publisher.write(layout.runFile(runId, "reconciliation.json"), Json.write(books));
    }

    /** Publishes all that this run wrote, with ledger, books and manifest, and withdraws what only earlier runs had. */
    void publish(RunManifest manifest, Reconciliation books, List<WrittenTable> written) throws IOException {
        OutputLayout staging = layout.staging(runId, "record");
        List<WrittenTable> all = new ArrayList<>(written);
        all.add(publisher.stage(staging, layout.runFile(runId, "units.csv"), Ledger.csv(manifest.units())));
        all.add(publisher.stage(staging, layout.runFile(runId, "reconciliation.json"), Json.write(books)));
        all.add(publisher.stage(staging, layout.runFile(runId, "data-dictionary.json"), DataDictionary.json(config)));
        all.add(publisher.stage(staging, layout.runFile(runId, "manifest.json"), Json.write(manifest)));
        Set<String> gone = new HashSet<>(earlier.recorded());
        gone.removeAll(manifest.paths());
        publisher.publish(runId, all, gone.stream().sorted().toList());
    }

    /** Shows rejected rows of an input that cannot be used; files that the newest manifest records stay as they are. */
    void show(List<WrittenTable> rejects) throws IOException {
        Set<String> recorded = earlier.recorded();
        publisher.show(
                rejects.stream().filter(file -> !recorded.contains(file.path())).toList());
    }

    /** Says what was published. */
    void summary(RunManifest manifest, SmallInputs small, Reconciliation books, RunOutcome outcome) {
        RunWarnings.ofOutput(config, manifest, small).forEach(outcome::warn);
        outcome.published(
                manifest,
                books,
                layout.runFile(manifest.runId(), "manifest.json").toString());
        outcome.say(RunSummary.text(
                layout, manifest, books, outcome.warnings(), Duration.ofNanos(System.nanoTime() - startedNs)));
    }

    /** Says that the output is what is asked for. */
    ExitCode nothingToDo(SmallInputs small, RunOutcome outcome) {
        RunManifest newest = earlier.manifest();
        RunWarnings.ofOutput(config, newest, small).forEach(outcome::warn);
        outcome.nothingToDo(
                newest,
                Reconciliation.of(List.of(), newest.inputs(), newest.units(), newest.idle()),
                layout.runFile(newest.runId(), "manifest.json").toString());
        say("nothing to do: inputs, configuration and version are those of run " + newest.runId()
                + " (--fresh does everything again)");
        return ExitCode.DONE;
    }
}
