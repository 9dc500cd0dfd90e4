package io.midwater.benchmark;

import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.Table;
import io.midwater.domain.table.TableSchema;
import io.midwater.sink.CsvTableWriter;
import io.midwater.sink.ParquetTableWriter;
import io.midwater.sink.WrittenFile;
import io.midwater.sink.parquet.ParquetSchema;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Processor seconds and file bytes for a million rows of 30 order-like columns, on one thread: our Parquet writer, the
 * library's row by row, and our CSV writer.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
public class ParquetWriterBenchmark {
    private static final Configuration HADOOP = new Configuration();
    private static final int GROUPS = 16;
    private static final double MILLIONS = GROUPS * (double) Table.GROUP_ROWS / 1_000_000;

    private final List<RowGroup> groups = new ArrayList<>();
    private Path folder;

    /** What one iteration cost. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cost {
        /** Thread processor seconds per million rows. */
        public double processorSeconds;

        /** File bytes per row. */
        public double bytesPerRow;

        private long start;

        @Setup(Level.Invocation)
        public void start() {
            start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        void stop(long bytes) {
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            processorSeconds = spent / 1e9 / MILLIONS;
            bytesPerRow = bytes / (MILLIONS * 1_000_000);
        }
    }

    @Setup(Level.Trial)
    public void rows() {
        for (int i = 0; i < GROUPS; i++) {
            groups.add(new OrderLikeRows(7, i));
        }
    }

    @Setup(Level.Iteration)
    public void folder() throws IOException {
        folder = Files.createTempDirectory("parquet-writer");
    }

    @TearDown(Level.Iteration)
    public void clean() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private org.apache.hadoop.fs.Path path(String name) {
        return new org.apache.hadoop.fs.Path(folder.resolve(name).toUri());
    }

    @Benchmark
    public WrittenFile ours(Cost cost) throws IOException {
        try (ParquetTableWriter writer =
                new ParquetTableWriter(HADOOP, path("a.parquet"), groups.get(0).schema())) {
            groups.forEach(writer::accept);
            WrittenFile file = writer.finish();
            cost.stop(file.bytes());
            return file;
        }
    }

    @Benchmark
    public WrittenFile csv(Cost cost) throws IOException {
        return csv("a.csv", cost);
    }

    @Benchmark
    public WrittenFile csvGzip(Cost cost) throws IOException {
        return csv("a.csv.gz", cost);
    }

    private WrittenFile csv(String name, Cost cost) throws IOException {
        try (CsvTableWriter writer =
                new CsvTableWriter(HADOOP, path(name), groups.get(0).schema())) {
            groups.forEach(writer::accept);
            WrittenFile file = writer.finish();
            cost.stop(file.bytes());
            return file;
        }
    }

    @Benchmark
    public long libraryRowByRow(Cost cost) throws IOException {
        TableSchema table = groups.get(0).schema();
        MessageType schema = ParquetSchema.of(table);
        long[][] values = new long[table.columns().size()][Table.GROUP_ROWS];
        ParquetWriter<Group> writer = ExampleParquetWriter.builder(HadoopOutputFile.fromPath(path("a.parquet"), HADOOP))
                .withType(schema)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .build();
        try (writer) {
            for (RowGroup group : groups) {
                for (int c = 0; c < values.length; c++) {
                    group.read(c, 0, group.rows(), values[c]);
                }
                for (int row = 0; row < group.rows(); row++) {
                    writer.write(group(schema, table, group, values, row));
                }
            }
        }
        long bytes = Files.size(folder.resolve("a.parquet"));
        cost.stop(bytes);
        return bytes;
    }

    private static Group group(MessageType schema, TableSchema table, RowGroup rows, long[][] values, int row) {
        Group result = new SimpleGroup(schema);
        for (int c = 0; c < values.length; c++) {
            long value = values[c][row];
            ColumnType type = table.columns().get(c).type();
            if (value == RowGroup.NULL) {
                continue;
            } else if (type == ColumnType.LONG) {
                result.add(c, value);
            } else if (type == ColumnType.TEXT) {
                result.add(c, rows.dictionary(c).text((int) value));
            } else {
                result.add(c, (int) value);
            }
        }
        return result;
    }

    /** @param args the name of one benchmark, or nothing for all */
    public static void main(String[] args) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(ParquetWriterBenchmark.class.getSimpleName() + (args.length > 0 ? "." + args[0] : ""))
                        .jvmArgs("-Xmx2g", "-XX:+UseParallelGC")
                        .build())
                .run();
        System.out.printf("%n%-20s %14s %10s%n", "means", "CPU s / m rows", "bytes/row");
        for (RunResult result : results) {
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %14.3f %10.1f%n",
                    result.getPrimaryResult().getLabel(),
                    mean(result, "processorSeconds"),
                    mean(result, "bytesPerRow"));
        }
    }

    /** JMH adds counters up over the iterations. */
    private static double mean(RunResult result, String counter) {
        return result.getSecondaryResults().get(counter).getScore()
                / result.getPrimaryResult().getSampleCount();
    }
}
