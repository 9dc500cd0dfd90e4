package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of damage to a finished output is found, named and given a remedy. */
class VerifyTest {
    private static final String DAY = "2024-09-05";
    private static final String UNIT = "security_code=7/date=" + DAY + "/part-0.parquet";
    private static final String CLASSIFIED = "tables/classified/" + UNIT;
    private static final String METRICS = "tables/metrics/" + UNIT;
    private static final String REMEDY = "    scripts/midwater run --fresh makes the output again\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Path finished;

    private Path output;

    /** Securities 7 and 9 with a buy and a sell each on one day, and a reject; every aggregate, both formats. */
    @BeforeAll
    static void runOnce() throws IOException {
        SmallInput input = new SmallInput(folder.resolve("input"));
        String[] seven = input.pair(7, DAY, 1, 100, 10);
        String[] nine = input.pair(9, DAY, 3, 200, 20);
        input.orders("day.csv", seven[0], nine[0], "x,1725498000000000000,1,7,1,100,10,10,0,6,1,0\n");
        input.trades("day.csv", seven[1], nine[1]);
        FullRun run = input.run(
                "output.formats=[parquet,csv]",
                "output.aggregates=[global,security,date,participant,time_of_day,order_size,time_series,scenario]");
        assertThat(run.code()).as(run.said()).isZero();
        finished = input.output();
    }

