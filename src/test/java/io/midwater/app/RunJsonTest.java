package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code run --json} prints, however the run ends. */
class RunJsonTest {
    private static final String DAY = "2024-09-05";

    @TempDir
    private Path folder;

    private SmallInput input;

    @BeforeEach
    void twoSecurities() throws IOException {
        input = new SmallInput(folder);
        String[] seven = input.pair(7, DAY, 1, 100, 10);
        String[] nine = input.pair(9, DAY, 3, 200, 20);
        input.orders("orders.csv", seven[0], nine[0]);
        input.trades("trades.csv", seven[1], nine[1]);
    }

    @Test
    void aRunThatIsDoneAndThenHasNothingToDo() throws IOException {
        FullRun run = FullRun.of(input.arguments(input.output(), "--json").toArray(String[]::new));
        JsonNode answer = answer(run);

        assertThat(run.code()).as(run.said()).isZero();
        assertThat(run.err()).contains("2 files, ", "done  units 2 done, 0 failed");
        Path newest = FullRun.newest(input.output());
        assertThat(answer.get("output").asText()).isEqualTo("file:" + input.output());
        assertThat(answer.get("run_id").asText()).isEqualTo(newest.getFileName().toString());
        assertThat(answer.get("status").asText()).isEqualTo("done");
        assertThat(answer.get("exit_code").asInt()).isZero();
        assertThat(answer.get("error").isNull()).isTrue();
        assertUnits(answer, 2, 0, 0);
        // Two pairs of four order rows and two legs each.
        assertThat(answer.get("rows_read").asLong()).isEqualTo(12);
        assertThat(answer.get("rows_kept").asLong()).isEqualTo(12);
        assertThat(answer.get("rows_rejected").asLong()).isZero();
        assertThat(answer.at("/findings/QUOTES_FROM_ORDERS").asLong()).isEqualTo(2);
        assertThat(answer.get("seconds").asDouble()).isPositive();
        assertThat(answer.get("manifest").asText()).isEqualTo("file:" + newest.resolve("manifest.json"));
        assertThat(answer.get("report").asText()).isEqualTo("file:" + newest.resolve("report.html"));

        JsonNode again = answer(input.run("--json"));
        assertThat(again.get("status").asText()).isEqualTo("nothing_to_do");
        assertThat(again.get("run_id")).isEqualTo(answer.get("run_id"));
        assertUnits(again, 0, 0, 2);
        assertThat(again.get("rows_read").asLong()).isEqualTo(12);
    }

    @Test
    void aUnitThatFailsIsListed() throws IOException {
        // 4·10^18 × 1,000 does not fit 64 bits.
        String[] huge = input.pair(8, DAY, 5, 1_000, 4_000_000_000_000_000_000L);
        input.orders("huge.csv", huge[0]);
        input.trades("huge.csv", huge[1]);

        FullRun run = input.run("--json");
        JsonNode answer = answer(run);

        assertThat(run.code()).as(run.said()).isEqualTo(4);
        assertThat(answer.get("exit_code").asInt()).isEqualTo(4);
        assertThat(answer.get("status").asText()).isEqualTo("partial");
        assertUnits(answer, 2, 1, 0);
        assertThat(answer.at("/failures/0/security_code").asLong()).isEqualTo(8);
        assertThat(answer.at("/failures/0/date").asText()).isEqualTo(DAY);
        assertThat(answer.at("/failures/0/reason").asText()).isEqualTo("OVERFLOW");
    }

    @Test
    void anInputThatCannotBeUsedIsAnAnswerToo() throws IOException {
        input.orders("bad.csv", "x,1725498000000000000,1,7,1,100,10,10,0,6,1,0\n");

        FullRun run = input.run("--json");
        JsonNode answer = answer(run);

        assertThat(run.code()).isEqualTo(3);
        assertThat(answer.get("exit_code").asInt()).isEqualTo(3);
        assertThat(answer.get("status").asText()).isEqualTo("failed");
        assertThat(answer.get("run_id").asText()).isNotBlank();
        assertThat(answer.get("error").asText()).contains("every one of its 1 rows is rejected");
        assertThat(run.err()).contains("midwater: " + answer.get("error").asText());
        assertThat(answer.get("report").isNull()).isTrue();
    }

    @Test
    void soAreAConfigurationThatCannotBeUsedAndALock() throws IOException {
        FullRun wrong = input.run("--json", "market.timezone=UTC");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(answer(wrong).get("error").asText()).contains("market.timezone: unknown setting");
        assertThat(answer(wrong).get("run_id").isNull()).isTrue();

        Files.createDirectories(input.output());
        Files.writeString(input.output().resolve(".lock"), "elsewhere process 1");
        FullRun locked = input.run("--json");
        assertThat(locked.code()).isEqualTo(2);
        assertThat(answer(locked).get("exit_code").asInt()).isEqualTo(2);
        assertThat(answer(locked).get("output").asText()).isEqualTo("file:" + input.output());
        assertThat(answer(locked).get("error").asText()).contains("is in use by elsewhere process 1");
    }

    private static void assertUnits(JsonNode answer, int done, int failed, int skipped) {
        assertThat(answer.get("units_done").asInt()).isEqualTo(done);
        assertThat(answer.get("units_failed").asInt()).isEqualTo(failed);
        assertThat(answer.get("units_skipped").asInt()).isEqualTo(skipped);
        assertThat(answer.get("failures")).hasSize(failed);
    }

    /** All of stdout is one object. */
    private static JsonNode answer(FullRun run) throws IOException {
        assertThat(run.out()).startsWith("{").endsWith("}\n");
        return new ObjectMapper().readTree(run.out());
    }
}
