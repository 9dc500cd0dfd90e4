package io.midwater.audit;

import io.midwater.control.Reconciliation;
import io.midwater.control.RunManifest;
import io.midwater.sink.OutputLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;

/** A finished output against its manifest. Reads every published file once for its hash and few columns for the sums. */
public final class OutputAudit {
    private final Configuration configuration;
    private final OutputLayout layout;
    private final FileAudit files;
    private final UnitAudit units;

    public OutputAudit(Configuration configuration, OutputLayout layout) throws IOException {
        this.configuration = configuration;
        this.layout = layout;
        this.files = new FileAudit(configuration, layout);
        this.units = new UnitAudit(configuration, layout);
    }

    /**
     * @param books the run's row accounting, null where it cannot be read
     * @param threads units at a time
     */
    public Audit check(RunManifest manifest, Reconciliation books, int threads) throws IOException {
        List<Mismatch> found = new ArrayList<>(BooksAudit.check(manifest, books));
        List<Callable<List<Mismatch>>> parts = new ArrayList<>();
        manifest.units().forEach(unit -> parts.add(() -> unit(unit)));
        parts.add(() -> files(manifest.aggregates()));
        parts.add(() -> files(manifest.rejects()));
        found.addAll(together(parts, threads));
        found.addAll(new AggregateAudit(configuration, layout, manifest).check());
        found.addAll(Inventory.unnamed(configuration, layout, manifest.paths()));
        List<RunManifest.File> all = new ArrayList<>(manifest.aggregates());
        all.addAll(manifest.rejects());
        manifest.units().forEach(unit -> all.addAll(unit.files()));
        return new Audit(
                layout.root().toString(),
                manifest.runId(),
                found.isEmpty(),
                manifest.units().size(),
                manifest.units().stream().filter(unit -> !unit.done()).count(),
                all.size(),
                all.stream().mapToLong(RunManifest.File::bytes).sum(),
                all.stream().mapToLong(RunManifest.File::rows).sum(),
                found);
    }

    private List<Mismatch> unit(RunManifest.Unit unit) {
        List<Mismatch> found = files(unit.files());
        // What cannot be read cannot be added up.
        if (unit.done() && found.stream().noneMatch(UnitAudit::prevents)) {
            found.addAll(units.check(unit));
        }
        return found;
    }

    private List<Mismatch> files(List<RunManifest.File> list) {
        List<Mismatch> found = new ArrayList<>();
        list.forEach(file -> found.addAll(files.check(file)));
        return found;
    }

    private static List<Mismatch> together(List<Callable<List<Mismatch>>> parts, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Mismatch> found = new ArrayList<>();
            for (Future<List<Mismatch>> part : pool.invokeAll(parts)) {
                found.addAll(part.get());
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while checking", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a check ended with an error: " + e.getCause(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
