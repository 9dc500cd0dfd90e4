package io.midwater.benchmark;

import io.midwater.classification.ClassifiedTable;
import io.midwater.classification.Classifier;
import io.midwater.config.ConfigLoader;
import io.midwater.config.MidwaterConfig;
import io.midwater.domain.ArrivalQuote;
import io.midwater.domain.FillSums;
import io.midwater.domain.OrderClasses;
import io.midwater.domain.OrderLife;
import io.midwater.domain.Slice;
import io.midwater.domain.table.RowGroup;
import io.midwater.metrics.MetricsTable;
import io.midwater.metrics.OrderMetrics;
import io.midwater.slice.GeneratedPieces;
import java.io.IOException;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** How many order events a second are classified and measured on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
public class MetricsBenchmark {
    @Param({"10000", "100000"})
    int orders;

    private MidwaterConfig config;
    private Slice slice;

    /** Generates one security-day. */
    @Setup
    public void generate() throws IOException {
        config = ConfigLoader.load(null, List.of("input.orders=o", "input.trades=t", "output.path=out"));
        Path folder = Files.createTempDirectory("metrics-benchmark");
        var unit = GeneratedPieces.of(folder.resolve("market"), 1, 1, orders)
                .entrySet()
                .iterator()
                .next();
        slice = GeneratedPieces.slice(
                unit.getKey(), unit.getValue(), config.market().rules());
        System.out.printf(Locale.ROOT, "%d events, %d legs, %d quotes%n", events(), legs(), quotes());
    }

    int events() {
        return slice.orders().count();
    }

    private int legs() {
        return slice.trades().count();
    }

    private int quotes() {
        return slice.quotes().size();
    }

    /** Classifies and measures every order of the slice. */
    @Benchmark
    public long classifyAndMeasure() {
        long[] rows = new long[1];
        ClassifiedTable classified = new ClassifiedTable(group -> rows[0] += count(group));
        MetricsTable table = new MetricsTable(group -> rows[0] += count(group), config.metrics());
        Classifier classifier = new Classifier(slice, config.classification());
        OrderMetrics metrics = new OrderMetrics(slice, table, null);
        FillSums sums = new FillSums();
        for (int order = 0; order < slice.index().orders(); order++) {
            OrderLife life = classifier.life(order);
            sums.sum(slice, life);
            ArrivalQuote quote = ArrivalQuote.of(slice, life);
            OrderClasses classes = classifier.classes(life);
            classified.add(slice.unit(), life, classes);
            metrics.add(life, classes, quote, sums);
        }
        classified.flush();
        table.flush();
        return rows[0];
    }

    private static long count(RowGroup group) {
        return group.rows();
    }

    /** The table gives the time per slice; its events stand in the line that {@link #generate} prints. */
    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(MetricsBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
