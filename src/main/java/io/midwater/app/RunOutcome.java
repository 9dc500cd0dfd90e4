package io.midwater.app;

import io.midwater.control.FailureReason;
import io.midwater.control.Reconciliation;
import io.midwater.control.RunManifest;
import io.midwater.domain.Finding;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a run ended, gathered while it goes on. To people it is said line by line as soon as it is known; to machines as one
 * {@link Answer} at the end, whatever the end is.
 */
public final class RunOutcome {
    private static final Reconciliation.Rows NO_ROWS = new Reconciliation.Rows(0, 0, 0, 0, 0);

    /** Null where a machine listens. */
    private final PrintWriter people;

    private final long startedNs = System.nanoTime();
    private final List<String> warnings = new ArrayList<>();
    private String output;
    private String runId;
    private String status = "failed";
    private RunManifest manifest;
    private Reconciliation books;
    private String manifestFile;
    private String report;

    private RunOutcome(PrintWriter people) {
        this.people = people;
    }

    /** One that says everything to people. */
    static RunOutcome spoken(PrintWriter people) {
        return new RunOutcome(people);
    }

    /** One that keeps everything for the answer. */
    static RunOutcome silent() {
        return new RunOutcome(null);
    }

    /**
     * What {@code run --json} prints.
     *
     * @param runId null where it ended before it began
     * @param status done; partial, with units that failed or were left; nothing_to_do; failed
     * @param error what the terminal said; null unless it failed
     * @param unitsDone by this run
     * @param unitsFailed of the output
     * @param unitsSkipped that stand from earlier runs
     * @param rowsRead of all files of the output, whichever run read them; = kept + filtered out + duplicates + rejected
     * @param findings totals over all units of the output
     * @param failures every failed unit
     * @param seconds from the command's start to its end, the report included
     */
    record Answer(
            String output,
            String runId,
            String status,
            int exitCode,
            String error,
            long unitsDone,
            long unitsFailed,
            long unitsSkipped,
            long rowsRead,
            long rowsKept,
            long rowsFilteredOut,
            long rowsDuplicates,
            long rowsRejected,
            Map<Finding, Long> findings,
            List<Failure> failures,
            List<String> warnings,
            double seconds,
            String manifest,
            String report) {}

    /** A unit that failed. */
    record Failure(long securityCode, String date, FailureReason reason, String message) {}

    /** The output is known. */
    void output(String path) {
        output = path;
    }

    /** The run has its name. */
    void started(String id) {
        runId = id;
    }

    /** Something to look at, which does not change how the run ends. */
    void warn(String warning) {
        warnings.add(warning);
    }

    /** What is worth looking at, so far. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** The newest run is what is asked for. */
    void nothingToDo(RunManifest newest, Reconciliation account, String file) {
        started(newest.runId());
        keep("nothing_to_do", newest, account, file);
    }

    /** The results are published. */
    void published(RunManifest own, Reconciliation account, String file) {
        keep(own.status(), own, account, file);
    }

    private void keep(String word, RunManifest newest, Reconciliation account, String file) {
        status = word;
        manifest = newest;
        books = account;
        manifestFile = file;
    }

    /** The report is written. */
    void report(String path) {
        report = path;
        say("Report    " + path);
    }

    /** Says something to people. */
    void say(String text) {
        if (people != null) {
            people.println(text);
            people.flush();
        }
    }

    /** How long it took so far. */
    Duration worked() {
        return Duration.ofNanos(System.nanoTime() - startedNs);
    }

    /** @param error null unless the run failed */
    Answer answer(ExitCode code, String error) {
        Reconciliation.Rows rows = books == null ? NO_ROWS : books.rows();
        List<RunManifest.Unit> units = manifest == null ? List.of() : manifest.units();
        boolean own = status.equals("done") || status.equals("partial");
        long done = !own
                ? 0
                : units.stream()
                        .filter(unit -> unit.done() && unit.doneBy().equals(runId))
                        .count();
        long failed = units.stream().filter(unit -> !unit.done()).count();
        return new Answer(
                output,
                runId,
                error == null ? status : "failed",
                code.code(),
                error,
                done,
                failed,
                units.size() - done - failed,
                rows.read(),
                rows.kept(),
                rows.filteredOut(),
                rows.duplicates(),
                rows.rejected(),
                books == null ? Map.of() : books.findings(),
                units.stream()
                        .filter(unit -> !unit.done())
                        .map(unit -> new Failure(
                                unit.securityCode(), unit.date(), FailureReason.valueOf(unit.reason()), unit.message()))
                        .toList(),
                List.copyOf(warnings),
                Math.round(worked().toMillis() / 100.0) / 10.0,
                manifestFile,
                report);
    }
}
