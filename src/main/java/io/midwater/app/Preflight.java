package io.midwater.app;

import io.midwater.app.input.FeedSetup;
import io.midwater.app.input.SmallInputs;
import io.midwater.app.unit.PriceScales;
import io.midwater.config.ByteSize;
import io.midwater.config.MidwaterConfig;
import io.midwater.config.OutputConfig.Format;
import io.midwater.control.Increment;
import io.midwater.domain.InputKind;
import io.midwater.feed.FeedOptions;
import io.midwater.feed.InputFile;
import io.midwater.feed.InputFiles;
import io.midwater.feed.Splits;
import io.midwater.feed.UnitSample;
import io.midwater.feed.UnitSampler;
import io.midwater.sink.OutputLock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/** Looks before the run: files, headers, units, space and time, from samples. */
final class Preflight {
    private static final int LARGEST_UNITS = 5;
    private static final double SKEWED = 20;

    private final MidwaterConfig config;
    private final Configuration hadoop;
    private final FeedOptions options;
    private final List<String> warnings = new ArrayList<>();

    Preflight(MidwaterConfig config, Configuration hadoop) {
        this.config = config;
        this.hadoop = hadoop;
        this.options = FeedSetup.options(config);
    }

    RunPlan plan() {
        List<InputFile> files = InputFiles.list(hadoop, FeedSetup.sources(config.input()), options);
        UnitSample sample = UnitSampler.sample(hadoop, files, options);
        OutputPlace place = OutputPlace.of(hadoop, config.output());
        Ahead ahead = ahead(place, files, sample);
        CostModel cost =
                new CostModel(ahead.sample(), cores(), config.output().formats().contains(Format.CSV), ahead.rates());
        Long free = place.freeBytes();
        List<RunPlan.File> unsplittable = unsplittable(files);
        warn(sample, cost, free, unsplittable);
        return new RunPlan(
                sample.exact(),
                inputs(files, sample),
                ahead.work(),
                sample.rows().size(),
                sample.unitsAtMost(options.calendar()),
                largest(sample),
                sample.skew(),
                Splits.plan(files, Splits.largest(files)).size(),
                unsplittable,
                config.output().path(),
                cost.outputBytes(),
                cost.shuffleBytes(),
                free,
                cost.cores(),
                ahead.upToDate() ? 0 : cost.seconds(),
                cost.basis(),
                List.copyOf(warnings));
    }

    /** What is left to do, if anything, a sample of the files to be read for it, and how fast that goes. */
    private record Ahead(RunPlan.Work work, boolean upToDate, UnitSample sample, Rates rates) {}

    private Ahead ahead(OutputPlace place, List<InputFile> files, UnitSample all) {
        try {
            place.refuseAmong(config.input());
            EarlierRun earlier = EarlierRun.look(hadoop, place.layout(), config, false);
            List<InputFile> sliced =
                    files.stream().filter(f -> f.kind().sliced()).toList();
            Rates rates = Rates.measured(
                    earlier.manifest() == null ? null : earlier.manifest().pace(), OutputLock.host());
            SmallInputs small = SmallInputs.read(hadoop, files, config);
            Increment increment = earlier.increment(sliced, small, PriceScales.of(small.content(), config), false);
            if (increment.isWhole()) {
                long bytes = InputFiles.bytes(sliced);
                long units = all.unitsAtMost(options.calendar());
                RunPlan.Work work = new RunPlan.Work(sliced.size(), bytes, units, 0, 0, increment.wholeReason());
                return new Ahead(work, false, all, rates);
            }
            Map<Integer, InputFile> numbered = Workload.numbered(sliced, increment);
            Workload workload = Workload.estimate(hadoop, numbered, increment, options);
            List<InputFile> toRead = Workload.toRead(numbered, increment);
            boolean upToDate = earlier.isUpToDate(increment);
            RunPlan.Work work = new RunPlan.Work(
                    toRead.size(),
                    InputFiles.bytes(toRead),
                    workload.unitsAtMost(),
                    increment.standing().size(),
                    increment.leftOut().size(),
                    upToDate
                            ? "nothing has changed"
                            : "the rest stands from run " + earlier.manifest().runId());
            return new Ahead(work, upToDate, workload.ofAll(hadoop, toRead, increment, options), rates);
        } catch (IOException | IllegalArgumentException e) {
            throw place.unusable(e);
        }
    }

