package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The real script, killed with kill -9 at a random time, ends with the same tables when it is run again. */
@Tag("nightly")
class KilledScriptIT {
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final long MINUTES = 10;
    private static final int KILLED = 137;
    private static final int SEED = 6;

    @TempDir
    static Path folder;

    private static SortedMap<String, String> expected;
    private static long uninterruptedMs;

    @BeforeAll
    static void anUninterruptedRun() throws Exception {
        try (Stream<Path> files = Files.list(HOME.resolve("target"))) {
            assumeTrue(
                    files.anyMatch(file -> file.getFileName().toString().matches("midwater-.*\\.jar")),
                    "needs the packaged jar: run ./mvnw -Pnightly verify");
        }
        assertThat(end(start("generate", "--out", "market", "--securities", "3", "--dates", "2", "--orders", "3000")))
                .isZero();
        long began = System.nanoTime();
        assertThat(end(run("expected"))).isZero();
        uninterruptedMs = (System.nanoTime() - began) / 1_000_000;
        expected = FullRun.hashes(folder.resolve("expected"));
        assertThat(expected).isNotEmpty();
    }

    @RepeatedTest(20)
    void endsTheSame(RepetitionInfo repetition) throws Exception {
        String output = "killed-" + repetition.getCurrentRepetition();
        Process process = run(output);
        long wait = new Random(SEED + repetition.getCurrentRepetition()).nextLong(uninterruptedMs);
        if (!process.waitFor(wait, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            assertThat(end(process)).isEqualTo(KILLED);
        }

        assertThat(end(run(output)))
                .as(Files.readString(folder.resolve("log.txt")))
                .isZero();

        assertThat(FullRun.hashes(folder.resolve(output))).isEqualTo(expected);
    }

    private static Process run(String output) throws IOException {
        return start(
                "run",
                "--config",
                "market/midwater.conf",
                "--set",
                "output.path=" + output,
                "--set",
                "output.aggregates=[global,security]");
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(HOME.resolve("scripts/midwater").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile());
        builder.environment().remove("SPARK_HOME");
        builder.environment().put("MIDWATER_LOG_DIR", folder.resolve("logs").toString());
        return builder.start();
    }

    private static int end(Process process) throws InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the script did not end within " + MINUTES + " minutes");
        }
        return process.exitValue();
    }
}
