package io.midwater.app;

import io.midwater.config.MidwaterConfig;
import io.midwater.config.OutputConfig.Format;
import io.midwater.config.SelectConfig;
import io.midwater.control.FileResult;
import io.midwater.control.Increment;
import io.midwater.control.Pace;
import io.midwater.control.Reconciliation;
import io.midwater.control.RowOrigins;
import io.midwater.control.RunManifest;
import io.midwater.control.UnitResult;
import io.midwater.control.UnitSelection;
import io.midwater.control.WrittenTable;
import io.midwater.domain.SecurityDay;
import io.midwater.feed.InputFile;
import io.midwater.progress.RunLog;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.Publisher;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** One run beside what the newest earlier run left: what there is to do, the new manifest, and its publication. */
final class RunRecord {
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String CSV_TREE = "by_security/";

    private final OutputLayout layout;
    private final Publisher publisher;
    private final MidwaterConfig config;
    private final Instant started = Instant.now();
    /** Of a clock that never goes back. */
    private final long startedNs = System.nanoTime();

    private final String runId;
    private final RunManifest previous;
    /** Length of each published file of a unit, by path. */
    private final SortedMap<String, Long> published;

    private RunRecord(
            OutputLayout layout,
            Publisher publisher,
            MidwaterConfig config,
            RunManifest previous,
            SortedMap<String, Long> published) {
        this.layout = layout;
        this.publisher = publisher;
        this.config = config;
        this.previous = previous;
        this.published = published;
        this.runId = ID.format(
                previous == null || previous.runId().compareTo(ID.format(started)) < 0
                        ? started
                        : Instant.from(ID.parse(previous.runId())).plusMillis(1));
    }

    /** Looks at an output without touching it. */
    static RunRecord look(Configuration hadoop, OutputLayout layout, MidwaterConfig config) throws IOException {
        FileSystem system = layout.root().getFileSystem(hadoop);
        Publisher publisher = new Publisher(hadoop, layout);
        RunManifest previous = Manifests.newest(system, layout).orElse(null);
        return new RunRecord(layout, publisher, config, previous, publisher.published());
    }

