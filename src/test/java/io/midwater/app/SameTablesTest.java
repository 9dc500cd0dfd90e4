package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.generator.GeneratorOptions;
import io.midwater.generator.MarketGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same rows give the same bytes, whatever files they come in, in whatever order, on however many cores. */
class SameTablesTest {
    private static final List<String> KINDS = List.of("orders", "trades", "quotes", "sessions");

    @TempDir
    static Path folder;

    private static SortedMap<String, String> expected;

    @BeforeAll
    static void runTheFilesAsTheyAre() throws IOException {
        Path market = folder.resolve("market");
        new MarketGenerator(new GeneratorOptions(market, 3, 2, -1, 1_200, 9)).run((date, done, of, bytes) -> {});
        expected = run(market, "as-they-are", "local[2]");
        // Nine tables' worth of files of six units, and aggregates.
        assertThat(expected.keySet())
                .contains("aggregated/global_summary.parquet", "aggregated/by_security.csv")
                .anyMatch(path -> path.matches("tables/simulation/security_code=\\d+/date=2024-09-03/part-0.parquet"))
                .anyMatch(path -> path.matches("by_security/SEC_\\d+/2024-09-02/orders.csv.gz"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 2", "64, 1"})
    void filesOrderAndCoresDecideNothing(int files, int cores) throws IOException {
        Path shuffled = folder.resolve("shuffled-" + files);
        for (String kind : KINDS) {
            shuffle(kind, files, shuffled, new Random(files));
        }

        assertThat(run(shuffled, "out-" + files, "local[" + cores + "]")).isEqualTo(expected);
    }

    /** Packed by date, too; and the rows are those of the other layout, in the same order. */
    @Test
    void packingDecidesNothingButTheFiles() throws IOException, SQLException {
        SortedMap<String, String> byDate = run(folder.resolve("market"), "by-date", "local[2]", "output.layout=date");
        Path shuffled = folder.resolve("shuffled-by-date");
        for (String kind : KINDS) {
            shuffle(kind, 7, shuffled, new Random(7));
        }

        assertThat(run(shuffled, "shuffled-out", "local[1]", "output.layout=date"))
                .isEqualTo(byDate);

        // Nine tables on two dates; three securities of a date are in one file.
        assertThat(tables(byDate)).hasSize(18).contains("tables/simulation/date=2024-09-03/part-00000.parquet");
        assertThat(others(byDate)).isEqualTo(others(expected));
        try (Duck duck = new Duck(folder.resolve("as-they-are"));
                SparkSession spark = Sessions.reader()) {
            for (String table : List.of(
                    "orders",
                    "quotes",
                    "trades",
                    "classified",
                    "metrics",
                    "simulation",
                    "simulated_trades",
                    "order_sums",
                    "scenario_sums")) {
                String units = rows("as-they-are", table);
                String dates = rows("by-date", table);
                assertThat(duck.number("SELECT count(*) FROM (" + units + " EXCEPT ALL " + dates + ")"))
                        .isZero();
                assertThat(duck.number("SELECT count(*) FROM (" + dates + " EXCEPT ALL " + units + ")"))
                        .isZero();
                Dataset<Row> read = spark.read()
                        .parquet(folder.resolve("by-date/tables/" + table).toString());
                assertThat(read.where("date = DATE '2024-09-03'").count())
                        .isEqualTo(duck.number("SELECT count(*) FROM (" + units + ") WHERE date = '2024-09-03'"))
                        .isPositive();
            }
            // Security order, then the total order.
            String orders = "SELECT * FROM read_parquet('" + folder.resolve("by-date")
                    + "/tables/orders/**/*.parquet', hive_partitioning = true, file_row_number = true)";
            assertThat(duck.number("SELECT count(*) FROM (SELECT security_code, lag(security_code) OVER files AS s,"
                            + " timestamp, lag(timestamp) OVER files AS t FROM (" + orders
                            + " WHERE date = '2024-09-03') WINDOW files AS (ORDER BY file_row_number))"
                            + " WHERE s > security_code OR s = security_code AND t > timestamp"))
                    .isZero();
        }
    }

    private static String rows(String output, String table) {
        return "SELECT * FROM read_parquet('" + folder.resolve(output) + "/tables/" + table + "/**/*.parquet')";
    }

    private static Set<String> tables(SortedMap<String, String> hashes) {
        return hashes.keySet().stream()
                .filter(path -> path.startsWith("tables/"))
                .collect(Collectors.toSet());
    }

    private static SortedMap<String, String> others(SortedMap<String, String> hashes) {
        SortedMap<String, String> others = new TreeMap<>(hashes);
        others.keySet().removeAll(tables(hashes));
        return others;
    }

    private static SortedMap<String, String> run(Path input, String output, String master, String... settings)
            throws IOException {
        Path out = folder.resolve(output);
        List<String> arguments = new ArrayList<>(List.of("run", "--master", master, "--set", "output.path=" + out));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        for (String kind : KINDS) {
            arguments.add("--set");
            arguments.add("input." + kind + "=" + input.resolve(kind));
        }
        FullRun run = FullRun.withoutReport(arguments.toArray(String[]::new));
        assertThat(run.code()).as(run.said()).isZero();
        return FullRun.hashes(out);
    }

    /** All rows of a kind, shuffled and dealt out to so many files, every third of them compressed. */
    private static void shuffle(String kind, int files, Path target, Random random) throws IOException {
        List<String> rows = new ArrayList<>();
        String header = null;
        try (Stream<Path> inside = Files.list(folder.resolve("market").resolve(kind))) {
            for (Path file : inside.toList()) {
                List<String> lines = Files.readAllLines(file);
                header = lines.get(0);
                rows.addAll(lines.subList(1, lines.size()));
            }
        }
        Collections.shuffle(rows, random);
        Files.createDirectories(target.resolve(kind));
        for (int i = 0; i < files; i++) {
            StringBuilder text = new StringBuilder(header).append('\n');
            for (int row = i; row < rows.size(); row += files) {
                text.append(rows.get(row)).append('\n');
            }
            boolean compressed = i % 3 == 2;
            Path file = target.resolve(kind).resolve("part" + i + (compressed ? ".csv.gz" : ".csv"));
            try (OutputStream raw = Files.newOutputStream(file);
                    OutputStream out = compressed ? new GZIPOutputStream(raw) : raw) {
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
