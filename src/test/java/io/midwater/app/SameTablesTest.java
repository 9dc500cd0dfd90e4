package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.generator.GeneratorOptions;
import io.midwater.generator.MarketGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
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

    private static SortedMap<String, String> run(Path input, String output, String master) throws IOException {
        Path out = folder.resolve(output);
        List<String> arguments = new ArrayList<>(List.of("run", "--master", master, "--set", "output.path=" + out));
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
