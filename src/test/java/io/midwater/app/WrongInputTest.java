package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run says, and leaves behind, when something is wrong. */
class WrongInputTest {
    private static final String DAY = "2024-09-05";
    private static final String NEXT_DAY = "2024-09-06";

    @TempDir
    private Path folder;

    private SmallInput input;

    @BeforeEach
    void twoSecuritiesOnTwoDays() throws IOException {
        input = new SmallInput(folder);
        String[] seven = input.pair(7, DAY, 1, 100, 10);
        String[] nine = input.pair(9, NEXT_DAY, 3, 200, 20);
        input.orders("orders.csv", seven[0], nine[0]);
        input.trades("trades.csv", seven[1], nine[1]);
    }

    @Test
    void missingFilesAreAllNamed() {
        FullRun run = input.run("input.orders=" + folder.resolve("o.csv"), "input.trades=" + folder.resolve("t.csv"));

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains(
                        folder.resolve("o.csv") + ": no such file or directory",
                        folder.resolve("t.csv") + ": no such file or directory")
                .doesNotContain("\tat ");
        assertNothingPublished();
    }

    @Test
    void aMissingColumnIsNamedWithItsFile() throws IOException {
        input.write("orders/orders.csv", SmallInput.ORDERS_HEADER.replace("leavesquantity,", "left,"));

        FullRun run = input.run();

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("orders.csv", "leavesquantity").doesNotContain("\tat ");
        assertNothingPublished();
    }

    @Test
    void anUnknownSettingIsExitTwo() {
        FullRun run = input.run("market.timezone=UTC");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("midwater: 1 problem in the configuration\n"
                        + "  market.timezone: unknown setting, did you mean market.time-zone?"
                        + " (--set market.timezone=UTC)\n");
        assertThat(input.output()).doesNotExist();
    }

    @Test
    void anEmptySelectionNamesWhatIsThere() {
        FullRun securities = input.run("select.securities=[8]");
        assertThat(securities.code()).isEqualTo(3);
        assertThat(securities.err())
                .contains(
                        "nothing is selected: all 12 rows lie outside select.securities and select.dates",
                        "securities 7, 9, business dates 2024-09-05 to 2024-09-06");

        FullRun dates = input.run("select.dates.from=2024-10-01");
        assertThat(dates.code()).isEqualTo(3);
        assertThat(dates.err())
                .contains("nothing is selected: all 12 rows", "securities 7, 9, business dates 2024-09-05");
        assertNothingPublished();
    }

    @Test
    void tooManyRejectsEndTheRunButAreWritten() throws Exception {
        String[] more = input.pair(11, DAY, 5, 300, 30);
        // Eleven rows of an impossible side: one more than is always allowed.
        input.orders("bad.csv", more[0], (6 + ",1725498000000000000,99,11,3,100,10,10,0,6,1,0\n").repeat(11));

        FullRun run = input.run();

        assertThat(run.code()).as(run.said()).isEqualTo(3);
        // 8 good rows in one file, 4 good and 11 bad ones in the other.
        assertThat(run.err())
                .contains(
                        "orders: 11 of 23 rows are rejected (BAD_SIDE 11), more than input.max-reject-rate 0.001 allows",
                        "bad.csv is in line 6, column side: BAD_SIDE",
                        "See the rejected rows in tables/rejects");
        try (Duck duck = new Duck(input.output())) {
            // The header is line 1, the good rows lines 2 to 5.
            assertThat(duck.rows("SELECT min(line), max(line), count(*), min(reason), min(\"column\"), min(raw) FROM "
                            + "read_parquet('" + input.output() + "/tables/rejects/kind=orders/*.parquet')"))
                    .containsExactly(List.of(
                            "6", "16", "11", "BAD_SIDE", "side", "6,1725498000000000000,99,11,3,100,10,10,0,6,1,0"));
        }
        assertThat(FullRun.hashes(input.output())).isEmpty();
        assertNoRunIsRecorded();
        assertThat(input.output().resolve(".staging")).doesNotExist();

        // The same rows are fine where the desk says so.
        assertThat(input.run("input.max-reject-rate=0.5").code()).isZero();
    }

    @Test
    void aFileWithoutOneGoodRowEndsTheRun() throws Exception {
        input.orders("bad.csv", "x,1725498000000000000,1,7,1,100,10,10,0,6,1,0\n");

        FullRun run = input.run();

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("bad.csv: every one of its 1 rows is rejected (BAD_NUMBER 1); the first is in line 2, column"
                        + " order_id: BAD_NUMBER");
        assertThat(FullRun.hashes(input.output())).isEmpty();
    }

