package io.midwater.benchmark;

import io.midwater.simulation.matching.BookMatchingEngine;
import io.midwater.simulation.matching.DealSource;
import io.midwater.simulation.matching.MatchingEngine;
import io.midwater.simulation.matching.MatchingRules;
import io.midwater.simulation.matching.Pairing;
import io.midwater.simulation.matching.TickTable;
import io.midwater.simulation.matching.TradeListener;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
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
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** How many market events a second the matching engine takes on one core, and what it allocates. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
public class MatchingBenchmark {
    private static final int RESTING = 100_000;
    private static final long SEED = 20240905;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Param({"10000", "100000", "1000000", "3000000"})
    int events;

    @Param({"EVERY_PAIR", "STUDY_WITH_CONTRA"})
    Pairing pairing;

    private MatchingStream stream;
    private MatchingEngine engine;
    private Tape tape;
    private final List<Long> processorTimes = new ArrayList<>();

    /** Adds up what it hears, so that no match can be optimised away. */
    private static final class Tape implements TradeListener {
        private long matches;
        private long value2;

        @Override
        public void onTrade(
                long matchNumber, int incoming, int resting, long quantity, long price2, DealSource source) {
            matches++;
            value2 += quantity * price2;
        }
    }

    @Setup
    public void prepare() {
        stream = new MatchingStream(pairing, events, RESTING, SEED);
        tape = new Tape();
        MatchingRules rules = new MatchingRules(pairing, TickTable.ASX_EQUITIES);
        engine = new BookMatchingEngine(rules, tape, stream.handles(), RESTING);
        stream.apply(engine);
    }

    @Benchmark
    public long stream() {
        long start = THREADS.getCurrentThreadCpuTime();
        stream.apply(engine);
        processorTimes.add(THREADS.getCurrentThreadCpuTime() - start);
        return tape.value2;
    }

    /** On a machine shared with others the processor time says more than the clock. */
    @TearDown
    public void report() {
        long[] times =
                processorTimes.stream().mapToLong(Long::longValue).sorted().toArray();
        double median = times[times.length / 2];
        System.out.printf(
                Locale.ROOT,
                "%n%-18s %9d events, %d matches a round: median of %d rounds %.3f ms of processor time, %.2f million events/s%n",
                pairing,
                events,
                tape.matches / (times.length + 1),
                times.length,
                median / 1e6,
                events * 1e3 / median);
    }

    /** Runs the benchmark and prints events a second (from the median) and bytes allocated per event. */
    public static void main(String[] args) throws RunnerException {
        var results = new Runner(new OptionsBuilder()
                        .include(MatchingBenchmark.class.getSimpleName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        for (RunResult result : results) {
            int events = Integer.parseInt(result.getParams().getParam("events"));
            double milliseconds = result.getPrimaryResult().getStatistics().getPercentile(50);
            double bytes =
                    result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
            System.out.printf(
                    Locale.ROOT,
                    "%-18s %9d events: %8.3f ms, %5.2f million events/s, %.4f bytes/event%n",
                    result.getParams().getParam("pairing"),
                    events,
                    milliseconds,
                    events / milliseconds / 1000,
                    bytes / events);
        }
    }
}
