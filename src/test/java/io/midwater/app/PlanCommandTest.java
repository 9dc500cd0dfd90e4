package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.midwater.sink.OutputLock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    private static final String ORDERS_HEADER = "order_id,timestamp,sequence,security_code,side,price,quantity,"
            + "leavesquantity,totalmatchedquantity,changereason,orderstatus\n";
    private static final String TRADES_HEADER =
            "tradetime,sequence,securitycode,orderid,matchgroupid,dealsource,tradeprice,quantity,side\n";
    /** 2024-09-05, 10:00 in Sydney (UTC+10). */
    private static final long MORNING = 1_725_494_400_000_000_000L;

    private static final long DAY = 86_400_000_000_000L;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeInput() throws IOException {
        // Security 7: three order rows on Thursday and one on Friday; security 9: one on Thursday, one row without a
        // side.
        Files.writeString(
                folder.resolve("orders.csv"),
                ORDERS_HEADER
                        + order(1, MORNING, 7, 1)
                        + order(1, MORNING + 1, 7, 1)
                        + order(2, MORNING + 2, 7, 2)
                        + order(3, MORNING + DAY, 7, 1)
                        + order(4, MORNING, 9, 1)
                        + order(5, MORNING, 9, 5));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("trades.csv.gz")))) {
            out.write((TRADES_HEADER + MORNING + ",1,7,1,5,1,100,10,1\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void smallInputsAreCountedExactly() throws IOException {
        Terminal plan = plan("--json");

        assertThat(plan.code()).isZero();
        JsonNode answer = new ObjectMapper().readTree(plan.out());
        assertThat(answer.get("exact").asBoolean()).isTrue();
        assertThat(answer.get("units_seen").asLong()).isEqualTo(3);
        assertThat(answer.get("units_at_most").asLong()).isEqualTo(3);
        // Security 7 on Thursday: three order rows and a trade leg; the median unit has one row.
        assertThat(answer.at("/largest/0").toString())
                .isEqualTo("{\"security_code\":7,\"date\":\"2024-09-05\",\"rows\":4}");
        assertThat(answer.get("skew").asDouble()).isEqualTo(4.0);
        assertThat(answer.at("/inputs/0/rows").asLong()).isEqualTo(6);
        assertThat(answer.at("/inputs/0/selected").asLong()).isEqualTo(5);
        assertThat(answer.at("/inputs/0/rejected").asLong()).isEqualTo(1);
        assertThat(answer.get("splits").asInt()).isEqualTo(2);
        assertThat(answer.at("/unsplittable/0/path").asText()).endsWith("trades.csv.gz");
        assertThat(answer.get("free_bytes").asLong()).isPositive();
    }

    @Test
    void theSelectionCounts() throws IOException {
        JsonNode answer = new ObjectMapper()
                .readTree(plan("--json", "--set", "select.securities=7", "--set", "select.dates.from=2024-09-06")
                        .out());

        assertThat(answer.get("units_seen").asLong()).isEqualTo(1);
        assertThat(answer.at("/inputs/0/selected").asLong()).isEqualTo(1);
    }

    @Test
    void textNamesUnitsAndWarnings() {
        Terminal plan = plan("--set", "select.securities=8");

        assertThat(plan.code()).isZero();
        assertThat(plan.out())
                .contains(
                        "Read whole, nothing is estimated but time and space.",
                        "units         0 (security × business date)",
                        "unsplittable  file:" + folder.resolve("trades.csv.gz"),
                        "warning       no sampled row of orders lies inside the selection",
                        "cannot be split: each is read by one task");
    }

    @Test
    void beforeTheFirstRunEverythingIsToDo() throws IOException {
        JsonNode work = new ObjectMapper().readTree(plan("--json").out()).get("work");

        assertThat(work.get("units_to_do").asLong()).isEqualTo(3);
        assertThat(work.get("units_done").asLong()).isZero();
        assertThat(work.get("files").asLong()).isEqualTo(2);
        assertThat(work.get("reason").asText()).isEqualTo("there is no earlier run");
    }

    @Test
    void withoutAnEarlierRunTheRateIsBuiltIn() throws IOException {
        JsonNode answer = new ObjectMapper().readTree(plan("--json").out());

        // A few hundred bytes: start-up alone.
        assertThat(answer.get("seconds").asLong()).isEqualTo(25);
        assertThat(answer.get("rate").asText())
                .isEqualTo("built-in rate: 30 MB/s per core for selected rows, 700 MB/s for the others,"
                        + " 25 s for start, aggregates and report");
    }

    /** 300 MB selected and 1,400 MB others on 2 cores: (300/30 + 1400/700) / 2 = 6 s expected, 12 s measured: half. */
    @Test
    void theRateOfAnEarlierRunHereIsTaken() throws IOException {
        earlierRun("""
                {"run_id": "20240905T000000.000Z", "machine": "%s", "cores": 2,
                 "selected_bytes": 300000000, "other_bytes": 1400000000, "pass_seconds": 12.0}""".formatted(OutputLock.host()));

        assertThat(plan().out())
                .contains("(rate of run 20240905T000000.000Z on this output:"
                        + " 15 MB/s per core for selected rows, 350 MB/s for the others,"
                        + " 25 s for start, aggregates and report)");
    }

    @Test
    void anEarlierRunWithoutAPaceIsNoHarm() throws IOException {
        earlierRun("null");

        assertThat(plan().out()).contains("(built-in rate: 30 MB/s per core");
    }

    @Test
    void anOutputThatIsUpToDateTakesNoTime() throws IOException {
        SmallInput input = new SmallInput(folder.resolve("small"));
        String[] pair = input.pair(7, "2024-09-05", 1, 100, 10);
        input.orders("orders.csv", pair[0]);
        input.trades("trades.csv", pair[1]);
        FullRun run = input.run();
        assertThat(run.code()).as(run.said()).isZero();
        List<String> plan = input.arguments(input.output());
        plan.subList(0, 3).clear();
        plan.add(0, "plan");

        assertThat(Terminal.of(plan.toArray(String[]::new)).out())
                .contains(
                        "              0 to do, 1 done, 0 no longer selected: nothing has changed\n",
                        "duration      none: nothing is to do\n");
        plan.add("--json");
        assertThat(new ObjectMapper()
                        .readTree(Terminal.of(plan.toArray(String[]::new)).out())
                        .get("seconds")
                        .asLong())
                .isZero();
    }

    private void earlierRun(String pace) throws IOException {
        Path runs = folder.resolve("out/deep/runs");
        Files.createDirectories(runs.resolve("20240905T000000.000Z"));
        Files.writeString(runs.resolve("latest"), "20240905T000000.000Z\n");
        Files.writeString(runs.resolve("20240905T000000.000Z/manifest.json"), """
                {"format": 2, "run_id": "20240905T000000.000Z", "version": "0", "status": "done",
                 "unit_hash": "", "result_hash": "", "selection": {"securities": []}, "configuration": "{}",
                 "inputs": [], "units": [], "idle": [], "aggregates": [], "rejects": [], "pace": %s}
                """.formatted(pace));
    }

    @Test
    void missingFilesAreExitThree() throws IOException {
        Files.delete(folder.resolve("orders.csv"));

        Terminal plan = plan();

        assertThat(plan.code()).isEqualTo(3);
        assertThat(plan.err()).isEqualTo("midwater: " + folder.resolve("orders.csv") + ": no such file or directory\n");
    }

    private Terminal plan(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "plan",
                "--set",
                "input.orders=" + folder.resolve("orders.csv"),
                "--set",
                "input.trades=" + folder.resolve("trades.csv.gz"),
                "--set",
                "output.path=" + folder.resolve("out/deep")));
        arguments.addAll(List.of(more));
        return Terminal.of(arguments.toArray(String[]::new));
    }

    private static String order(int id, long timestamp, int security, int side) {
        return id + "," + timestamp + "," + id + "," + security + "," + side + ",100,10,10,0,6,1\n";
    }
}