    @Test
    void anOutputThatCannotBeWrittenIsExitTwo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        FullRun run = input.runInto(file.resolve("output"));

        assertThat(run.code()).as(run.said()).isEqualTo(2);
        assertThat(run.err()).contains("output.path file:" + file.resolve("output") + " cannot be written");
        assertThat(file).hasContent("in the way");
    }

    @Test
    void aFileSystemThatIsNotThereIsNoFailureOfOurs() {
        FullRun output = input.runInto(Path.of("nowhere"), "output.path=foo://bucket/out");
        assertThat(output.code()).as(output.said()).isEqualTo(2);
        assertThat(output.err())
                .contains("output.path cannot be used, was foo://bucket/out: No FileSystem for scheme \"foo\"");

        FullRun host = input.runInto(Path.of("nowhere"), "output.path=hdfs://no-such-host.invalid:1/out");
        assertThat(host.code()).as(host.said()).isEqualTo(2);
        assertThat(host.err()).contains("output.path cannot be used", "unknown host no-such-host.invalid");

        FullRun orders = input.run("input.orders=[\"foo://bucket/orders\", \"s3a://bucket/orders\"]");
        assertThat(orders.code()).as(orders.said()).isEqualTo(3);
        assertThat(orders.err())
                .contains(
                        "foo://bucket/orders: cannot be listed: No FileSystem for scheme",
                        "s3a://bucket/orders: cannot be listed: no library for this kind of file system");
    }

    @Test
    void anOutputAmongItsInputsIsRefused() {
        for (String inside : List.of("orders/out", "orders")) {
            FullRun run = input.runInto(folder.resolve(inside));

            assertThat(run.code()).as(run.said()).isEqualTo(2);
            assertThat(run.err())
                    .contains("output.path file:" + folder.resolve(inside) + " lies in " + folder.resolve("orders")
                            + " of input.orders: a later run would read these results as input");
        }
        assertThat(folder.resolve("orders/out")).doesNotExist();
    }

    @Test
    void anAnalysisWithoutOrdersIsWorthAWarning() {
        FullRun run = input.run("select.participants=[4]");

        assertThat(run.code()).as(run.said()).isZero();
        assertThat(run.out()).contains("Warning   no order is left by select.participants and select.trading-hours");
    }

    @Test
    void aDamagedManifestIsSaidAndAFreshRunMendsIt() throws IOException {
        assertThat(input.run().code()).isZero();
        Path manifest = FullRun.newest(input.output()).resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).substring(0, 200));

        FullRun run = input.run();
        assertThat(run.code()).as(run.said()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        "the manifest of the newest run in file:" + input.output() + " cannot be read: not JSON",
                        "scripts/midwater run --fresh makes the output again");
        String output = input.output().toString();
        for (String[] question : new String[][] {
            {"report", "--output", output}, {"explain", "--order", "1", "--output", output}, {"compare", output, output}
        }) {
            Terminal asked = Terminal.of(question);
            assertThat(asked.code()).as(asked.err()).isEqualTo(2);
            assertThat(asked.err()).contains("cannot be read", "run --fresh makes the output again");
        }

        assertThat(input.run("--fresh").code()).isZero();
        assertThat(Terminal.of("verify", "--output", output).code()).isZero();

        Files.writeString(input.output().resolve("runs/latest"), "../elsewhere");
        assertThat(input.run().code()).isEqualTo(2);
        assertThat(input.run("--fresh").code()).isZero();
    }

    /** A file of another hand, or one that was mended by hand. */
    @ParameterizedTest
    @ValueSource(strings = {"everything", "units", "origins", "path"})
    void aManifestThatLacksWhatEveryRunWritesIsSaidAsADamagedOneIs(String lost) throws IOException {
        assertThat(input.run().code()).isZero();
        ObjectNode manifest = (ObjectNode) FullRun.manifest(input.output());
        switch (lost) {
            case "everything" -> manifest.removeAll();
            case "units" -> manifest.remove("units");
            case "origins" -> ((ObjectNode) manifest.at("/units/1")).remove("origins");
            default -> ((ObjectNode) manifest.at("/units/0/files/2")).putNull("path");
        }
        Files.writeString(FullRun.newest(input.output()).resolve("manifest.json"), manifest.toString());
        String message = "midwater: the manifest of the newest run in file:" + input.output() + " cannot be read: "
                + switch (lost) {
                    case "everything" ->
                        "it lacks run_id, version, status, unit_hash, result_hash, selection, configuration, inputs, units,"
                                + " idle, aggregates, rejects";
                    case "units" -> "it lacks units";
                    case "origins" -> "unit 9/" + NEXT_DAY + " lacks origins";
                    default -> "a file lacks path";
                }
                + "\nscripts/midwater run --fresh makes the output again\n";
        String output = input.output().toString();

        FullRun run = input.run();

        assertThat(run.code()).as(run.said()).isEqualTo(2);
        assertThat(run.err()).endsWith(message);
        for (String[] question : new String[][] {
            {
                "plan",
                "--set",
                "input.orders=" + folder.resolve("orders"),
                "--set",
                "input.trades=" + folder.resolve("trades"),
                "--set",
                "output.path=" + output
            },
            {"explain", "--order", "1", "--output", output},
            {"report", "--output", output},
            {"compare", output, output}
        }) {
            Terminal asked = Terminal.of(question);
            assertThat(asked.code()).as(asked.err()).isEqualTo(2);
            assertThat(asked.err()).isEqualTo(message);
        }
        assertThat(Terminal.of("verify", "--output", output).code()).isEqualTo(5);
        assertThat(input.run("--fresh").code()).isZero();
    }

    @Test
    void aLockIsRespected() throws IOException {
        Files.createDirectories(input.output());
        Path lock = Files.writeString(input.output().resolve(".lock"), "elsewhere process 1");

        FullRun run = input.run();

        assertThat(run.code()).as(run.said()).isEqualTo(2);
        assertThat(run.err()).contains("is in use by elsewhere process 1. If that run is no more, delete file:" + lock);
        assertThat(lock).hasContent("elsewhere process 1");
        assertThat(input.output().resolve("tables")).doesNotExist();
    }

    @Test
    void headersOnlyGiveEmptyTables() throws Exception {
        input.orders("orders.csv");
        input.trades("trades.csv");

        FullRun run = input.run("output.aggregates=[global,security]", "output.formats=[parquet,csv]");

        assertThat(run.code()).as(run.said()).isZero();
        assertThat(run.out()).contains("Rows      0 read", "Units     0 done, 0 failed");
        try (Duck duck = new Duck(input.output())) {
            String aggregates = input.output() + "/aggregated/";
            assertThat(duck.rows("SELECT total_orders, matched_quantity, fill_ratio, vwap_px FROM read_parquet('"
                            + aggregates + "global_summary.parquet')"))
                    .containsExactly(java.util.Arrays.asList("0", "0", null, null));
            assertThat(duck.number("SELECT count(*) FROM read_parquet('" + aggregates + "by_security.parquet')"))
                    .isZero();
        }
        assertThat(FullRun.manifest(input.output()).get("status").asText()).isEqualTo("done");
    }

    @Test
    void aUnitThatFailsTakesNoOtherWithIt() throws Exception {
        // 4·10^18 × 1,000 does not fit 64 bits.
        String[] huge = input.pair(8, DAY, 5, 1_000, 4_000_000_000_000_000_000L);
        input.orders("huge.csv", huge[0]);
        input.trades("huge.csv", huge[1]);

        FullRun run = input.run("output.aggregates=[global]");

        assertThat(run.code()).as(run.said()).isEqualTo(4);
        assertThat(run.out())
                .contains(
                        "partial in",
                        "Units     2 done, 1 failed",
                        "Failed    8/2024-09-05: OVERFLOW: java.lang.ArithmeticException: long overflow",
                        "mend the cause and run again to retry them");
        List<String> ledger = Files.readAllLines(FullRun.newest(input.output()).resolve("units.csv"));
        assertThat(ledger).hasSize(4);
        assertThat(ledger.get(2))
                .startsWith("8,2024-09-05,failed,OVERFLOW,java.lang.ArithmeticException: long overflow,");
        JsonNode manifest = FullRun.manifest(input.output());
        assertThat(manifest.get("status").asText()).isEqualTo("partial");
        assertThat(manifest.at("/units/1/status").asText()).isEqualTo("failed");
        assertThat(FullRun.hashes(input.output()).keySet())
                .anyMatch(path -> path.contains("security_code=7/"))
                .anyMatch(path -> path.contains("security_code=9/"))
                .noneMatch(path -> path.contains("security_code=8/"));
        assertThat(input.output().resolve(".staging")).doesNotExist();
        try (Duck duck = new Duck(input.output())) {
            assertThat(duck.number("SELECT total_orders FROM read_parquet('" + input.output()
                            + "/aggregated/global_summary.parquet')"))
                    .isEqualTo(4);
        }
    }

    @Test
    void tooManyFailedUnitsStopTheRun() throws Exception {
        String[] huge = input.pair(8, DAY, 5, 1_000, 4_000_000_000_000_000_000L);
        input.orders("huge.csv", huge[0]);
        input.trades("huge.csv", huge[1]);

        FullRun run = input.run("run.max-failed-units=0");

        assertThat(run.code()).as(run.said()).isEqualTo(4);
        assertThat(run.out())
                .contains("Warning   stopped: 1 failed units are more than run.max-failed-units = 0 allows");
        Terminal verify = Terminal.of("verify", "--output", input.output().toString());
        assertThat(verify.code()).as(verify.out()).isZero();
        assertThat(FullRun.manifest(input.output()).get("status").asText()).isEqualTo("partial");
    }

    @Test
    void legsThatDisagreeAreRejectedAndTheBooksStillClose() throws Exception {
        String[] more = input.pair(7, NEXT_DAY, 5, 100, 10);
        String[] good = input.pair(7, NEXT_DAY, 7, 100, 10);
        // A second buy leg of match 5 with another price: all three legs are refused.
        input.orders("more.csv", more[0], good[0]);
        input.trades(
                "more.csv",
                more[1],
                more[1].lines().findFirst().orElseThrow().replace(",100,10,", ",101,10,") + "\n",
                good[1]);

        FullRun run = input.run();

        assertThat(run.code()).as(run.said()).isZero();
        JsonNode books = FullRun.runFile(input.output(), "reconciliation.json");
        assertThat(books.at("/rows_by_kind/trades/read").asLong()).isEqualTo(9);
        assertThat(books.at("/rows_by_kind/trades/kept").asLong()).isEqualTo(6);
        assertThat(books.at("/rows_by_kind/trades/rejected").asLong()).isEqualTo(3);
        assertThat(books.at("/findings/CONFLICTING_TRADE_LEGS").asLong()).isEqualTo(3);
        assertThat(FullRun.manifest(input.output())
                        .get("inputs")
                        .findValues("rejected_by_reason")
                        .toString())
                .contains("{\"LEG_CONFLICT\":3}");
        try (Duck duck = new Duck(input.output())) {
            // In their file behind the header: the two of the match, then the contradiction.
            assertThat(duck.rows("SELECT file, line, reason, \"column\", raw FROM read_parquet('" + input.output()
                            + "/tables/rejects/kind=trades/*.parquet') ORDER BY line"))
                    .extracting(row -> row.get(0).replaceFirst(".*/", "") + " " + row.subList(1, 5))
                    .containsExactly(
                            "more.csv [2, LEG_CONFLICT, null, null]",
                            "more.csv [3, LEG_CONFLICT, null, null]",
                            "more.csv [4, LEG_CONFLICT, null, null]");
        }
        // Both orders of that match stay, and disagree with the tape.
        assertThat(books.at("/findings/ORDERS_DISAGREEING_WITH_TAPE").asLong()).isEqualTo(2);
    }

    @Test
    void aFileWhoseLegsAllDisagreeCannotBeUsed() throws IOException {
        String[] more = input.pair(7, NEXT_DAY, 5, 100, 10);
        input.orders("more.csv", more[0]);
        input.trades(
                "more.csv", more[1], more[1].lines().findFirst().orElseThrow().replace(",100,10,", ",101,10,") + "\n");

        FullRun run = input.run();

        assertThat(run.code()).as(run.said()).isEqualTo(3);
        assertThat(run.err()).contains("more.csv: every one of its 3 rows is rejected (LEG_CONFLICT 3)");
        assertThat(input.output().resolve("tables/rejects/kind=trades")).isNotEmptyDirectory();
        assertNoRunIsRecorded();
    }

    private void assertNothingPublished() {
        for (String folder : List.of("tables", "aggregated", "by_security", ".staging", ".lock")) {
            assertThat(input.output().resolve(folder)).doesNotExist();
        }
        assertNoRunIsRecorded();
    }

    /** A run that was refused on its way leaves its log, and no more. */
    private void assertNoRunIsRecorded() {
        Path runs = input.output().resolve("runs");
        if (Files.exists(runs)) {
            assertThat(runs).isDirectoryNotContaining(file -> file.endsWith("latest"));
            assertThat(runs).isDirectoryNotContaining(file -> Files.exists(file.resolve("manifest.json")));
        }
    }
}
