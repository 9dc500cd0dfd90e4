package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** An output that a run is about to change, and what an uninterrupted run would make of it. */
final class KillTrial {
    private static final String DAY = "2024-09-05";
    private static final String NEXT_DAY = "2024-09-06";
    private static final int KILLED = 137;

    private final Path folder;
    private final String[] settings;
    private final SmallInput input;
    private final SortedMap<String, String> before;
    private final SortedMap<String, String> after;

    /**
     * The older output has securities 7 and 9 on one day. Since then the orders of that day have lost security 9 and the
     * files of another day have come, with a row to reject: there is something to add, to replace and to withdraw.
     */
    KillTrial(Path folder, String... settings) throws IOException {
        this.folder = folder;
        this.settings = settings;
        input = new SmallInput(folder.resolve("input"));
        String[] seven = input.pair(7, DAY, 1, 100, 10);
        String[] nine = input.pair(9, DAY, 3, 200, 20);
        input.orders("day1.csv", seven[0], nine[0]);
        input.trades("day1.csv", seven[1], nine[1]);
        assertThat(input.run(settings).code()).isZero();
        before = FullRun.hashes(input.output());

        String[] more = input.pair(7, DAY, 5, 100, 10);
        input.orders("day1.csv", seven[0], more[0]);
        input.trades("day1.csv", seven[1], more[1]);
        String[] next = input.pair(7, NEXT_DAY, 11, 100, 10);
        String[] eleven = input.pair(11, NEXT_DAY, 13, 100, 10);
        input.orders("day2.csv", next[0], eleven[0], "x,1725498000000000000,1,7,1,100,10,10,0,6,1,0\n");
        input.trades("day2.csv", next[1], eleven[1]);
        Path expected = folder.resolve("expected");
        assertThat(input.runInto(expected, settings).code()).isZero();
        after = FullRun.hashes(expected);
    }

    /** What was published before, by path. */
    SortedMap<String, String> before() {
        return before;
    }

    /** Runs in a process of its own, which ends as a fault wants it. */
    int run(Path output, String fault) throws Exception {
        return ChildRun.of(input, output, fault, settings);
    }

    void kill(Path output, String fault) throws Exception {
        assertThat(run(output, fault)).isEqualTo(KILLED);
    }

    void killAndRunAgain(String fault) throws Exception {
        Path output = copy(fault);

        kill(output, fault);

        if (!Files.exists(output.resolve(".publishing")) && !fault.startsWith("JOURNAL_REMOVED")) {
            assertThat(FullRun.hashes(output)).isEqualTo(before);
        }
        assertRunsAgain(output);
    }

    void assertRunsAgain(Path output) throws IOException {
        FullRun again = input.runInto(output, settings);
        assertThat(again.code()).as(again.said()).isZero();
        assertThat(FullRun.hashes(output)).isEqualTo(after);
        assertThat(published(output)).isEqualTo(recorded(FullRun.manifest(output)));
        assertThat(output.resolve(".staging")).doesNotExist();
        assertThat(output.resolve(".publishing")).doesNotExist();
        assertThat(output.resolve(".lock")).doesNotExist();
        FullRun third = input.runInto(output, settings);
        assertThat(third.err()).contains("nothing to do");
    }

    /** Every file that a reader can see. */
    private static TreeSet<String> published(Path output) throws IOException {
        TreeSet<String> paths = new TreeSet<>();
        for (String top : new String[] {"tables", "by_security", "aggregated"}) {
            if (!Files.exists(output.resolve(top))) {
                continue;
            }
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

    /** The older output again. */
    Path copy(String name) throws IOException {
        Path copy = folder.resolve(name.replace(':', '-'));
        try (Stream<Path> files = Files.walk(input.output())) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(input.output().relativize(file).toString()));
            }
        }
        return copy;
    }
}
