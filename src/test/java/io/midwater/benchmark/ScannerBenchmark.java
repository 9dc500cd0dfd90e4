package io.midwater.benchmark;

import io.midwater.domain.InputKind;
import io.midwater.feed.FeedBlock;
import io.midwater.feed.FeedOptions;
import io.midwater.feed.InputFile;
import io.midwater.feed.InputFiles;
import io.midwater.feed.InputSource;
import io.midwater.feed.Split;
import io.midwater.feed.SplitScan;
import io.midwater.feed.Splits;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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

/**
 * One thread scans an orders file of 30 columns, 40 securities and 5 dates, interleaved in time order, out of the page
 * cache: once for 3 of the 40 securities and 2 of the 5 dates, once for everything. {@link #main} prints megabytes per
 * second of CPU time, which neighbours on the machine disturb less than the wall clock.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-XX:+UseParallelGC"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ScannerBenchmark {
    private static final int ROWS = 1_500_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 9, 2);

    @Param({"selection", "everything"})
    public String mode;

    private final Configuration configuration = new Configuration();
    private Path path;
    private FeedOptions options;
    private InputFile file;
    private List<Split> splits;

    public static void main(String[] arguments) throws IOException, RunnerException {
        for (String mode : List.of("selection", "everything")) {
            ScannerBenchmark benchmark = new ScannerBenchmark();
            benchmark.mode = mode;
            benchmark.writeFile();
            benchmark.printCpuRates();
            benchmark.deleteFile();
        }
        if (arguments.length > 0 && arguments[0].equals("jmh")) {
            new Runner(new OptionsBuilder()
                            .include(ScannerBenchmark.class.getName())
                            .build())
                    .run();
        }
    }

    private void printCpuRates() {
        for (int round = 0; round < 8; round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long rows = scan();
            long cpuNs = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %,d of %,d rows, %,d MB, %.3f CPU s, %,.0f MB/s%n",
                    mode,
                    rows,
                    ROWS,
                    file.size() / 1_000_000,
                    cpuNs / 1e9,
                    file.size() * 1e3 / cpuNs);
        }
    }

    @Setup(Level.Trial)
    public void writeFile() throws IOException {
        path = Files.createTempFile("scanner", ".csv");
        writeOrders(path, ROWS);
        int firstDay = (int) FIRST_DAY.toEpochDay();
        options = FeedOptions.defaults();
        if (mode.equals("selection")) {
            options = options.withSelection(firstDay + 1, firstDay + 2, 110_003, 110_017, 110_030);
        }
        file = InputFiles.list(
                        configuration,
                        List.of(new InputSource(InputKind.ORDERS, List.of(path.toString()), Map.of())),
                        options)
                .get(0);
        splits = Splits.plan(List.of(file), 32 << 20);
    }

    @TearDown(Level.Trial)
    public void deleteFile() throws IOException {
        Files.delete(path);
    }

    /** Rows that left the scan. */
    @Benchmark
    public long scan() {
        long rows = 0;
        for (Split split : splits) {
            try (SplitScan scan = new SplitScan(configuration, file, split, options)) {
                while (scan.hasNext()) {
                    FeedBlock block = scan.next();
                    rows += block.holdsRows() ? block.rows() : 0;
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return rows;
    }

    private static void writeOrders(Path path, int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(42);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 20)) {
            out.write(("order_id,exchange,timestamp,security_code,price,side,changereason,orderstatus,quantity,"
                            + "leavesquantity,ordertype,exchangeordertype,national_bid,national_offer,bid,offer,"
                            + "participantid,preferenceonly,midtick,singlefillminimumquantity,minimumquantity,sequence,"
                            + "crossingkey,totalmatchedquantity,shortsellquantity,triggercondition,timevaliditydecoded,"
                            + "row_num,timevalidity,date\n")
                    .getBytes(StandardCharsets.US_ASCII));
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < rows; i++) {
                row.setLength(0);
                append(row, i, rows, random);
                out.write(row.toString().getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private static void append(StringBuilder row, int i, int rows, SplittableRandom random) {
        int day = (int) (5L * i / rows);
        long withinDay = 5L * i - (long) day * rows;
        LocalDate date = FIRST_DAY.plusDays(day);
        // 10:00 in Sydney is midnight UTC in September; six hours of trading.
        long timestamp = date.toEpochSecond(LocalTime.MIDNIGHT, java.time.ZoneOffset.UTC) * 1_000_000_000L
                + withinDay * (6L * 3600 * 1_000_000_000L / rows)
                + random.nextInt(1000);
        long quantity = random.nextInt(1, 5000);
        long leaves = random.nextInt(3) == 0 ? 0 : quantity;
        int price = 3380 + 10 * random.nextInt(5);
        row.append(7_905_000_000_000_000_017L + random.nextInt(1 << 28))
                .append(",3,")
                .append(timestamp);
        row.append(',')
                .append(110_000 + random.nextInt(40))
                .append(',')
                .append(price)
                .append(',');
        row.append(1 + random.nextInt(2))
                .append(leaves == 0 ? ",3,2," : ",6,1,")
                .append(quantity)
                .append(',');
        row.append(leaves)
                .append(",1,")
                .append(random.nextInt(4) == 0 ? 2048 : 0)
                .append(",3380,3390,3380,3390,");
        row.append(40 + random.nextInt(60))
                .append(",2,2,2,0,")
                .append(11_000_000 + i)
                .append(",0,");
        row.append(quantity - leaves).append(",0,0,").append(i % 7 == 0 ? "Good Till Cancel" : "Rest of Day");
        row.append(',').append(8000 + i).append(",256,").append(date).append('\n');
    }
}
