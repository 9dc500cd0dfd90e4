package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A collection of damaged and hostile order files through the whole job, each with a trade file of only a header. */
class TortureRunTest {
    private static final String TRADES_HEADER =
            "tradetime,sequence,securitycode,orderid,matchgroupid,dealsource,tradeprice,quantity,side\n";
    /** Other spellings of the same rows. */
    private static final Set<String> SAME_AS_BASE = Set.of(
            "01_crlf",
            "02_bom",
            "03_no_final_newline",
            "04_blank_lines",
            "05_header_order_changed",
            "06_extra_column",
            "07_all_quoted",
            "10_upper_header_spaces",
            "11_gzip",
            "12_zstd",
            "52_side_text",
            "81_exact_duplicates",
            "83_out_of_order");

    @TempDir
    static Path folder;

    private static SortedMap<String, String> base;

    @AfterAll
    static void nothingLiesOutsideTheOutputs() throws IOException {
        if (base != null) {
            try (Stream<Path> files = Files.walk(folder)) {
                assertThat(files.filter(Files::isRegularFile))
                        .allMatch(file -> file.startsWith(folder.resolve("a/b/c/outputs"))
                                || file.equals(folder.resolve("trades.csv")));
            }
        }
    }

    @TestFactory
    List<DynamicTest> everyVariantEndsAsExpected() throws IOException {
        Path shared = Path.of(System.getProperty("midwater.shared", "../shared"), "torture");
        Assumptions.assumeTrue(Files.exists(shared), () -> "skipped: no " + shared);
        Files.writeString(folder.resolve("trades.csv"), TRADES_HEADER);
        JsonNode expected =
                new ObjectMapper().readTree(shared.resolve("expected.json").toFile());
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode variant : expected.get("variants")) {
            Path file = shared.resolve(variant.get("file").asText());
            String name = file.getFileName().toString().replaceFirst("\\..*", "");
            tests.add(DynamicTest.dynamicTest(name, () -> check(name, file, variant)));
        }
        return tests;
    }

    private static void check(String name, Path file, JsonNode variant) throws Exception {
        boolean injection = name.matches("7[4-9]_.*");
        Path output = folder.resolve("a/b/c/outputs").resolve(name);
        FullRun run = FullRun.of(
                injection ? new Pipeline() : new Pipeline().withoutReport(),
                "run",
                "--master",
                "local[1]",
                "--set",
                "input.orders=" + file,
                "--set",
                "input.trades=" + folder.resolve("trades.csv"),
                "--set",
                "output.path=" + output,
                "--set",
                "output.aggregates=" + (injection ? "[security]" : "[]"),
                "--set",
                "output.formats=" + (injection ? "[parquet,csv]" : "[parquet]"));
        assertThat(run.said()).as("on the terminal").matches("[\\n\\t\\P{Cntrl}]*");
        long rejected = variant.get("rows_rejected").asLong();
        if (variant.get("outcome").asText().equals("error")) {
            assertThat(run.code()).as(run.said()).isEqualTo(3);
            assertThat(run.err())
                    .contains("midwater: ", file.getFileName().toString())
                    .doesNotContain("\tat ");
            assertThat(FullRun.hashes(output)).isEmpty();
            assertThat(output.resolve("runs/latest")).doesNotExist();
        } else {
            assertThat(run.code()).as(run.said()).isZero();
            assertAccount(output, variant);
            sameAsBase(name, output);
        }
        if (rejected > 0) {
            assertRejects(output, file, rejected);
        } else {
            assertThat(output.resolve("tables/rejects")).doesNotExist();
        }
        if (injection) {
            assertHarmless(output);
        }
    }

    private static void assertAccount(Path output, JsonNode variant) throws Exception {
        long accepted = variant.get("rows_accepted").asLong();
        long rejected = variant.get("rows_rejected").asLong();
        long duplicates = variant.path("duplicates").asLong(0);
        JsonNode orders = FullRun.manifest(output).at("/inputs/0");
        if (!orders.get("kind").asText().equals("orders")) {
            orders = FullRun.manifest(output).at("/inputs/1");
        }
        assertThat(orders.get("kept").asLong()).isEqualTo(accepted);
        assertThat(orders.get("rejected").asLong()).isEqualTo(rejected);
        assertThat(orders.get("duplicates").asLong()).isEqualTo(duplicates);
        assertThat(orders.get("rows_read").asLong()).isEqualTo(accepted + rejected + duplicates);
        JsonNode books = FullRun.runFile(output, "reconciliation.json");
        assertThat(books.get("closes").asBoolean()).isTrue();
        assertThat(books.at("/rows/kept").asLong()).isEqualTo(accepted);
        if (accepted == 0) {
            return;
        }
        try (Duck duck = new Duck(output, "orders")) {
            assertThat(duck.number("SELECT count(*) FROM orders")).isEqualTo(accepted);
            JsonNode value = variant.get("expect_value");
            if (value != null && rejected == 0) {
                assertThat(duck.number("SELECT count(*) FROM orders WHERE "
                                + value.get("column").asText() + " = '"
                                + value.get("value").asText() + "'"))
                        .isEqualTo(1);
            }
        }
    }

    private static void sameAsBase(String name, Path output) throws IOException {
        if (name.equals("00_base")) {
            base = FullRun.hashes(output);
        } else if (SAME_AS_BASE.contains(name)) {
            assertThat(FullRun.hashes(output)).isEqualTo(base);
        }
    }

    private static void assertRejects(Path output, Path file, long rejected) throws Exception {
        try (Duck duck = new Duck(output)) {
            List<List<String>> rows = duck.rows("SELECT file, line, reason, length(raw) FROM read_parquet('" + output
                    + "/tables/rejects/kind=orders/*.parquet', hive_partitioning = false)");
            assertThat(rows).hasSize((int) rejected).allSatisfy(row -> {
                assertThat(row.get(0)).endsWith(file.getFileName().toString());
                // Line 1 is the header; the longest file has 16 lines.
                assertThat(Integer.parseInt(row.get(1))).isBetween(2, 16);
                assertThat(row.get(2)).isNotEmpty();
                assertThat(Integer.parseInt(row.get(3))).isBetween(1, 4096);
            });
        }
    }

    /** No cell of a text file begins like a formula, and no text became a part of the report's page. */
    private static void assertHarmless(Path output) throws IOException {
        assertThat(FullRun.newest(output).resolve("report.html"))
                .content()
                .contains("</html>")
                .doesNotContain("<script>alert", "href=\"http://127");
        List<Path> csvs;
        try (Stream<Path> files = Files.walk(output)) {
            csvs = files.filter(file -> file.toString().matches(".*\\.csv(\\.gz)?"))
                    .toList();
        }
        assertThat(csvs).hasSizeGreaterThanOrEqualTo(5);
        for (Path csv : csvs) {
            String text = csv.toString().endsWith(".gz")
                    ? new String(
                            new GZIPInputStream(Files.newInputStream(csv)).readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8)
                    : Files.readString(csv);
            assertThat(text).as(csv.toString()).doesNotContainPattern("(?m)(^|,)\"?(=|@|\\+|-[^0-9])");
        }
    }
}
