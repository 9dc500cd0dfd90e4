package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What differs between two outputs, and why. */
class CompareTest {
    private static final String DAY = "2024-09-05";

    @TempDir
    static Path folder;

    private static SmallInput input;
    private static Path base;

    @BeforeAll
    static void runOnce() throws IOException {
        input = market("base", 20);
        base = input.output();
        assertThat(input.run("output.aggregates=[security]").code()).isZero();
    }

    /** Security 7 trades 10 shares, security 9 as many as said. */
    private static SmallInput market(String name, long quantity) throws IOException {
        SmallInput market = new SmallInput(folder.resolve(name));
        String[] seven = market.pair(7, DAY, 1, 100, 10);
        String[] nine = market.pair(9, DAY, 3, 200, quantity);
        market.orders("day.csv", seven[0], nine[0]);
        market.trades("day.csv", seven[1], nine[1]);
        return market;
    }

    @Test
    void equalRunsAreIdentical() throws IOException {
        SmallInput again = market("again", 20);
        assertThat(again.run("output.aggregates=[security]", "output.formats=[parquet,csv]")
                        .code())
                .isZero();

        Terminal compare = compare(base, again.output());

        assertThat(compare.code()).as(compare.out()).isZero();
        // Two units of nine tables, one aggregate.
        assertThat(compare.out()).isEqualTo("identical: 19 tables and aggregates with equal hashes\n");
    }

    @Test
    void ordersOfOtherInputAreNamedWithTheFirstDifference() throws IOException {
        SmallInput other = market("other", 300);
        assertThat(other.run("output.aggregates=[security]").code()).isZero();

        Terminal compare = compare(base, other.output());

        assertThat(compare.code()).isEqualTo(5);
        assertThat(compare.out())
                .contains(
                        " of 19 tables and aggregates, 2 order-days\n",
                        "classified: 1 files differ\n",
                        "  demand_quantity: 2 rows, first 9/" + DAY + " order_id 3: 20 against 300\n",
                        "by_security: 1 files differ\n",
                        // Two orders of 20 or 300 shares at 200.
                        "  traded_value: 1 rows, first security_code 9: 8000 against 120000\n",
                        "orders: 2\n  9/" + DAY + " order 3\n  9/" + DAY + " order 4\n",
                        "likely reason\n  inputs: orders: 1 files, ")
                .doesNotContain("7/" + DAY);
    }

    @Test
    void aSettingThatDiffersIsTheReason() throws IOException {
        Path other = folder.resolve("setting");
        assertThat(input.runInto(other, "output.aggregates=[security]", "classification.immediate-within=1us")
                        .code())
                .isZero();

        Terminal compare = compare(base, other);

        assertThat(compare.code()).isEqualTo(5);
        assertThat(compare.out())
                .contains(
                        // The buys wait 1 µs for the sells: sooner than the default, not sooner than 1 µs.
                        "  outcome: 2 rows, first 7/" + DAY + " order_id 1: A_IMMEDIATE_FULL against B_EVENTUAL_FULL\n",
                        "likely reason\n  configuration: classification.immediate-within is ")
                .doesNotContain("inputs:", "code version");
        JsonNode json = new ObjectMapper()
                .readTree(Terminal.of("compare", base.toString(), other.toString(), "--json")
                        .out());
        assertThat(json.get("identical").asBoolean()).isFalse();
        assertThat(json.get("order_count").asInt()).isEqualTo(2);
        assertThat(json.findParents("column")).anySatisfy(column -> {
            assertThat(column.get("column").asText()).isEqualTo("outcome");
            assertThat(column.get("rows").asInt()).isEqualTo(2);
        });
    }

    @Test
    void unitsOfOneOnlyAreNamed() throws IOException {
        Path other = folder.resolve("selection");
        assertThat(input.runInto(other, "select.securities=[7]").code()).isZero();

        Terminal compare = compare(base, other);

        assertThat(compare.code()).isEqualTo(5);
        assertThat(compare.out())
                .contains(
                        "units only in the first: 1\n  9/" + DAY + "\n",
                        "by_security: 1 files differ\n  2 rows only in the first, 0 only in the second\n",
                        "configuration: select.securities is [] against [7]\n");
    }

    @Test
    void filesThatAreNotWhatTheirManifestSaysAreNamed() throws IOException {
        Path copy = folder.resolve("copy");
        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(base.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        String path = "tables/metrics/security_code=7/date=" + DAY + "/part-0.parquet";
        Files.writeString(copy.resolve(path), "of another hand");

        Terminal compare = compare(base, copy);

        assertThat(compare.code()).isEqualTo(5);
        assertThat(compare.out())
                .contains("  file:" + copy + "/" + path + " is not there with the length that its manifest records;"
                        + " scripts/midwater verify says what else\n");
    }

    @Test
    void anOutputWithoutARunIsAUsageError() {
        Terminal compare = compare(base, folder.resolve("nothing"));

        assertThat(compare.code()).isEqualTo(2);
        assertThat(compare.err())
                .isEqualTo("midwater: " + folder.resolve("nothing")
                        + " holds no finished run: name the folder that output.path was in a run, or do one first"
                        + " (scripts/midwater run)\n");
        assertThat(Terminal.of("compare", "a").err()).contains("Missing required parameter: 'B'");
    }

    private static Terminal compare(Path first, Path second) {
        return Terminal.of("compare", first.toString(), second.toString());
    }
}
