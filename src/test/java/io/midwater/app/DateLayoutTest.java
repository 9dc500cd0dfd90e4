package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Units packed into files of a date: what a later run does, what a failure costs, what damage is found. */
class DateLayoutTest {
    private static final String DAY = "2024-09-05";
    private static final String NEXT_DAY = "2024-09-06";
    private static final String BY_DATE = "output.layout=date";
    private static final String AGGREGATES = "output.aggregates=[global,security]";
    private static final String METRICS = "tables/metrics/date=" + DAY + "/part-00000.parquet";

    @TempDir
    private Path folder;

    private SmallInput input;

    /** Securities 7, 8 and 9 on one day with files of their own, 7 on the next. */
    @BeforeEach
    void fourUnits() throws IOException {
        input = new SmallInput(folder.resolve("input"));
        for (int security = 7; security <= 9; security++) {
            unit(security, DAY, 10L * security, 10);
        }
        unit(7, NEXT_DAY, 100, 10);
    }

    private void unit(long security, String date, long first, long quantity) throws IOException {
        String[] pair = input.pair(security, date, first, 100, quantity);
        input.orders(security + "-" + date + ".csv", pair[0]);
        input.trades(security + "-" + date + ".csv", pair[1]);
    }

    private FullRun done(String... settings) {
        FullRun run = input.run(settings);
        assertThat(run.code()).as(run.said()).isZero();
        return run;
    }

    private Terminal verify() {
        return Terminal.of("verify", "--output", input.output().toString());
    }

    private void assertVerified() {
        Terminal verify = verify();
        assertThat(verify.code()).as(verify.out()).isZero();
    }

