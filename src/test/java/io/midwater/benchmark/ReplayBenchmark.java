package io.midwater.benchmark;

import com.sun.management.ThreadMXBean;
import io.midwater.classification.Classifier;
import io.midwater.config.ConfigLoader;
import io.midwater.config.MidwaterConfig;
import io.midwater.domain.FillSums;
import io.midwater.domain.OrderLife;
import io.midwater.domain.Slice;
import io.midwater.simulation.MatchListener;
import io.midwater.simulation.MatchingOptions;
import io.midwater.simulation.RealReplay;
import io.midwater.simulation.Replay;
import io.midwater.simulation.ReplayOrders;
import io.midwater.slice.GeneratedPieces;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** How many order events a second a security-day's replay takes on one core, the counterfactual and the one of what was. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
public class ReplayBenchmark {
    private static final MatchListener NOBODY =
            (match, time, incoming, resting, shares, price2, bid, offer, source) -> {};

    @Param({"10000", "100000"})
    int orders;

    private Slice slice;
    private MatchingOptions options;
    private ReplayOrders known;

    /** Generates and classifies one security-day. */
    @Setup
    public void generate() throws IOException {
        MidwaterConfig config = ConfigLoader.load(null, List.of("input.orders=o", "input.trades=t", "output.path=out"));
        Path folder = Files.createTempDirectory("replay-benchmark");
        var unit = GeneratedPieces.of(folder.resolve("market"), 1, 1, orders)
                .entrySet()
                .iterator()
                .next();
        slice = GeneratedPieces.slice(
                unit.getKey(), unit.getValue(), config.market().rules());
        options = config.simulation().matching();
        known = new ReplayOrders(slice, options);
        Classifier classifier = new Classifier(slice, config.classification());
        FillSums fills = new FillSums();
        for (int order = 0; order < slice.index().orders(); order++) {
            OrderLife life = classifier.life(order);
            fills.sum(slice, life);
            known.add(life, classifier.classes(life), fills);
        }
    }

    /** The counterfactual. */
    @Benchmark
    public Object replay() {
        return new Replay(slice, known, options, NOBODY).run();
    }

    /** What was, one step at a time: {@code simulation.validate}. */
    @Benchmark
    public Object realReplay() {
        return new RealReplay(slice, known, options).run();
    }

    /** What one replay allocates: before its first event, for arrays by order and by row, and while it runs. */
    @TearDown
    public void allocation() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadAllocatedBytes();
        Replay replay = new Replay(slice, known, options, NOBODY);
        long ready = threads.getCurrentThreadAllocatedBytes();
        replay.run();
        long done = threads.getCurrentThreadAllocatedBytes();
        int events = slice.orders().count() + slice.quotes().size();
        System.out.printf(
                Locale.ROOT,
                "%n%d order events and %d quotes: a replay allocates %.1f bytes an event to begin with, %.2f while it runs%n",
                slice.orders().count(),
                slice.quotes().size(),
                (double) (ready - start) / events,
                (double) (done - ready) / events);
    }

    /** The table gives the time per slice; its events stand in the line that {@link #allocation} prints. */
    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(ReplayBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
