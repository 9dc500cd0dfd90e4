package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.generator.GeneratorOptions;
import io.midwater.generator.MarketGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real standalone cluster of the embedded Spark: its runs end with the bytes of a local one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterIT {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    static Path folder;

    private Script script;
    private Path cluster;
    private String master;
    private Path jar;

    /** The Spark distribution under test; null for the embedded runtime. */
    String sparkHome() {
        return null;
    }

    @BeforeAll
    void start() throws Exception {
        jar = Script.jar();
        cluster = folder.resolve("cluster");
        int port = freePort();
        master = "spark://127.0.0.1:" + port;
        Map<String, String> environment = new HashMap<>(Map.of(
                "MIDWATER_CLUSTER_DIR", cluster.toString(),
                "MIDWATER_CLUSTER_PORT", String.valueOf(port),
                "MIDWATER_DRIVER_MEMORY", "512m",
                "MIDWATER_SPARK_OPTS", "--conf spark.executor.memory=512m --conf spark.cores.max=2",
                "SPARK_LOCAL_IP", "127.0.0.1"));
        if (sparkHome() != null) {
            environment.put("SPARK_HOME", sparkHome());
        }
        script = new Script(folder, environment);
        Script.Ended started = script.run("cluster", "start");
        assertThat(started.code()).as(started.said()).isZero();
        assertThat(started.out()).contains("cluster: " + master);
    }

    @AfterAll
    void stop() throws Exception {
        if (script == null) {
            return;
        }
        Script.Ended stopped = script.run("cluster", "stop");
        assertThat(stopped.code()).as(stopped.said()).isZero();
        assertThat(script.run("cluster", "status").code()).isEqualTo(1);
        assertThat(ofTheCluster()).isEmpty();
    }

    @Test
    void bothDeployModesEndWithTheBytesOfALocalRun() throws Exception {
        Path config = market("small", 1, 1, 200);
        SortedMap<String, String> local = local(config, "local");

        Script.Ended again = script.run("cluster", "start");
        assertThat(again.code()).as(again.said()).isZero();
        assertThat(ofTheCluster()).hasSize(3);

        Script.Ended client = script.run("midwater", run(config, "client", "--master", master));
        assertThat(client.code()).as(client.said()).isZero();
        assertThat(FullRun.hashes(folder.resolve("client"))).isEqualTo(local);

        Script.Ended deployed = script.run("spark-class", submission(config, "deployed"));
        assertThat(deployed.code()).as(deployed.said()).isZero();
        assertThat(FullRun.hashes(folder.resolve("deployed"))).isEqualTo(local);
    }

    @Test
    @Tag("nightly")
    void aKilledExecutorAndAKilledWorkerChangeNothing() throws Exception {
        Path config = market("large", 6, 3, 60_000);
        SortedMap<String, String> local = local(config, "large-local");
        Script.Started run = script.start("midwater", run(config, "killed", "--master", master));

        await(() -> executors(1).findFirst().isPresent());
        // Staged files are there when the first unit is on its way.
        await(() -> Files.exists(folder.resolve("killed/.staging")));
        executors(1).forEach(ProcessHandle::destroyForcibly);
        await(() -> executors(2).findFirst().isPresent());
        assertThat(ProcessHandle.of(pid("worker-2")).orElseThrow().destroyForcibly())
                .isTrue();
        assertThat(run.process().isAlive()).as("at work when both were killed").isTrue();

        Script.Ended ended = run.await();
        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(FullRun.hashes(folder.resolve("killed"))).isEqualTo(local);
        assertThat(script.run("cluster", "start").code()).isZero();
    }

    private Path market(String name, int securities, int dates, int orders) {
        Path market = folder.resolve(name);
        new MarketGenerator(new GeneratorOptions(market, securities, dates, -1, orders, 3))
                .run((date, done, of, bytes) -> {});
        return market.resolve("midwater.conf");
    }

    private SortedMap<String, String> local(Path config, String output) throws Exception {
        Script.Ended local = script.run("midwater", run(config, output, "--master", "local[2]"));
        assertThat(local.code()).as(local.said()).isZero();
        SortedMap<String, String> hashes = FullRun.hashes(folder.resolve(output));
        assertThat(hashes).containsKeys("aggregated/global_summary.parquet", "aggregated/by_security.csv");
        return hashes;
    }

    private String[] run(Path config, String output, String... more) {
        return Stream.concat(
                        Stream.of(
                                "run",
                                "--config",
                                config.toString(),
                                "--set",
                                "output.path=" + folder.resolve(output),
                                "--set",
                                "output.aggregates=[global,security]"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** What spark-submit is told: the driver runs in a worker, and so needs absolute paths. */
    private String[] submission(Path config, String output) {
        return Stream.concat(
                        Stream.of(
                                "org.apache.spark.deploy.SparkSubmit",
                                "--class",
                                "io.midwater.app.Main",
                                "--master",
                                master,
                                "--deploy-mode",
                                "cluster",
                                "--driver-memory",
                                "512m",
                                "--conf",
                                "spark.standalone.submit.waitAppCompletion=true",
                                "--conf",
                                "spark.executor.memory=512m",
                                "--conf",
                                "spark.cores.max=2",
                                jar.toString()),
                        Stream.of(run(config, output)))
                .toArray(String[]::new);
    }

    private long pid(String daemon) throws IOException {
        return Long.parseLong(Files.readString(cluster.resolve(daemon + ".pid")).strip());
    }

    /** An executor is a child of its worker; its command names the worker's port only. */
    private Stream<ProcessHandle> executors(int worker) {
        try {
            return ProcessHandle.of(pid("worker-" + worker))
                    .orElseThrow()
                    .children()
                    .filter(child -> command(child).contains("CoarseGrainedExecutorBackend"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every process that mentions the cluster's master or folder, but the scripts that submit to it. */
    private List<ProcessHandle> ofTheCluster() {
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    String command = command(process);
                    return (command.contains(cluster.toString()) || command.contains("--port " + port()))
                            && !command.contains("SparkSubmit");
                })
                .toList();
    }

    /** The whole of it: Java keeps the first 4,096 characters, which an executor's class path fills. */
    private static String command(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ');
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }

    private String port() {
        return master.substring(master.lastIndexOf(':') + 1);
    }

    private static void await(BooleanSupplier there) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!there.getAsBoolean()) {
            assertThat(Instant.now()).as("waited for " + PATIENCE).isBefore(deadline);
            Thread.sleep(50);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
