package io.midwater.app;

import io.midwater.config.MidwaterConfig;
import io.midwater.control.Reconciliation;
import io.midwater.control.RunManifest;
import io.midwater.control.UnitResult;
import io.midwater.control.WrittenTable;
import io.midwater.domain.SecurityDay;
import io.midwater.feed.InputFile;
import io.midwater.progress.RunLog;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.Publisher;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The folder of one run: manifest, ledger, reconciliation; and what the newest earlier run left. */
final class RunRecord {
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final FileSystem system;
    private final OutputLayout layout;
    private final Publisher publisher;
    private final MidwaterConfig config;
    private final Instant started;
    private final String runId;
    private final RunManifest previous;
    /** A run after the newest manifest did not end, and may have replaced files that the manifest records. */
    private final boolean disturbed;

    private RunRecord(
            FileSystem system,
            OutputLayout layout,
            Publisher publisher,
            MidwaterConfig config,
            RunManifest previous,
            boolean disturbed) {
        this.system = system;
        this.layout = layout;
        this.publisher = publisher;
        this.config = config;
        this.started = Instant.now();
        this.runId = ID.format(started);
        this.previous = previous;
        this.disturbed = disturbed;
    }

    static RunRecord start(Configuration hadoop, OutputLayout layout, MidwaterConfig config) throws IOException {
        FileSystem system = layout.root().getFileSystem(hadoop);
        return new RunRecord(
                system,
                layout,
                new Publisher(hadoop, layout),
                config,
                Manifests.newest(system, layout).orElse(null),
                system.exists(layout.unfinished()));
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

    /** Removes what no manifest records, left by a killed run, and notes that this run has begun. */
    void begin() throws IOException {
        publisher.clearStaging();
        publisher.withdrawAllBut(previous == null ? Set.of() : previous.paths());
        publisher.write(layout.unfinished(), runId + "\n");
    }

    /** The manifest of the newest earlier run, null for none. */
    RunManifest previous() {
        return previous;
    }

    void say(String line) {
        System.err.println(line);
    }

    /** True where nothing that decides the result has changed and nothing failed. */
    boolean upToDate(List<InputFile> files) {
        return previous != null
                && !disturbed
                && previous.version().equals(Version.text())
                && previous.resultHash().equals(config.resultHash())
                && previous.status().equals("done")
                && previous.inputs().size()
                        == files.stream().filter(f -> f.kind().sliced()).count()
                && files.stream().filter(f -> f.kind().sliced()).allMatch(this::unchanged);
    }

    private boolean unchanged(InputFile file) {
        return previous.inputs().stream()
                .anyMatch(input -> input.path().equals(file.path())
                        && input.size() == file.size()
                        && input.modified() == file.modified()
                        && input.headerHash().equals(file.header().hash()));
    }

    void reconciled(Reconciliation books) throws IOException {
        publisher.write(layout.runFile(runId, "reconciliation.json"), Json.write(books));
    }

    /** The new manifest: what this run did, and units of earlier runs that it did not touch and that still hold. */
    RunManifest manifest(List<RunManifest.Input> inputs, Outcomes outcomes, List<WrittenTable> rejectedLegs)
            throws IOException {
        TreeMap<SecurityDay, RunManifest.Unit> units = new TreeMap<>();
        for (UnitResult result : outcomes.units()) {
            units.put(result.unit(), RunManifest.Unit.of(result));
        }
        if (previous != null
                && previous.unitHash().equals(config.unitHash())
                && previous.version().equals(Version.text())
                && sameFiles(inputs)) {
            for (RunManifest.Unit unit : previous.units()) {
                if (!units.containsKey(unit.unit()) && stands(unit)) {
                    units.put(unit.unit(), unit);
                }
            }
        }
        boolean partial = units.values().stream().anyMatch(unit -> !unit.done()) || outcomes.stop() != null;
        List<RunManifest.File> rejects = new ArrayList<>();
        outcomes.files().values().stream()
                .filter(file -> file.rejects() != null)
                .forEach(file -> rejects.add(RunManifest.File.of(file.rejects())));
        rejectedLegs.forEach(file -> rejects.add(RunManifest.File.of(file)));
        return new RunManifest(
                runId,
                Version.text(),
                started.truncatedTo(ChronoUnit.MILLIS).toString(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                partial ? "partial" : "done",
                config.unitHash(),
                config.resultHash(),
                config.effective(),
                inputs.stream()
                        .sorted(Comparator.comparing(RunManifest.Input::path))
                        .toList(),
                List.copyOf(units.values()),
                List.of(),
                List.copyOf(rejects));
    }

    private boolean stands(RunManifest.Unit unit) throws IOException {
        if (disturbed) {
            for (RunManifest.File file : unit.files()) {
                if (!publisher.isIntact(file.path(), file.sha256())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean sameFiles(List<RunManifest.Input> inputs) {
        Map<String, RunManifest.Input> byPath = new HashMap<>();
        inputs.forEach(input -> byPath.put(input.path(), input));
        return previous.inputs().stream()
                .allMatch(input -> byPath.containsKey(input.path()) && input.sameFile(byPath.get(input.path())));
    }

    /** Writes ledger and manifest, makes this run the newest, then withdraws what only earlier runs had. */
    void finish(RunManifest manifest) throws IOException {
        publisher.write(layout.runFile(runId, "units.csv"), Ledger.csv(manifest.units()));
        publisher.write(layout.runFile(runId, "manifest.json"), Json.write(manifest));
        publisher.write(new Path(layout.runs(), "latest"), runId + "\n");
        if (!system.exists(layout.runFile(runId, "manifest.json"))) {
            throw new IOException("the manifest of run " + runId + " is not there after it was written");
        }
        if (previous != null) {
            Set<String> gone = previous.paths();
            gone.removeAll(manifest.paths());
            publisher.withdraw(gone);
        }
        publisher.withdraw(List.of(layout.relative(layout.unfinished())));
    }

    void summary(RunManifest manifest, Reconciliation books) {
        System.out.println(RunSummary.text(layout, manifest, books, started));
    }
}
