package io.midwater.app;

import io.midwater.app.input.SmallInputs;
import io.midwater.app.output.Manifests;
import io.midwater.app.output.UsageException;
import io.midwater.app.unit.PriceScales;
import io.midwater.config.MidwaterConfig;
import io.midwater.config.OutputConfig.Format;
import io.midwater.config.SelectConfig;
import io.midwater.control.Increment;
import io.midwater.control.RunManifest;
import io.midwater.control.UnitSelection;
import io.midwater.domain.SecurityDay;
import io.midwater.feed.InputFile;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.Publisher;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** What the newest earlier run left, and what of it stands under a configuration. */
final class EarlierRun {
    private final OutputLayout layout;
    private final Publisher publisher;
    private final MidwaterConfig config;
    private final RunManifest previous;
    /** Length of each published file of a unit, by path. */
    private final SortedMap<String, Long> published;
    /** Paths of the files of units that are there, as long as they were. */
    private final Set<String> intact = new HashSet<>();

    private EarlierRun(
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
        if (previous != null) {
            previous.files().stream()
                    .filter(file -> published.getOrDefault(file.path(), -1L) == file.bytes())
                    .forEach(file -> intact.add(file.path()));
        }
    }

    /**
     * Looks at an output without touching it.
     *
     * @param fresh true where a manifest that cannot be read is as good as none
     * @throws UsageException for a manifest that cannot be read
     */
    static EarlierRun look(Configuration hadoop, OutputLayout layout, MidwaterConfig config, boolean fresh)
            throws IOException {
        FileSystem system = layout.root().getFileSystem(hadoop);
        Publisher publisher = new Publisher(hadoop, layout);
        return new EarlierRun(layout, publisher, config, newest(system, layout, fresh), publisher.published());
    }

    private static RunManifest newest(FileSystem system, OutputLayout layout, boolean fresh) throws IOException {
        try {
            return Manifests.newest(system, layout).orElse(null);
        } catch (UsageException e) {
            if (!fresh) {
                throw e;
            }
            return null;
        }
    }

    /** Its manifest, null where there was none. */
    RunManifest manifest() {
        return previous;
    }

    /** The paths of all files that it recorded. */
    Set<String> recorded() {
        return previous == null ? Set.of() : previous.paths();
    }

    /** The paths of all files of units and rejects that are there. */
    Set<String> published() {
        return published.keySet();
    }

    /** What there is to do for these files, those of kinds that come in security-days. */
    Increment increment(List<InputFile> sliced, SmallInputs small, PriceScales scales, boolean fresh) {
        if (fresh) {
            return Increment.everything(previous, sliced.size(), "--fresh was given");
        }
        return Increment.between(
                previous,
                sliced.stream().map(SmallInputs::source).toList(),
                new Increment.Request(
                        Version.text(),
                        config.unitHash(),
                        config.resultHash(),
                        selection(),
                        small.sources(),
                        config.market().dateFromColumn()
                                ? null
                                : config.market().rules().calendar()),
                unit -> isUsable(unit, scales));
    }

    /** Which units are asked for. */
    UnitSelection selection() {
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
                && (!csv() || unit.files().stream().anyMatch(EarlierRun::isCsv))
                && unit.files().stream().allMatch(file -> intact.contains(file.path()));
    }

    private boolean csv() {
        return config.output().formats().contains(Format.CSV);
    }

    private static boolean isCsv(RunManifest.File file) {
        return OutputLayout.isCsvTree(file.path());
    }

    /** True where the output is what is asked for, in the forms asked for, aggregates and all. */
    boolean isUpToDate(Increment increment) throws IOException {
        if (!increment.isNothing()
                || !csv()
                        && published.keySet().stream()
                                .anyMatch(path -> OutputLayout.isCsvTree(path)
                                        && previous.paths().contains(path))) {
            return false;
        }
        for (RunManifest.File file : previous.aggregates()) {
            if (publisher.length(file.path()) != file.bytes()) {
                return false;
            }
        }
        return previous.packed().stream().allMatch(file -> intact.contains(file.path()));
    }

    /** The units that stand, with their files in the forms asked for. */
    SortedMap<SecurityDay, RunManifest.Unit> standing(Increment increment) {
        SortedMap<SecurityDay, RunManifest.Unit> units = new TreeMap<>();
        increment
                .standing()
                .forEach((unit, stood) -> units.put(
                        unit,
                        stood.withFiles(stood.files().stream()
                                .filter(file -> csv() || !isCsv(file))
                                .toList())));
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
}