    /** Begins a run: finishes a publication that was cut off, and removes what no manifest records. */
    static RunRecord start(Configuration hadoop, OutputLayout layout, MidwaterConfig config) throws IOException {
        Publisher publisher = new Publisher(hadoop, layout);
        String finished = publisher.finishPublication();
        if (finished != null) {
            say("finished the publication of run " + finished + ", which had been cut off");
        }
        publisher.clearStaging();
        RunRecord record = look(hadoop, layout, config);
        Set<String> recorded = record.previous == null ? Set.of() : record.previous.paths();
        publisher.withdrawAllBut(recorded, record.published.keySet());
        return record;
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

    /** The manifest of the newest earlier run, null for none. */
    RunManifest previous() {
        return previous;
    }

    static void say(String line) {
        System.err.println(line);
    }

    /** What there is to do for these files, those of kinds that come in security-days. */
    Increment increment(List<InputFile> sliced, PriceScales scales, boolean fresh) {
        if (fresh) {
            return Increment.everything(previous, sliced.size(), "--fresh was given");
        }
        return Increment.between(
                previous,
                sliced.stream()
                        .map(file -> new Increment.SourceFile(
                                file.kind().label(),
                                file.path(),
                                file.size(),
                                file.modified(),
                                file.header().hash()))
                        .toList(),
                new Increment.Request(
                        Version.text(),
                        config.unitHash(),
                        config.resultHash(),
                        selection(),
                        config.market().dateFromColumn()
                                ? null
                                : config.market().rules().calendar()),
                unit -> isUsable(unit, scales));
    }

    private UnitSelection selection() {
        SelectConfig select = config.select();
        return new UnitSelection(select.securities(), text(select.from()), text(select.to()));
    }

    private static String text(LocalDate date) {
        return date == null ? null : date.toString();
    }

    /**
     * The cheap check of a unit: its files are there, as long as they were, in every form asked for; and the reference data
     * say of its prices what they said.
     */
    private boolean isUsable(RunManifest.Unit unit, PriceScales scales) {
        String row = unit.priceScale() == null ? null : unit.priceScale().row();
        return Objects.equals(row, scales.disagreement(unit.unit()))
                && (!csv() || unit.files().stream().anyMatch(RunRecord::isCsv))
                && unit.files().stream().allMatch(file -> published.getOrDefault(file.path(), -1L) == file.bytes());
    }

    private boolean csv() {
        return config.output().formats().contains(Format.CSV);
    }

    private static boolean isCsv(RunManifest.File file) {
        return file.path().startsWith(CSV_TREE);
    }

    /** True where the output is what is asked for, in the forms asked for, aggregates and all. */
    boolean isUpToDate(Increment increment) throws IOException {
        if (!increment.isNothing()
                || !csv()
                        && published.keySet().stream()
                                .anyMatch(path -> path.startsWith(CSV_TREE)
                                        && previous.paths().contains(path))) {
            return false;
        }
        for (RunManifest.File file : previous.aggregates()) {
            if (publisher.length(file.path()) != file.bytes()) {
                return false;
            }
        }
        return true;
    }

    /** The units of the new output: those that stand, and those that this run did. */
    List<RunManifest.Unit> units(Increment increment, Outcomes outcomes) {
        SortedMap<SecurityDay, RunManifest.Unit> units = new TreeMap<>();
        increment
                .standing()
                .forEach((unit, stood) -> units.put(
                        unit,
                        stood.withFiles(stood.files().stream()
                                .filter(file -> csv() || !isCsv(file))
                                .toList())));
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

    /** The rejects found while reading files that this run did not read whole. */
    List<RunManifest.File> standingRejects(Increment increment, Map<Integer, InputFile> files) {
        Set<String> standing = new HashSet<>();
        increment.accounts().keySet().stream()
                .filter(number -> !increment.look().contains(number))
                .forEach(number -> standing.add(
                        layout.relative(layout.readingRejects(files.get(number).kind(), number))));
        return previous == null
                ? List.of()
                : previous.rejects().stream()
                        .filter(file -> standing.contains(file.path()))
                        .toList();
    }

    RunManifest manifest(
            List<RunManifest.Input> inputs,
            List<RunManifest.Unit> units,
            List<RunManifest.Idle> idle,
            List<RunManifest.File> rejects,
            Pace pace,
            boolean stopped) {
        boolean partial = stopped || units.stream().anyMatch(unit -> !unit.done());
        return new RunManifest(
                RunManifest.FORMAT,
                runId,
                Version.text(),
                started.truncatedTo(ChronoUnit.MILLIS).toString(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                partial ? "partial" : "done",
                config.unitHash(),
                config.resultHash(),
                selection(),
                config.effective(),
                inputs.stream()
                        .sorted(Comparator.comparing(RunManifest.Input::path))
                        .toList(),
                units,
                idle,
                List.of(),
                rejects,
                pace != null && pace.tellsRate() || previous == null ? pace : previous.pace());
    }

    /** Where the file of a path lies while this run has not published what it wrote. */
    Map<String, String> places(List<WrittenTable> written) {
        Map<String, String> places = new HashMap<>();
        written.forEach(file -> places.put(file.path(), file.staged()));
        return places;
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
        Set<String> gone = previous == null ? new HashSet<>() : previous.paths();
        gone.removeAll(manifest.paths());
        publisher.publish(runId, all, gone.stream().sorted().toList());
    }

    /** Shows rejected rows of an input that cannot be used; files that the newest manifest records stay as they are. */
    void show(List<WrittenTable> rejects) throws IOException {
        Set<String> recorded = previous == null ? Set.of() : previous.paths();
        publisher.show(
                rejects.stream().filter(file -> !recorded.contains(file.path())).toList());
    }

    void summary(RunManifest manifest, Reconciliation books) {
        System.out.println(RunSummary.text(
                layout,
                manifest,
                books,
                config.market().rules().priceScale(),
                Duration.ofNanos(System.nanoTime() - startedNs)));
    }
}
