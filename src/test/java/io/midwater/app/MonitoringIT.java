package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.generator.GeneratorOptions;
import io.midwater.generator.MarketGenerator;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators are promised: metrics of a run for Prometheus as it is delivered, and its pages in a history server. */
class MonitoringIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void aRunAnswersPrometheusAndStaysInTheHistory() throws Exception {
        Script.jar();
        Path market = folder.resolve("market");
        new MarketGenerator(new GeneratorOptions(market, 2, 2, -1, 2_000, 5)).run((date, done, of, bytes) -> {});
        String events = "file:" + Files.createDirectories(folder.resolve("events"));
        int port = freePort();
        Script script = new Script(
                folder,
                Map.of(
                        "MIDWATER_SPARK_OPTS",
                        "--conf spark.ui.port=" + port
                                + " --conf spark.eventLog.enabled=true --conf spark.eventLog.dir=" + events));
        Script.Started run = script.start(
                "midwater",
                "run",
                "--config",
                market.resolve("midwater.conf").toString(),
                "--set",
                "output.path=" + folder.resolve("out"));

        // Two securities on two dates; the metrics stay while the units are added up.
        String metrics =
                await(port, "/metrics/prometheus/", "metrics_midwater_driver_run_units_done_Value{type=\"gauges\"} 4");
        assertThat(metrics)
                .contains(
                        "metrics_midwater_driver_run_units_failed_Value{type=\"gauges\"} 0",
                        "metrics_midwater_driver_run_units_expected_Value{type=\"gauges\"} 4",
                        "metrics_midwater_driver_DAGScheduler_job_allJobs_Value{type=\"gauges\"}");
        assertThat(value(metrics, "read_bytes")).isPositive().isEqualTo(value(metrics, "total_bytes"));
        assertThat(await(port, "/metrics/executors/prometheus", "executor_id=\"driver\""))
                .contains("application_name=\"Midwater\"");
        Script.Ended ended = run.await();
        assertThat(ended.code()).as(ended.said()).isZero();

        int pages = freePort();
        Script.Started history = new Script(
                        folder,
                        Map.of(
                                "SPARK_HISTORY_OPTS",
                                "-Dspark.history.fs.logDirectory=" + events + " -Dspark.history.ui.port=" + pages))
                .start("spark-class", "org.apache.spark.deploy.history.HistoryServer");
        try {
            String list = await(pages, "/api/v1/applications", "\"completed\" : true");
            String id = list.replaceAll("(?s).*?\"id\" : \"([^\"]+)\".*", "$1");
            await(pages, "/api/v1/applications/" + id + "/jobs", "Read the files, analyse every security-day");
        } finally {
            history.process().destroyForcibly().waitFor();
        }
    }

    private static double value(String metrics, String name) {
        String key = "metrics_midwater_driver_run_" + name + "_Value{type=\"gauges\"} ";
        return metrics.lines()
                .filter(line -> line.startsWith(key))
                .mapToDouble(line -> Double.parseDouble(line.substring(key.length())))
                .findFirst()
                .orElseThrow();
    }

    /** Asks until the answer contains a text. */
    private static String await(int port, String path, String text) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + LIMIT.toNanos();
        String last = "no answer";
        while (System.nanoTime() < end) {
            try {
                last = client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body();
                if (last.contains(text)) {
                    return last;
                }
            } catch (IOException e) {
                last = e.toString();
            }
            Thread.sleep(50);
        }
        throw new AssertionError(path + " never said " + text + ", but: " + last);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
