package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command of README.md and docs/ is typed as it is printed, in {@link Clone} of the project, and ends as the page
 * says. Commands of a sentence that need a name get one: {@link Clone#named}.
 */
class DocumentedCommandsIT {
    /** What is not executed, by how it begins: the reason, and what shows it instead. */
    private static final Map<String, String> NOT_RUN = Map.ofEntries(
            Map.entry("./mvnw", "the tests themselves"),
            Map.entry("mvn ", "builds the classpath of the benchmarks"),
            Map.entry("java ", "benchmarks, for hours and a quiet machine"),
            Map.entry("scripts/benchmark", "for hours and a quiet machine"),
            Map.entry("scripts/midwater generate --out market --securities 40 --dates 5 --size 12g", "makes 17 GB"),
            Map.entry("scripts/known-answers ", "builds the tests: KnownAnswersTest"),
            Map.entry("scripts/notebooks ", "fetches Python packages"),
            Map.entry("scripts/cluster ", "ClusterIT"),
            Map.entry("scripts/spark-class org.apache.spark.deploy.SparkSubmit", "ClusterIT"),
            Map.entry("MIDWATER_SPARK_OPTS=\"--conf spark.executor.memory=1g\"", "ClusterIT"),
            Map.entry("MIDWATER_SPARK_OPTS=\"--num-executors 8", "needs YARN"),
            Map.entry("curl -s localhost:4040", "while a run lasts: MonitoringIT"),
            Map.entry("SPARK_HISTORY_OPTS=", "runs until it is ended: MonitoringIT"),
            Map.entry("spark-submit ", "a Spark distribution of one's own: DistributionClusterIT"),
            Map.entry("\"$SPARK_HOME/bin/spark-submit\"", "needs YARN or Kubernetes"),
            Map.entry("python3 -m venv", "fetches a Spark distribution"),
            Map.entry("export SPARK_HOME=", "fetches a Spark distribution"),
            Map.entry("MIDWATER_TEST_SPARK_HOME=", "the tests themselves"));

    /** What ends with another code than 0. */
    private static final Map<String, ExitCode> ENDS =
            Map.of("scripts/midwater compare results results-0903", ExitCode.NO);

    @TempDir
    private static Path folder;

    private static Clone clone;

    @BeforeAll
    static void cloneOfTheProject() throws Exception {
        clone = new Clone(folder);
    }

    @AfterAll
    static void end() throws IOException {
        if (clone != null) {
            clone.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> commands() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        Set<String> unused = new TreeSet<>(NOT_RUN.keySet());
        unused.addAll(ENDS.keySet());
        for (Path page : DocumentedCommands.pages()) {
            for (List<String> snippet : DocumentedCommands.snippets(page)) {
                List<String> typed = new ArrayList<>();
                for (String command : snippet) {
                    List<String> reasons = NOT_RUN.keySet().stream()
                            .filter(command::startsWith)
                            .toList();
                    reasons.forEach(unused::remove);
                    unused.remove(command);
                    if (reasons.isEmpty() && !DocumentedCommands.isName(command)) {
                        typed.add(command);
                    }
                }
                if (!typed.isEmpty()) {
                    String name = page + ": " + String.join(" ⏎ ", typed);
                    // The quick start goes through the real script, other pages through one process for all.
                    boolean real = page.endsWith("README.md") && snippet.size() > 1 || typed.contains("scripts/demo");
                    tests.add(DynamicTest.dynamicTest(name, () -> type(typed, real)));
                }
            }
            if (page.endsWith("README.md")) {
                tests.add(DynamicTest.dynamicTest("results and desk.conf of the other pages", clone::afterTheDemo));
            }
        }
        tests.add(DynamicTest.dynamicTest(
                "every exception is in the pages", () -> assertThat(unused).isEmpty()));
        return tests.stream();
    }

    private static void type(List<String> commands, boolean real) throws Exception {
        Clone.Ended ended = clone.type(commands, real);
        int expected = ENDS.getOrDefault(commands.get(commands.size() - 1), ExitCode.DONE)
                .code();
        assertThat(ended.code()).as(ended.said()).isEqualTo(expected);
    }
}
