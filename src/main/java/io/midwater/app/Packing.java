package io.midwater.app;

import io.midwater.config.OutputConfig;
import io.midwater.control.FailureReason;
import io.midwater.control.RunManifest;
import io.midwater.control.WrittenTable;
import io.midwater.domain.SecurityDay;
import io.midwater.progress.ProgressView;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.Pack;
import io.midwater.sink.PackPlan;
import io.midwater.sink.WrittenPack;
import io.midwater.spark.Jobs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Puts the tables of all units where the layout wants them: those that this run did come from staging, those that stand
 * from the files that hold them now, with their pages as they are. A file that holds what it is to hold stays. Nothing of
 * the inputs is read, neither for units that share a file with others nor when the layout has changed.
 */
final class Packing {
    /** Small files share a task. */
    private static final int TASKS_PER_CORE = 32;

    private final JavaSparkContext context;
    private final OutputLayout layout;
    private final OutputConfig.Layout wanted;
    private final String runId;
    private final Supplier<ProgressView> watch;
    private final Map<String, RunManifest.File> standing = new HashMap<>();
    private final Map<String, List<SecurityDay>> unitsOf = new HashMap<>();

    /**
     * @param units of the output
     * @param packed the files among them that hold several units
     * @param written what is to be published of them
     */
    record Result(List<RunManifest.Unit> units, List<RunManifest.File> packed, List<WrittenTable> written) {}

    /**
     * @param previous the newest manifest, null for none
     * @param watch shows that files are written, until it is closed
     */
    Packing(
            SparkSession spark,
            OutputLayout layout,
            OutputConfig.Layout wanted,
            RunManifest previous,
            String runId,
            Supplier<ProgressView> watch) {
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.layout = layout;
        this.wanted = wanted;
        this.runId = runId;
        this.watch = watch;
        if (previous != null) {
            previous.packed().forEach(file -> standing.put(file.path(), file));
            previous.units().forEach(unit -> unit.files().stream()
                    .filter(file -> !file.whole())
                    .forEach(file -> unitsOf.computeIfAbsent(file.path(), path -> new ArrayList<>())
                            .add(unit.unit())));
        }
    }

    /**
     * Packs. A unit whose rows are not what they were fails; the others are packed without it.
     *
     * @param units of the output, in their order
     * @param staged what this run wrote of them
     */
    Result pack(List<RunManifest.Unit> units, List<WrittenTable> staged) {
        PackPlan plan = new PackPlan(layout, layout.places(staged));
        Map<Pack, WrittenPack> finished = new HashMap<>();
        List<RunManifest.Unit> now = units;
        while (true) {
            List<Pack> packs =
                    switch (wanted) {
                        case DATE -> plan.byDate(now);
                        case SECURITY_DATE -> plan.byUnit(now);
                    };
            Map<SecurityDay, String> damaged = write(
                    packs.stream()
                            .filter(pack -> !finished.containsKey(pack) && !isThere(pack))
                            .toList(),
                    finished);
            if (damaged.isEmpty()) {
                return result(now, packs, finished, staged);
            }
            now = now.stream()
                    .map(unit -> damaged.containsKey(unit.unit())
                            ? unit.failed(FailureReason.FILE_DAMAGED, damaged.get(unit.unit()))
                            : unit)
                    .toList();
        }
    }

    /** True where the file of that name holds these rows and no others. */
    private boolean isThere(Pack pack) {
        return pack.pieces().stream().allMatch(piece -> piece.file().path().equals(pack.path()))
                && pack.pieces().stream().map(Pack.Piece::unit).toList().equals(unitsOf.get(pack.path()));
    }

    private Map<SecurityDay, String> write(List<Pack> packs, Map<Pack, WrittenPack> finished) {
        Map<SecurityDay, String> damaged = new HashMap<>();
        if (packs.isEmpty()) {
            return damaged;
        }
        Broadcast<SerializableConfiguration> configuration =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        int tasks = Math.min(packs.size(), TASKS_PER_CORE * context.defaultParallelism());
        return Jobs.described(context.sc(), "Put the units of each date together", () -> {
            try (ProgressView view = watch.get()) {
                Jobs.forEachPartition(
                        context.parallelize(packs, tasks)
                                .mapPartitions(new PackTask(
                                        configuration, layout.root().toString(), runId))
                                .rdd(),
                        results -> results.forEach(result -> {
                            damaged.putAll(result.damaged());
                            if (result.file() != null) {
                                finished.put(result.pack(), result);
                            }
                        }));
            }
            return damaged;
        });
    }

    private Result result(
            List<RunManifest.Unit> units,
            List<Pack> packs,
            Map<Pack, WrittenPack> finished,
            List<WrittenTable> staged) {
        Map<UnitTable, RunManifest.File> moved = new HashMap<>();
        SortedMap<String, RunManifest.File> packed = new TreeMap<>();
        List<WrittenTable> written = new ArrayList<>();
        for (Pack pack : packs) {
            WrittenPack file = finished.get(pack);
            boolean shared = wanted == OutputConfig.Layout.DATE;
            if (file != null) {
                written.add(file.file());
                for (int i = 0; i < pack.pieces().size(); i++) {
                    Pack.Piece piece = pack.pieces().get(i);
                    moved.put(
                            new UnitTable(piece.unit(), pack.table()),
                            piece.file()
                                    .in(pack.path(), shared ? file.rowGroups().get(i) : null));
                }
            }
            if (shared) {
                packed.put(pack.path(), file == null ? standing.get(pack.path()) : RunManifest.File.of(file.file()));
            }
        }
        List<RunManifest.Unit> settled =
                units.stream().map(unit -> settled(unit, moved)).toList();
        Set<String> paths = new HashSet<>();
        settled.forEach(unit -> unit.files().forEach(file -> paths.add(file.path())));
        staged.stream().filter(file -> paths.contains(file.path())).forEach(written::add);
        return new Result(settled, List.copyOf(packed.values()), written);
    }

    private record UnitTable(SecurityDay unit, String table) {}

    private static RunManifest.Unit settled(RunManifest.Unit unit, Map<UnitTable, RunManifest.File> moved) {
        return unit.withFiles(unit.files().stream()
                .map(file -> moved.getOrDefault(new UnitTable(unit.unit(), file.table()), file))
                .toList());
    }
}