    private SortedMap<String, String> hashesOf(String date) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>(FullRun.hashes(input.output()));
        hashes.keySet().removeIf(path -> !path.contains(date));
        return hashes;
    }

    @Test
    void everyTableHasAFileForEachDate() throws IOException {
        done(BY_DATE, "output.formats=[parquet,csv]");

        // Nine tables on two dates; four CSV files for each of four units; no aggregates.
        assertThat(FullRun.hashes(input.output()))
                .hasSize(2 * 9 + 4 * 4)
                .containsKeys(METRICS, "tables/order_sums/date=" + NEXT_DAY + "/part-00000.parquet")
                .containsKeys("by_security/SEC_8/" + DAY + "/metrics.csv");
        JsonNode manifest = FullRun.manifest(input.output());
        assertThat(manifest.get("packed")).hasSize(18);
        assertThat(file(manifest, 1, "metrics").get("path").asText())
                .isEqualTo("tables/metrics/date=" + NEXT_DAY + "/part-00000.parquet");
        // Each unit has one row group: 7 the first, 8 the second, 9 the third of that day.
        assertThat(file(manifest, 2, "metrics").get("path").asText()).isEqualTo(METRICS);
        assertThat(file(manifest, 2, "metrics").get("row_group").asInt()).isEqualTo(1);
        assertThat(file(manifest, 3, "metrics").get("row_group").asInt()).isEqualTo(2);
        assertThat(file(manifest, 3, "metrics").get("rows").asInt()).isEqualTo(2);
        assertVerified();
    }

    private static JsonNode file(JsonNode manifest, int unit, String table) {
        for (JsonNode file : manifest.at("/units/" + unit + "/files")) {
            if (file.get("table").asText().equals(table)) {
                return file;
            }
        }
        throw new AssertionError("unit " + unit + " has no file of table " + table);
    }

    @Test
    void aUnitThatChangedIsReadAgainAndItsDatePublished() throws IOException {
        done(BY_DATE);
        assertThat(done(BY_DATE).err()).contains("nothing to do");
        SortedMap<String, String> next = hashesOf(NEXT_DAY);
        unit(8, DAY, 500, 30);

        FullRun run = done(BY_DATE);

        assertThat(run.err()).contains("reads 2 of 8 files", "3 units stand, about 1 units to do");
        assertThat(hashesOf(NEXT_DAY)).isEqualTo(next);
        input.assertSameAsFreshRun(4, BY_DATE);
        assertVerified();
    }

    @Test
    void aUnitNoLongerSelectedIsTakenOutWithoutReading() throws IOException {
        done(BY_DATE);

        FullRun run = done(BY_DATE, "select.securities=[7,9]");

        assertThat(run.err()).contains("reads 0 of 8 files");
        input.assertSameAsFreshRun(3, BY_DATE, "select.securities=[7,9]");
    }

    @Test
    void aFailedUnitTakesNoOtherWithIt() throws IOException {
        Pipeline poisoned = new Pipeline(analysis -> (slice, findings, output) -> {
            if (slice.unit().securityCode() == 8) {
                throw new IllegalStateException("an engine of the test");
            }
            return analysis.analyse(slice, findings, output);
        });

        FullRun run = input.run(poisoned, BY_DATE);

        assertThat(run.code()).as(run.said()).isEqualTo(4);
        assertThat(run.out()).contains("Units     3 done, 1 failed", "Failed    8/" + DAY + ": ANALYSIS_ERROR");
        assertThat(hashesOf(DAY)).hasSize(9);
        assertVerified();
        FullRun again = done(BY_DATE);
        assertThat(again.err()).contains("reads 2 of 8 files", "3 units stand, about 1 units to do");
        input.assertSameAsFreshRun(4, BY_DATE);
    }

    @Test
    void anInputThatIsRefusedForItsLegsIsNotPackedBefore() throws IOException {
        // Each match has a second buy leg with another price: all three legs are refused, twelve of all. A good match
        // in
        // each file, as a file of which nothing is accepted is refused in any case.
        for (int match = 0; match < 4; match++) {
            String[] pair = input.pair(20 + match, DAY, 200 + 10L * match, 100, 10);
            String other = pair[1].lines().findFirst().orElseThrow().replace(",100,10,", ",101,10,") + "\n";
            input.orders("legs-" + match + ".csv", pair[0]);
            String[] good = input.pair(20 + match, DAY, 300 + 10L * match, 100, 10);
            input.orders("good-" + match + ".csv", good[0]);
            input.trades("legs-" + match + ".csv", pair[1], other, good[1]);
        }

        FullRun run = input.run(BY_DATE);

        assertThat(run.code()).as(run.said()).isEqualTo(3);
        assertThat(run.err())
                .contains(
                        "trades: 12 of 28 rows are rejected (LEG_CONFLICT 12), more than input.max-reject-rate 0.001");
        assertThat(input.output().resolve("tables/rejects/kind=trades")).isNotEmptyDirectory();
        assertThat(logs()).contains("\"event\":\"end\",\"exit\":3").doesNotContain("PACKING");
        done(BY_DATE, "input.max-reject-rate=0.5");
        assertThat(logs()).contains("PACKING");
        assertVerified();
    }

    /** What the logs of all runs say. */
    private String logs() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(input.output().resolve("runs"))) {
            for (Path log : files.filter(file -> file.endsWith("log.jsonl")).toList()) {
                text.append(Files.readString(log));
            }
        }
        return text.toString();
    }

    @Test
    void theOtherLayoutIsMadeWithoutReading() throws IOException {
        done(AGGREGATES);
        Path byUnit = folder.resolve("by-unit");
        assertThat(input.runInto(byUnit, AGGREGATES).code()).isZero();

        FullRun packed = done(BY_DATE, AGGREGATES);

        assertThat(packed.err()).contains("reads 0 of 8 files", "4 units stand");
        input.assertSameAsFreshRun(4, BY_DATE, AGGREGATES);
        assertVerified();
        Terminal compare =
                Terminal.of("compare", byUnit.toString(), input.output().toString());
        assertThat(compare.code()).as(compare.out()).isZero();
        // Four units of nine tables, four aggregates.
        assertThat(compare.out()).isEqualTo("identical: 40 tables and aggregates with equal hashes\n");
        assertThat(done(AGGREGATES).err()).contains("reads 0 of 8 files", "4 units stand");
        input.assertSameAsFreshRun(4, AGGREGATES);
        assertVerified();
    }

    @Test
    void anOrderIsExplainedFromItsUnitsRowsOnly() throws IOException {
        done(BY_DATE);
        Path byUnit = folder.resolve("by-unit");
        assertThat(input.runInto(byUnit).code()).isZero();

        FullRun explained = FullRun.of(
                "explain", "--order", "81", "--output", input.output().toString());

        assertThat(explained.code()).as(explained.said()).isZero();
        assertThat(explained.out())
                .isEqualTo(FullRun.of("explain", "--order", "81", "--output", byUnit.toString())
                        .out());
    }

    @Test
    void whatDiffersIsNamedByUnit() throws IOException {
        done(BY_DATE);
        Path before = folder.resolve("before");
        assertThat(input.runInto(before).code()).isZero();
        unit(8, DAY, 80, 30);
        done(BY_DATE);

        Terminal compare =
                Terminal.of("compare", before.toString(), input.output().toString());

        assertThat(compare.code()).isEqualTo(5);
        assertThat(compare.out())
                .contains(
                        "  demand_quantity: 2 rows, first 8/" + DAY + " order_id 80: 10 against 30\n",
                        "orders: 2\n  8/" + DAY + " order 80\n  8/" + DAY + " order 81\n")
                .doesNotContain("7/" + DAY, "9/" + DAY);
    }

    @Test
    void aFlippedByteIsFoundAndGoesIntoNoOtherFile() throws IOException {
        done(BY_DATE);
        Path metrics = input.output().resolve(METRICS);
        byte[] bytes = Files.readAllBytes(metrics);
        // The first unit's first page is behind the magic number.
        bytes[40] ^= 1;
        Files.write(metrics, bytes);
        assertThat(verify().out())
                .contains(METRICS + ": the file's SHA-256 is ")
                .contains("mismatches: 1");
        unit(8, DAY, 500, 30);

        FullRun run = input.run(BY_DATE);

        assertThat(run.code()).as(run.said()).isEqualTo(4);
        assertThat(run.out())
                .contains(
                        "Units     3 done, 1 failed",
                        "Failed    7/" + DAY + ": FILE_DAMAGED",
                        METRICS + ": the unit's");
        assertVerified();
        assertThat(done(BY_DATE).err()).contains("3 units stand, about 1 units to do");
        input.assertSameAsFreshRun(4, BY_DATE);
    }

    @Test
    void aFileThatIsGoneCostsItsUnitsOnly() throws IOException {
        done(BY_DATE);
        Files.delete(input.output().resolve(METRICS));

        assertThat(done(BY_DATE).err()).contains("1 units stand, about 3 units to do");
        input.assertSameAsFreshRun(4, BY_DATE);
    }

    @Test
    void aManifestThatContradictsItselfIsFound() throws IOException {
        done(BY_DATE);
        Path manifest = FullRun.newest(input.output()).resolve("manifest.json");
        String text = Files.readString(manifest);
        Files.writeString(
                manifest,
                text.replaceFirst("\"row_group\" : 1", "\"row_group\" : 0")
                        .replaceFirst("\"packed\" : \\[ \\{[^}]*\\}, ", "\"packed\" : [ "),
                StandardCharsets.UTF_8);

        assertThat(verify().out())
                .contains("manifest.json: it gives row group 0 of tables/", " to two units\n")
                .contains("which it does not list\n");
    }
}
