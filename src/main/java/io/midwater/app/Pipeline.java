package io.midwater.app;

import io.midwater.app.input.FeedSetup;
import io.midwater.app.input.SmallInputs;
import io.midwater.app.unit.PriceScales;
import io.midwater.app.unit.SliceAnalysis;
import io.midwater.app.unit.UnitJob;
import io.midwater.config.MidwaterConfig;
import io.midwater.control.Increment;
import io.midwater.feed.FeedOptions;
import io.midwater.feed.InputFile;
import io.midwater.feed.InputFiles;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.OutputLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** The whole job: finds out what there is to do, and does it in a {@link PipelineRun}. */
final class Pipeline implements Run {
    private final UnaryOperator<SliceAnalysis> work;
    private final boolean report;

    Pipeline() {
        this(UnaryOperator.identity());
    }

    /** @param work what to do with a slice instead of its analysis, which is given */
    Pipeline(UnaryOperator<SliceAnalysis> work) {
        this(work, true);
    }

    private Pipeline(UnaryOperator<SliceAnalysis> work, boolean report) {
        this.work = work;
        this.report = report;
    }

    /** The same, ending with the publication. */
    Pipeline withoutReport() {
        return new Pipeline(work, false);
    }

    @Override
    public ExitCode execute(MidwaterConfig config, RunArguments arguments, RunOutcome outcome) {
        try (SparkSession spark = Sessions.open(config.run(), arguments.master())) {
            Configuration hadoop = spark.sparkContext().hadoopConfiguration();
            OutputPlace place = OutputPlace.of(hadoop, config.output());
            OutputLayout layout = place.layout();
            outcome.output(layout.root().toString());
            place.refuseAmong(config.input());
            FeedOptions options = FeedSetup.options(config);
            List<InputFile> all = InputFiles.list(hadoop, FeedSetup.sources(config.input()), options);
            List<InputFile> files =
                    all.stream().filter(file -> file.kind().sliced()).toList();
            SmallInputs small = SmallInputs.read(hadoop, all, config);
            PriceScales scales = PriceScales.of(small.content(), config);
            try (OutputLock lock = place.lock()) {
                RunRecord record = RunRecord.start(hadoop, layout, config, arguments.fresh());
                Increment increment = record.earlier().increment(files, small, scales, arguments.fresh());
                if (!increment.isWhole() && record.earlier().isUpToDate(increment)) {
                    return record.nothingToDo(small, outcome);
                }
                UnitJob job = UnitJob.of(config, scales, work, spark);
                Map<Integer, InputFile> numbered = Workload.numbered(files, increment);
                return new PipelineRun(spark, config, layout, numbered, small, record, increment, outcome)
                        .execute(job, report);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
