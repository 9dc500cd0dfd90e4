package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The front door as people use it: the script, the packaged jar, the assembled Spark runtime. */
class ScriptIT {
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final long MINUTES = 10;

    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) {}

    @BeforeAll
    static void jarIsThere() throws IOException {
        try (Stream<Path> files = Files.list(HOME.resolve("target"))) {
            assumeTrue(
                    files.anyMatch(file -> file.getFileName().toString().matches("midwater-.*\\.jar")),
                    "needs the packaged jar: run ./mvnw verify");
        }
    }

    @Test
    void helpWorksFromAnyDirectory() throws Exception {
        Ended help = script("--help");

        assertThat(help.code()).as(help.err()).isZero();
        assertThat(help.out()).contains("Usage: midwater", "Exit codes:");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void theShellCompletesCommandsAndOptions() throws Exception {
        Path completion = folder.resolve("completion.sh");
        Files.writeString(completion, script("completion").out());

        assertThat(bash("-n", completion.toString())).isEmpty();
        assertThat(completed(completion, "run --fr")).isEqualTo("--fresh\n");
        assertThat(completed(completion, "run --c")).isEqualTo("--config\n");
        assertThat(completed(completion, "ver")).isEqualTo("verify\n");
    }

    private static String completed(Path completion, String typed) throws IOException, InterruptedException {
        int last = typed.split(" ").length;
        return bash(
                "-c",
                "source " + completion + "; COMP_WORDS=(scripts/midwater " + typed + "); COMP_CWORD=" + last
                        + "; _complete_midwater 2>/dev/null; echo ${COMPREPLY[@]}");
    }

    /** What bash says; it ends with 0. */
    private static String bash(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash"));
        command.addAll(List.of(arguments));
        Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void unknownCommandsAndSettingsAreExitTwo() throws Exception {
        Ended unknown = script("rum");
        assertThat(unknown.code()).as(unknown.err()).isEqualTo(2);
        assertThat(unknown.err()).contains("Did you mean: midwater run?");

        Ended run = script("run", "--set", "outputs=1");
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        "midwater: 4 problems in the configuration",
                        "outputs: unknown setting, did you mean output? (--set outputs=1)")
                .doesNotContain("\tat ", "WARN");
    }

    @Test
    void missingInputIsExitThree() throws Exception {
        Ended run =
                script("run", "--set", "input.orders=o.csv", "--set", "input.trades=t.csv", "--set", "output.path=out");

        assertThat(run.code()).as(run.err()).isEqualTo(3);
        assertThat(run.err())
                .contains("o.csv: no such file or directory", "t.csv: no such file or directory")
                .doesNotContain("\tat ", "WARN");
    }

    @Test
    void aMissingColumnAndAnEmptySelectionAreExitThree() throws Exception {
        SmallInput input = new SmallInput(folder);
        String[] pair = input.pair(7, "2024-09-05", 1, 100, 10);
        input.orders("orders.csv", pair[0]);
        input.trades("trades.csv", pair[1]);
        String[] run = {
            "run",
            "--set",
            "input.orders=orders",
            "--set",
            "input.trades=trades",
            "--set",
            "output.path=out",
            "--set",
            "select.securities=[8]"
        };

        Ended empty = script(run);
        assertThat(empty.code()).as(empty.err()).isEqualTo(3);
        // Four order rows and two trade legs of security 7.
        assertThat(empty.err())
                .contains(
                        "nothing is selected: all 6 rows lie outside select.securities",
                        "securities 7, business date 2024-09-05")
                .doesNotContain("\tat ", "WARN");

        input.write("orders/orders.csv", SmallInput.ORDERS_HEADER.replace("leavesquantity,", "left,") + pair[0]);
        Ended missing = script(run);
        assertThat(missing.code()).as(missing.err()).isEqualTo(3);
        assertThat(missing.err()).contains("orders.csv", "leavesquantity").doesNotContain("\tat ", "WARN");
        assertThat(folder.resolve("out/tables")).doesNotExist();
    }

    @Test
    void aMarketIsGeneratedPlannedAndRunWithPathsOfTheCaller() throws Exception {
        generate();
        assertThat(script("plan", "--config", "market/midwater.conf").out()).contains("units         1 (");

        Ended run = script("run", "--config", "market/midwater.conf", "--set", "output.path=results");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains(": done in ", "Units     1 done, 0 failed", "/results/tables\n");
        assertThat(run.err()).contains("  units 1 done, 0 failed  ").doesNotContain("\tat ", "WARN");
        assertThat(folder.resolve("results/aggregated/global_summary.csv")).exists();
        assertThat(folder.resolve("results/.lock")).doesNotExist();

        Files.writeString(folder.resolve("file"), "in the way");
        Ended unwritable = script("run", "--config", "market/midwater.conf", "--set", "output.path=file/results");
        assertThat(unwritable.code()).as(unwritable.err()).isEqualTo(2);
        assertThat(unwritable.err()).contains("/file/results cannot be written").doesNotContain("\tat ", "WARN");
    }

    @Test
    void anotherSparkRunsItToo() throws Exception {
        String sparkHome = System.getenv("MIDWATER_TEST_SPARK_HOME");
        assumeTrue(sparkHome != null, "skipped: MIDWATER_TEST_SPARK_HOME names no Spark distribution");
        generate();

        Ended run = scriptWith(sparkHome, "run", "--config", "market/midwater.conf", "--set", "output.path=results");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Units     1 done, 0 failed");
    }

    private void generate() throws Exception {
        Ended generate = script("generate", "--out", "market", "--securities", "1", "--dates", "1", "--orders", "50");
        assertThat(generate.code()).as(generate.err()).isZero();
        assertThat(folder.resolve("market/midwater.conf")).exists();
    }

    @Test
    void anOrderIsExplainedAndTheReplayIsMeasured() throws Exception {
        script("generate", "--out", "market", "--securities", "1", "--dates", "1", "--orders", "2000");
        Ended run = script(
                "run",
                "--config",
                "market/midwater.conf",
                "--set",
                "output.path=out",
                "--set",
                "simulation.validate=true");
        assertThat(run.code()).as(run.err()).isZero();
        // The last line is the total: all of it found, and nothing else.
        List<String> quality = Files.readAllLines(folder.resolve("out/aggregated/replay_quality.csv"));
        assertThat(quality.get(quality.size() - 1)).matches(",,(\\d+),\\1,\\1,1.0,1.0");

        List<String> orders;
        try (Stream<Path> files = Files.list(folder.resolve("market/orders"))) {
            orders = Files.readAllLines(files.findFirst().orElseThrow());
        }
        String known = orders.get(1).substring(0, orders.get(1).indexOf(','));
        Ended explained = script("explain", "--order", known, "--output", "out");
        assertThat(explained.code()).as(explained.err()).isZero();
        assertThat(explained.out())
                .contains(
                        "Order " + known,
                        "Events as they came",
                        "Classes",
                        "Metrics",
                        "matched_quantity / demand_quantity");

        Ended unknown = script("explain", "--order", "1", "--output", "out");
        assertThat(unknown.code()).as(unknown.err()).isEqualTo(5);
        assertThat(unknown.out()).contains("no order 1 in ");
        assertThat(script("explain", "--order", "1").code()).isEqualTo(2);
    }

    private Ended script(String... arguments) throws IOException, InterruptedException {
        return scriptWith(null, arguments);
    }

    private Ended scriptWith(String sparkHome, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(HOME.resolve("scripts/midwater").toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("SPARK_HOME");
        if (sparkHome != null) {
            builder.environment().put("SPARK_HOME", sparkHome);
        }
        builder.environment().put("MIDWATER_LOG_DIR", folder.resolve("logs").toString());
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the script did not end within " + MINUTES + " minutes");
        }
        String errors = Files.readString(err, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("midwater: assembling"))
                .reduce("", (all, line) -> all + line + "\n");
        return new Ended(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), errors);
    }
}
