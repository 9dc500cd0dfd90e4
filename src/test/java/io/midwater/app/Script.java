package io.midwater.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Scripts of the project as processes of their own, in an environment that names a Spark distribution or none. */
final class Script {
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final long MINUTES = 20;

    private final Path folder;
    private final Map<String, String> environment;

    /** How a script ended, and what it said. */
    record Ended(int code, String out, String err) {
        String said() {
            return out + err;
        }
    }

    /** A script at work. */
    record Started(Process process, Path out, Path err) {
        Ended await() throws IOException, InterruptedException {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("the script did not end within " + MINUTES + " minutes: " + said());
            }
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err, StandardCharsets.UTF_8));
        }

        String said() throws IOException {
            return Files.readString(out) + Files.readString(err);
        }
    }

    /**
     * @param folder for working in, and for logs
     * @param environment on top of this process's own; without SPARK_HOME the embedded runtime is used
     */
    Script(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** The packaged jar; the test is skipped without it. */
    static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(HOME.resolve("target"))) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().matches("midwater-[\\d.]+\\.jar"))
                    .toList();
            assumeTrue(jars.size() == 1, "needs the packaged jar: run ./mvnw verify");
            return jars.get(0);
        }
    }

    Ended run(String script, String... arguments) throws IOException, InterruptedException {
        return start(script, arguments).await();
    }

    Started start(String script, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(HOME.resolve("scripts").resolve(script).toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, script, ".out");
        Path err = Files.createTempFile(folder, script, ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("SPARK_HOME");
        builder.environment().put("MIDWATER_LOG_DIR", folder.resolve("logs").toString());
        builder.environment().putAll(environment);
        return new Started(builder.start(), out, err);
    }
}
