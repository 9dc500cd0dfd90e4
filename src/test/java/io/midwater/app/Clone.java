package io.midwater.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.midwater.generator.GeneratorOptions;
import io.midwater.generator.MarketGenerator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A built clone of the project with a small market where the pages have theirs: {@code orders.csv}, {@code desk.conf},
 * {@code target/demo/market}, and after the demo its output in {@code results}, too.
 */
final class Clone implements AutoCloseable {
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final long MINUTES = 5;
    private static final String SHIM = """
            #!/usr/bin/env bash
            # In front of scripts/midwater: a long-lived process does what needs no Spark settings of its own.
            if [[ -n ${REAL:-}${MIDWATER_SPARK_OPTS:-}${MIDWATER_DRIVER_MEMORY:-} || $1 == completion ]]; then
              exec "$(dirname "$0")/midwater-real" "$@"
            fi
            exec 3<>/dev/tcp/127.0.0.1/PORT
            printf '%s\\0' "$@" '' >&3
            read -r code <&3
            cat command.out
            cat command.err >&2
            exit "$code"
            """;

    private final Path folder;
    private final Path runtime;
    private final Path jar;
    private final Process server;
    private final String order;

    /** How a snippet ended, and everything it said. */
    record Ended(int code, String said) {}

    Clone(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Path packaged = Script.jar();
        if (!Files.exists(HOME.resolve(".runtime"))) {
            new Script(folder, Map.of()).run("spark-class", "org.apache.spark.deploy.SparkSubmit", "--version");
        }
        runtime = Files.createSymbolicLink(folder.resolve(".runtime"), HOME.resolve(".runtime"));
        jar = Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("target")).resolve(packaged.getFileName()), packaged);
        Files.copy(HOME.resolve("pom.xml"), folder.resolve("pom.xml"));
        copy(HOME.resolve("scripts"), folder.resolve("scripts"));
        copy(HOME.resolve("conf"), folder.resolve("conf"));
        Path market = folder.resolve("target/demo/market");
        new MarketGenerator(new GeneratorOptions(market, 2, 2, -1, 600, 5)).run((date, done, of, bytes) -> {});
        Path orders;
        try (Stream<Path> files = Files.list(market.resolve("orders"))) {
            orders = files.sorted().findFirst().orElseThrow();
        }
        Files.copy(orders, folder.resolve("orders.csv"));
        order = Files.readAllLines(orders).get(1).split(",")[0];
        server = serve();
        String port =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8)).readLine();
        Path script = folder.resolve("scripts/midwater");
        Files.move(script, folder.resolve("scripts/midwater-real"));
        executable(script, SHIM.replace("PORT", port));
        executable(Files.createDirectories(folder.resolve("bin")).resolve("xdg-open"), "#!/bin/sh\ntest -s \"$1\"\n");
    }

    /** The pages of docs/ have their output in {@code results}, and a configuration that says so. */
    void afterTheDemo() throws IOException {
        copy(folder.resolve("target/demo/results"), folder.resolve("results"));
        Path demo = folder.resolve("conf/example.conf");
        Files.writeString(
                folder.resolve("desk.conf"),
                Files.readString(demo).replace("path = target/demo/results", "path = results"));
        copy(folder.resolve("target/demo/market"), folder.resolve("data/market"));
        Path large = folder.resolve("conf/local-8core.conf");
        Files.writeString(large, named(Files.readString(large)));
    }

    /**
     * Types commands into one shell.
     *
     * @param real whether through the script as it is delivered
     */
    Ended type(List<String> commands, boolean real) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        ProcessBuilder shell = new ProcessBuilder("bash", "-euvo", "pipefail", "-c", named(String.join("\n", commands)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        shell.environment().keySet().removeIf(name -> name.matches("SPARK_.*|MIDWATER_.*"));
        shell.environment().merge("PATH", folder.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        if (real) {
            shell.environment().put("REAL", "yes");
        }
        Process process = shell.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError(commands + " did not end within " + MINUTES + " minutes");
        }
        return new Ended(process.exitValue(), Files.readString(said));
    }

    /** A text of the pages with names of the clone for those that every reader has to put in. */
    String named(String text) {
        return text.replaceAll("\\bID\\b", order)
                .replace("FILE…", "orders.csv")
                .replace(" A B", " target/demo/results target/demo/results")
                .replace(" DIR", " target/demo/results")
                .replaceAll("(?<![\\w.])/data/", folder.resolve("data") + "/");
    }

    @Override
    public void close() throws IOException {
        server.destroyForcibly();
        Files.deleteIfExists(runtime);
        Files.deleteIfExists(jar);
    }

    private Process serve() throws IOException {
        List<String> command = ChildJvm.command();
        command.addAll(List.of(
                "-Xmx1g",
                "-Dlog4j2.configurationFile=" + HOME.resolve("src/test/resources/log4j2-test.properties"),
                "-cp",
                classPath(),
                CommandServer.class.getName()));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("server.txt").toFile())
                .start();
    }

    /** With the jar as it was before libraries got other names: its version is that of the script's. */
    private String classPath() {
        String ours = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path plain = HOME.resolve("target").resolve("original-" + jar.getFileName());
        return Files.exists(plain) ? ours.replace(HOME.resolve("target/classes").toString(), plain.toString()) : ours;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assumeTrue(file.toFile().setExecutable(true), "needs a folder whose files may be executed");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