    @BeforeEach
    void copy() throws IOException {
        output = Files.createTempDirectory(folder, "output");
        try (Stream<Path> files = Files.walk(finished)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = output.resolve(finished.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Test
    void aFinishedOutputHolds() throws IOException {
        Terminal verify = verify();

        assertThat(verify.code()).as(verify.out()).isZero();
        // Per unit nine Parquet and four CSV files; 12 aggregates in two formats; one file of rejects: 2 × 13 + 24 +
        // 1.
        assertThat(verify.out()).contains("2 units, 51 files, ").endsWith(": verified\n");
        JsonNode json = JSON.readTree(
                Terminal.of("verify", "--output", output.toString(), "--json").out());
        assertThat(json.get("holds").asBoolean()).isTrue();
        assertThat(json.get("files").asInt()).isEqualTo(51);
        assertThat(json.get("mismatches")).isEmpty();
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(output.resolve(CLASSIFIED));

        assertFinds(CLASSIFIED + ": the file is not there\n    scripts/midwater run makes it again\n");
    }

    @Test
    void aFlippedByteIsFoundThoughTheLengthIsTheSame() throws IOException {
        byte[] bytes = Files.readAllBytes(output.resolve(METRICS));
        bytes[bytes.length / 2] ^= 1;
        Files.write(output.resolve(METRICS), bytes);

        assertFinds(METRICS + ": the file's SHA-256 is " + DigestUtils.sha256Hex(bytes) + ", the manifest says ");
        assertThat(verify().out()).contains("    delete it, then scripts/midwater run makes it again\n");
    }

    @Test
    void aTruncatedParquetIsFound() throws IOException {
        byte[] bytes = Files.readAllBytes(output.resolve(METRICS));
        Files.write(output.resolve(METRICS), Arrays.copyOf(bytes, bytes.length - 20));

        assertFinds(
                METRICS + ": the file has " + (bytes.length - 20) + " bytes, the manifest says " + bytes.length + "\n",
                METRICS + ": the file cannot be read: ");
    }

    @Test
    void aFileOfAnotherUnitIsFoundByItsSumsThoughTheManifestNamesItsHash() throws IOException {
        // Security 9 traded 20, 7 traded 10: with both orders counted, 40 and 20.
        Path other = output.resolve(METRICS.replace("=7/", "=9/"));
        Files.write(output.resolve(METRICS), Files.readAllBytes(other));
        String hash = DigestUtils.sha256Hex(Files.readAllBytes(other));
        long bytes = Files.size(other);
        edit(manifest -> file(manifest, METRICS).put("sha256", hash).put("bytes", bytes));

        assertFinds("7/" + DAY + ": its tables hold 40 traded quantity, the manifest says 20\n" + REMEDY);
    }

    @Test
    void anEditedSumIsFoundInTheUnitAndInTheAggregates() throws IOException {
        edit(manifest -> ((ObjectNode) manifest.at("/units/0/sums")).put("demand_quantity", 21));

        assertFinds(
                "7/" + DAY + ": its tables hold 20 demand quantity, the manifest says 21\n",
                "aggregated/global_summary.parquet: column demand_quantity is 60, the units of the manifest add up to"
                        + " 61\n",
                "aggregated/by_security.parquet: column demand_quantity of 7 is 20, the units of the manifest add up"
                        + " to 21\n",
                "aggregated/time_series.parquet: column demand_quantity of 7/" + DAY
                        + " is 20, the units of the manifest add up to 21\n");
    }

    @Test
    void editedRowsAreFound() throws IOException {
        edit(manifest -> file(manifest, CLASSIFIED).put("rows", 3));
        String csv = "by_security/SEC_7/" + DAY + "/orders.csv.gz";
        edit(manifest -> file(manifest, csv).put("rows", 5));

        assertFinds(
                CLASSIFIED + ": the file has 2 rows, the manifest says 3\n",
                csv + ": the file has 4 rows, the manifest says 5\n");
    }

    @Test
    void aUnitTakenOutOfTheManifestLeavesFilesThatNobodyNames() throws IOException {
        edit(manifest -> ((ArrayNode) manifest.get("units")).remove(0));

        assertFinds(
                CLASSIFIED + ": the manifest names no such file\n    delete it or move it elsewhere\n",
                "aggregated/by_security.parquet: column total_orders of 7 is 2, the units of the manifest add up to"
                        + " 0\n");
    }

    @Test
    void aFileTooManyIsFound() throws IOException {
        String extra = "tables/orders/security_code=7/date=2024-09-06/part-0.parquet";
        Files.createDirectories(output.resolve(extra).getParent());
        Files.copy(output.resolve("tables/orders/" + UNIT), output.resolve(extra));
        Files.writeString(output.resolve("aggregated/by_desk.csv"), "mine\n");

        assertFinds(
                extra + ": the manifest names no such file\n    delete it or move it elsewhere\n",
                "aggregated/by_desk.csv: the manifest names no such file\n");
    }

    @Test
    void anAggregateOfOtherOrdersIsFound() throws IOException {
        // by_date of an output with security 9 only, with its hash in the manifest.
        SmallInput input = new SmallInput(folder.resolve("nine"));
        String[] nine = input.pair(9, DAY, 3, 200, 20);
        input.orders("day.csv", nine[0]);
        input.trades("day.csv", nine[1]);
        assertThat(input.run("output.aggregates=[date]").code()).isZero();
        String path = "aggregated/by_date.parquet";
        byte[] bytes = Files.readAllBytes(input.output().resolve(path));
        Files.write(output.resolve(path), bytes);
        edit(manifest ->
                file(manifest, path).put("sha256", DigestUtils.sha256Hex(bytes)).put("bytes", bytes.length));

        // 2 × 20 shares at 200 against that and 2 × 10 at 100.
        assertFinds(
                path + ": column traded_value adds up to 8000, in aggregated/global_summary.parquet to 10000\n",
                path + ": column total_orders of " + DAY + " is 2, the units of the manifest add up to 4\n");
    }

    @Test
    void accountsThatDoNotCloseAreFound() throws IOException {
        edit(manifest -> ((ObjectNode) manifest.at("/inputs/0")).put("rejected", 2));
        Path books = FullRun.newest(output).resolve("reconciliation.json");
        Files.writeString(books, Files.readString(books).replaceFirst("\"closes\" : true", "\"closes\" : false"));

        assertFinds(
                "orders/day.csv: the manifest says 9 rows read, but 8 kept + 0 filtered out + 0 duplicates + 2"
                        + " rejected\n",
                "reconciliation.json: it does not close: ");
    }

    @Test
    void aManifestThatContradictsItselfIsFound() throws IOException {
        edit(manifest ->
                ((ArrayNode) manifest.get("units")).add(manifest.at("/units/0").deepCopy()));
        edit(manifest -> ((ObjectNode) manifest.at("/units/1")).put("status", "failed"));

        assertFinds(
                "manifest.json: it lists unit 7/" + DAY + " twice\n",
                "manifest.json: it gives failed unit 9/" + DAY + " files\n",
                "manifest.json: its status is done, but it lists failed units\n",
                "; units that failed in the run and have no files: 1\n");
    }

    @Test
    void aManifestThatPointsElsewhereIsNotFollowed() throws IOException {
        edit(manifest -> file(manifest, CLASSIFIED).put("path", "tables/../../secret.parquet"));

        assertFinds(
                "tables/../../secret.parquet: the manifest names a file that no run publishes; it was not opened\n");
    }

    @Test
    void anUnreadableManifestIsNo() throws IOException {
        String unreadable = "runs/latest: the manifest of the newest run in file:" + output + " cannot be read: ";
        Files.writeString(FullRun.newest(output).resolve("manifest.json"), "{\"run_id\": ");
        assertFinds(unreadable + "not JSON of RunManifest: ");

        Files.writeString(FullRun.newest(output).resolve("manifest.json"), "{\"run_id\": \"x\"}");
        assertFinds(unreadable + "it lacks version, status, unit_hash, ");

        Files.writeString(output.resolve("runs/latest"), "../../elsewhere\n");
        assertFinds(unreadable + "not a name for a file: ");
    }

    @Test
    void anUnfinishedLaterRunIsSaid() throws IOException {
        Files.writeString(output.resolve(".publishing"), "20200101T000000.000Z");

        assertFinds(
                ".publishing: a later run has begun to publish and has not ended: files may be newer than the manifest\n    wait for it, or run again\n");
    }

    @Test
    void noOutputIsAUsageError() {
        Terminal verify =
                Terminal.of("verify", "--output", folder.resolve("nothing").toString());

        assertThat(verify.code()).isEqualTo(2);
        assertThat(verify.err())
                .isEqualTo("midwater: " + folder.resolve("nothing")
                        + " holds no finished run: name the folder that output.path was in a run, or do one first"
                        + " (scripts/midwater run)\n");
        assertThat(Terminal.of("verify").err()).contains("give either --config FILE or --output DIR");
    }

    private Terminal verify() {
        return Terminal.of("verify", "--output", output.toString());
    }

    private void assertFinds(String... texts) {
        Terminal verify = verify();
        assertThat(verify.code()).as(verify.out()).isEqualTo(5);
        assertThat(verify.out()).contains(texts).containsPattern(": mismatches: [1-9]");
        assertThat(verify.err()).isEmpty();
    }

    private void edit(Consumer<JsonNode> change) throws IOException {
        Path path = FullRun.newest(output).resolve("manifest.json");
        JsonNode manifest = JSON.readTree(path.toFile());
        change.accept(manifest);
        JSON.writeValue(path.toFile(), manifest);
    }

    private static ObjectNode file(JsonNode manifest, String path) {
        for (JsonNode file : manifest.findParents("sha256")) {
            if (file.get("path").asText().equals(path)) {
                return (ObjectNode) file;
            }
        }
        throw new AssertionError("no file " + path);
    }
}
