package io.midwater.audit;

import static io.midwater.audit.Mismatch.Kind.ACCOUNT;
import static io.midwater.audit.Mismatch.Kind.MANIFEST;

import io.midwater.control.Reconciliation;
import io.midwater.control.RunManifest;
import io.midwater.sink.OutputLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The manifest against itself, and the run's row accounting against it. */
final class BooksAudit {
    private BooksAudit() {}

    /** @param books what the run wrote down, null where it cannot be read */
    static List<Mismatch> check(RunManifest manifest, Reconciliation books) {
        List<Mismatch> found = new ArrayList<>();
        manifest(manifest, message -> found.add(Mismatch.rebuild(MANIFEST, "manifest.json", message)));
        for (RunManifest.Input input : manifest.inputs()) {
            Reconciliation.Rows rows = Reconciliation.Rows.of(input);
            if (!rows.closes()) {
                found.add(Mismatch.rebuild(ACCOUNT, input.path(), "the manifest says " + rows.gap()));
            }
        }
        boolean complete = manifest.inputs().stream().allMatch(RunManifest.Input::complete);
        books(books, complete, message -> found.add(Mismatch.rebuild(ACCOUNT, "reconciliation.json", message)));
        return found;
    }

    private static void manifest(RunManifest manifest, Consumer<String> problem) {
        Set<String> units = new HashSet<>();
        Set<String> paths = new HashSet<>();
        boolean failed = false;
        for (RunManifest.Unit unit : manifest.units()) {
            failed |= !unit.done();
            if (!units.add(unit.unit().toString())) {
                problem.accept("it lists unit " + unit.unit() + " twice");
            }
            if (!unit.done() && !unit.files().isEmpty()) {
                problem.accept("it gives failed unit " + unit.unit() + " files");
            }
            for (RunManifest.File file : unit.files()) {
                if (!OutputLayout.mayHold(file, unit)) {
                    problem.accept("it gives unit " + unit.unit() + " the file " + file.path());
                }
                if (file.whole() && !paths.add(file.path())) {
                    problem.accept("it lists file " + file.path() + " twice");
                }
            }
        }
        packed(manifest, problem);
        if (failed && manifest.status().equals("done")) {
            problem.accept("its status is done, but it lists failed units");
        }
    }

    /**
     * Files of several units hold the rows of their units, one unit's behind the other's, and nothing else. Without units
     * they hold no row.
     */
    private static void packed(RunManifest manifest, Consumer<String> problem) {
        Map<String, Long> rows = new TreeMap<>();
        Set<String> starts = new HashSet<>();
        for (RunManifest.Unit unit : manifest.units()) {
            for (RunManifest.File file : unit.files()) {
                if (!file.whole()) {
                    rows.merge(file.path(), file.rows(), Long::sum);
                    if (file.rows() > 0 && !starts.add(file.path() + " " + file.rowGroup())) {
                        problem.accept(
                                "it gives row group " + file.rowGroup() + " of " + file.path() + " to two units");
                    }
                }
            }
        }
        for (RunManifest.File file : manifest.packed()) {
            Long ofUnits = rows.remove(file.path());
            if (ofUnits == null) {
                if (!manifest.units().isEmpty() || file.rows() > 0) {
                    problem.accept("it gives no unit the file " + file.path());
                }
            } else if (ofUnits != file.rows()) {
                problem.accept("it gives units " + ofUnits + " rows of " + file.path() + ", which has " + file.rows());
            }
        }
        rows.keySet().forEach(path -> problem.accept("it gives units rows of " + path + ", which it does not list"));
    }

    /** @param complete false for a run that was stopped: it has read rows of units that it never did */
    private static void books(Reconciliation books, boolean complete, Consumer<String> problem) {
        if (books == null || books.rows() == null || books.rowsByKind() == null) {
            problem.accept("it cannot be read");
            return;
        }
        if (complete && !books.closes()) {
            problem.accept("it does not close: " + String.join("; ", books.problems()));
        }
        closes("all kinds", books.rows(), problem);
        books.rowsByKind().forEach((kind, rows) -> closes(kind, rows, problem));
        Map<String, Reconciliation.Rows> kinds = books.rowsByKind();
        long read = kinds.values().stream().mapToLong(Reconciliation.Rows::read).sum();
        if (read != books.rows().read()) {
            problem.accept("it says " + books.rows().read() + " rows read, its kinds add up to " + read);
        }
    }

    private static void closes(String kind, Reconciliation.Rows rows, Consumer<String> problem) {
        if (!rows.closes()) {
            problem.accept(kind + ": " + rows.gap());
        }
    }
}