    private int cores() {
        int given = config.run().parallelism();
        return given > 0 ? given : Runtime.getRuntime().availableProcessors();
    }

    private static List<RunPlan.Kind> inputs(List<InputFile> files, UnitSample sample) {
        Map<InputKind, UnitSample.Kind> sampled =
                sample.kinds().stream().collect(Collectors.toMap(UnitSample.Kind::kind, kind -> kind));
        List<RunPlan.Kind> inputs = new ArrayList<>();
        for (InputKind kind : InputKind.values()) {
            List<InputFile> own = files.stream().filter(f -> f.kind() == kind).toList();
            if (own.isEmpty()) {
                continue;
            }
            long bytes = InputFiles.bytes(own);
            UnitSample.Kind rows = sampled.get(kind);
            inputs.add(
                    rows == null
                            ? new RunPlan.Kind(kind.label(), own.size(), bytes, null, null, null, null)
                            : new RunPlan.Kind(
                                    kind.label(),
                                    own.size(),
                                    bytes,
                                    rows.rows(),
                                    rows.rowsError(),
                                    rows.kept(),
                                    rows.rejected()));
        }
        return inputs;
    }

    private static List<RunPlan.Unit> largest(UnitSample sample) {
        return sample.largestFirst().stream()
                .limit(LARGEST_UNITS)
                .map(unit -> new RunPlan.Unit(
                        unit.securityCode(),
                        unit.date().toString(),
                        sample.rows().get(unit)))
                .toList();
    }

    private static List<RunPlan.File> unsplittable(List<InputFile> files) {
        return files.stream()
                .filter(file -> file.kind().sliced() && !file.splittable())
                .map(file -> new RunPlan.File(file.path(), file.size()))
                .toList();
    }

    private void warn(UnitSample sample, CostModel cost, Long free, List<RunPlan.File> unsplittable) {
        if (!unsplittable.isEmpty()) {
            long bytes = unsplittable.stream().mapToLong(RunPlan.File::bytes).sum();
            warnings.add(unsplittable.size() + " compressed file(s), " + ByteSize.format(bytes)
                    + ", cannot be split: each is read by one task");
        }
        for (UnitSample.Kind kind : sample.kinds()) {
            if (config.input().tooManyRejected(kind.rejected(), kind.rows())) {
                warnings.add((sample.exact() ? "" : "about ") + kind.rejected() + " of " + kind.rows() + " rows of "
                        + kind.kind().label() + " would be rejected, more than input.max-reject-rate allows");
            }
            if (kind.kind() == InputKind.ORDERS && kind.rows() > 0 && kind.kept() == 0) {
                warnings.add("no sampled row of orders lies inside the selection");
            }
        }
        if (sample.skew() > SKEWED) {
            warnings.add(String.format(
                    Locale.ROOT, "the largest unit has %.0f times the rows of the median one", sample.skew()));
        }
        long space = cost.outputBytes()
                + switch (config.output().layout()) {
                    case SECURITY_DATE -> 0;
                    case DATE -> cost.tableBytes();
                };
        if (free != null && free < space) {
            warnings.add("output needs about " + ByteSize.format(space) + " but only " + ByteSize.format(free)
                    + " are free");
        }
        long limit = config.run().maxSliceMemory().limit(Runtime.getRuntime().maxMemory());
        if (cost.largestUnitBytes() > limit) {
            warnings.add("the largest unit needs about " + ByteSize.format(cost.largestUnitBytes())
                    + " of memory, more than run.max-slice-memory (" + ByteSize.format(limit) + " here)");
        }
    }
}
