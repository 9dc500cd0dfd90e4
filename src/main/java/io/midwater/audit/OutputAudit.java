package io.midwater.audit;

import io.midwater.control.Reconciliation;
import io.midwater.control.RunManifest;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.UnitTables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/** A finished output against its manifest. Reads every published file once for its hash and few columns for the sums. */
public final class OutputAudit {
    private final Configuration configuration;
    private final OutputLayout layout;
    private final FileAudit files;

    public OutputAudit(Configuration configuration, OutputLayout layout) throws IOException {
        this.configuration = configuration;
        this.layout = layout;
        this.files = new FileAudit(configuration, layout);
    }

    /**
     * @param books the run's row accounting, null where it cannot be read
     * @param threads files or units at a time
     */
    public Audit check(RunManifest manifest, Reconciliation books, int threads) throws IOException {
        List<Mismatch> found = new ArrayList<>(BooksAudit.check(manifest, books));
        List<RunManifest.File> all = manifest.files();
        List<Mismatch> ofFiles = together(
                all.stream()
                        .map(file -> (Callable<List<Mismatch>>) () -> files.check(file))
                        .toList(),
                threads);
        found.addAll(ofFiles);
        found.addAll(together(sums(manifest, ofFiles), threads));
        found.addAll(new AggregateAudit(configuration, layout, manifest).check());
        found.addAll(Inventory.unnamed(configuration, layout, manifest.paths()));
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

    /** Units that share files one after the other, so that each footer is read once. */
    private List<Callable<List<Mismatch>>> sums(RunManifest manifest, List<Mismatch> ofFiles) {
        Set<String> good = manifest.files().stream().map(RunManifest.File::path).collect(Collectors.toSet());
        ofFiles.stream().filter(UnitAudit::prevents).map(Mismatch::where).forEach(good::remove);
        Map<String, List<RunManifest.Unit>> together = new LinkedHashMap<>();
        for (RunManifest.Unit unit : manifest.units()) {
            // What cannot be read cannot be added up.
            if (unit.done() && unit.files().stream().allMatch(file -> good.contains(file.path()))) {
                boolean alone = unit.files().stream().allMatch(RunManifest.File::whole);
                together.computeIfAbsent(alone ? unit.unit().toString() : unit.date(), key -> new ArrayList<>())
                        .add(unit);
            }
        }
        return together.values().stream()
                .map(some -> (Callable<List<Mismatch>>) () -> {
                    UnitAudit audit = new UnitAudit(new UnitTables(configuration, layout));
                    return some.stream()
                            .flatMap(unit -> audit.check(unit).stream())
                            .toList();
                })
                .toList();
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
