package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run over an older output is killed at every step of its way: while nothing is promised the older output stays as it
 * was, and running again always ends with what an uninterrupted run gives.
 */
class KilledRunTest {
    private static final String DAY = "2024-09-05";
    private static final String NEXT_DAY = "2024-09-06";
    private static final String[] SETTINGS = {"output.aggregates=[global,security]", "output.formats=[parquet,csv]"};
    private static final int KILLED = 137;

    @TempDir
    static Path folder;

    private static SmallInput input;
    private static SortedMap<String, String> before;
    private static SortedMap<String, String> after;

    /**
     * The older output has securities 7 and 9 on one day. Since then the orders of that day have lost security 9 and the
     * files of another day have come, with a row to reject: there is something to add, to replace and to withdraw.
     */
    @BeforeAll
    static void anOutputThatIsToChange() throws IOException {
        input = new SmallInput(folder.resolve("input"));
        String[] seven = input.pair(7, DAY, 1, 100, 10);
        String[] nine = input.pair(9, DAY, 3, 200, 20);
        input.orders("day1.csv", seven[0], nine[0]);
        input.trades("day1.csv", seven[1], nine[1]);
        assertThat(input.run(SETTINGS).code()).isZero();
        before = FullRun.hashes(input.output());

        String[] more = input.pair(7, DAY, 5, 100, 10);
        input.orders("day1.csv", seven[0], more[0]);
        input.trades("day1.csv", seven[1], more[1]);
        String[] next = input.pair(7, NEXT_DAY, 11, 100, 10);
        String[] eleven = input.pair(11, NEXT_DAY, 13, 100, 10);
        input.orders("day2.csv", next[0], eleven[0], "x,1725498000000000000,1,7,1,100,10,10,0,6,1,0\n");
        input.trades("day2.csv", next[1], eleven[1]);
        Path expected = folder.resolve("expected");
        assertThat(input.runInto(expected, SETTINGS).code()).isZero();
        after = FullRun.hashes(expected);
    }

    /** A few that differ most; the others are for the night. */
    @ParameterizedTest
    @ValueSource(strings = {"UNIT_STAGED:2", "JOURNAL_STAGED:1", "FILE_PUBLISHED:7", "FILE_WITHDRAWN:2"})
    void endsAsIfUninterrupted(String fault) throws Exception {
        killAndRunAgain(fault);
    }

    @Tag("nightly")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNIT_STAGING:1",
                "UNIT_STAGING:3",
                "UNIT_STAGED:1",
                "UNIT_CHECKED:1",
                "UNIT_CHECKED:3",
                "REJECTS_STAGED:1",
                "BOOKS_CLOSED:1",
                "AGGREGATE_STAGED:1",
                "AGGREGATE_STAGED:4",
                "RECORD_STAGED:1",
                "RECORD_STAGED:2",
                "RECORD_STAGED:3",
                "JOURNAL_WRITTEN:1",
                "FILE_PUBLISHED:1",
                "FILE_PUBLISHED:2",
                "FILE_PUBLISHED:12",
                "FILE_PUBLISHED:25",
                "FILE_PUBLISHED:38",
                "LATEST_WRITTEN:1",
                "FILE_WITHDRAWN:1",
                "FILE_WITHDRAWN:9",
                "JOURNAL_REMOVED:1"
            })
    void endsAsIfUninterruptedAtEveryOtherStep(String fault) throws Exception {
        killAndRunAgain(fault);
    }

    @Tag("nightly")
    @Test
    void killedTwiceItEndsTheSame() throws Exception {
        Path output = copy("FILE_PUBLISHED:3+9");
        assertThat(ChildRun.of(input, output, "FILE_PUBLISHED:3", SETTINGS)).isEqualTo(KILLED);
        // The next one finishes the publication, and is killed over it.
        assertThat(ChildRun.of(input, output, "FILE_PUBLISHED:9", SETTINGS)).isEqualTo(KILLED);

        assertRunsAgain(output);
    }

    @Test
    void aFullDiskUnderAUnitCostsThatUnitOnly() throws Exception {
        Path output = copy("UNIT_STAGING:1:full");

        assertThat(ChildRun.of(input, output, "UNIT_STAGING:1:full", SETTINGS)).isEqualTo(4);

        JsonNode units = FullRun.manifest(output).get("units");
        assertThat(units.findValuesAsText("reason")).containsOnlyOnce("WRITE_ERROR");
        assertThat(units.findValuesAsText("status")).containsOnlyOnce("failed").contains("done");
        assertRunsAgain(output);
    }

    @Test
    void aFullDiskLaterChangesNothing() throws Exception {
        Path output = copy("AGGREGATE_STAGED:2:full");

        assertThat(ChildRun.of(input, output, "AGGREGATE_STAGED:2:full", SETTINGS))
                .isEqualTo(1);

        assertThat(FullRun.hashes(output)).isEqualTo(before);
        assertThat(output.resolve(".lock")).doesNotExist();
        assertRunsAgain(output);
    }

    private void killAndRunAgain(String fault) throws Exception {
        Path output = copy(fault);

        assertThat(ChildRun.of(input, output, fault, SETTINGS)).isEqualTo(KILLED);

        if (!Files.exists(output.resolve(".publishing")) && !fault.startsWith("JOURNAL_REMOVED")) {
            assertThat(FullRun.hashes(output)).isEqualTo(before);
        }
        assertRunsAgain(output);
    }

    private static void assertRunsAgain(Path output) throws IOException {
        FullRun again = input.runInto(output, SETTINGS);
        assertThat(again.code()).as(again.said()).isZero();
        assertThat(FullRun.hashes(output)).isEqualTo(after);
        assertThat(published(output)).isEqualTo(recorded(FullRun.manifest(output)));
        assertThat(output.resolve(".staging")).doesNotExist();
        assertThat(output.resolve(".publishing")).doesNotExist();
        assertThat(output.resolve(".lock")).doesNotExist();
        FullRun third = input.runInto(output, SETTINGS);
        assertThat(third.err()).contains("nothing to do");
    }

    /** Every file that a reader can see. */
    private static TreeSet<String> published(Path output) throws IOException {
        TreeSet<String> paths = new TreeSet<>();
        for (String top : new String[] {"tables", "by_security", "aggregated"}) {
            try (Stream<Path> files = Files.walk(output.resolve(top))) {
                files.filter(Files::isRegularFile)
                        .forEach(file -> paths.add(output.relativize(file).toString()));
            }
        }
        return paths;
    }

    private static TreeSet<String> recorded(JsonNode manifest) {
        TreeSet<String> paths = new TreeSet<>();
        manifest.get("units").forEach(unit -> paths.addAll(unit.get("files").findValuesAsText("path")));
        paths.addAll(manifest.get("aggregates").findValuesAsText("path"));
        paths.addAll(manifest.get("rejects").findValuesAsText("path"));
        return paths;
    }

    private static Path copy(String name) throws IOException {
        Path copy = folder.resolve(name.replace(':', '-'));
        try (Stream<Path> files = Files.walk(input.output())) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(input.output().relativize(file).toString()));
            }
        }
        return copy;
    }
}
