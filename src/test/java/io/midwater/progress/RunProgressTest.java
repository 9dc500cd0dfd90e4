package io.midwater.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.midwater.control.FailureReason;
import io.midwater.control.RowOrigins;
import io.midwater.control.UnitFailure;
import io.midwater.control.UnitResult;
import io.midwater.control.UnitSums;
import io.midwater.domain.SecurityDay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunProgressTest {
    private static final long SECOND = 1_000_000_000L;
    private static final LocalDate DAY = LocalDate.of(2024, 9, 5);

    private long now;
    private long bytes;
    private long rows;
    private final RunProgress progress = new RunProgress(
            () -> now, new RunProgress.Counters(() -> bytes, () -> rows, () -> rows), 2_000_000_000L, 4, 2);

    private static UnitResult unit(long security, UnitFailure failure, long rows, double seconds) {
        return new UnitResult(
                new SecurityDay(security, DAY),
                failure,
                List.of(),
                UnitSums.NONE,
                Map.of(),
                new RowOrigins(List.of(new RowOrigins.Share(0, rows, 0, 0))),
                List.of(),
                null,
                (long) (seconds * SECOND));
    }

    private void halfOfTheUnits() {
        bytes = 2_000_000_000L;
        rows = 400;
        now = 20 * SECOND;
        progress.snapshot();
        progress.received(List.of(
                unit(7, null, 150, 2.5), unit(9, new UnitFailure(FailureReason.OVERFLOW, "too large", ""), 50, 0.5)));
        now = 30 * SECOND;
    }

    @Test
    void readingComesFirst() {
        bytes = 500_000_000;
        rows = 3_000;
        now = 10 * SECOND;

        assertThat(ProgressText.line(progress.snapshot()))
                .startsWith("0:10  read 500 MB of 2.0 GB (25 %)  50 MB/s  3,000 rows, 3,000 kept  heap ")
                // 30 s of reading, 40 s × 1.6 / 0.55 of units, and twice 8.2 s + 4 × 0.045 s: the
                // machine of the benchmarks reads so few rows in no time; 10 s are added to its time and to ours.
                .endsWith("  about 2:43 left");
    }

    @Test
    void whenAllIsReadTheUnitsCount() {
        halfOfTheUnits();

        // 200 of 400 rows in the ten seconds of this phase, and after the last unit 8.4 s, three times as long here.
        assertThat(ProgressText.line(progress.snapshot()))
                .startsWith(
                        "0:30  read 2.0 GB, 400 rows  units 1 done, 1 failed, about 2 left  20 events/s  slowest 7/2024-09-05 2.5 s  heap ")
                .endsWith("  about 0:35 left");
    }

    @Test
    void afterTheUnitsTheyAreAddedUpAndTheReportIsBuilt() {
        halfOfTheUnits();
        progress.enter(Phase.AGGREGATING);

        assertThat(ProgressText.line(progress.snapshot())).startsWith("0:30  adding up  units 1 done, 1 failed  heap ");

        // 3.4 s + 4 × 0.045 s took 7.16 s, so 4.8 s will take 9.6 s.
        now += 7_160_000_000L;
        progress.enter(Phase.REPORTING);
        assertThat(ProgressText.line(progress.snapshot()))
                .startsWith("0:37  building the report  heap ")
                .endsWith("  about 0:10 left");

        progress.enter(Phase.DONE);
        assertThat(ProgressText.line(progress.snapshot()))
                .startsWith("0:37  done  units 1 done, 1 failed  heap ")
                .doesNotContain("left");
    }

    @Test
    void withoutATerminalEveryUpdateIsALine() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Snapshot> told = new ArrayList<>();
        new ProgressView(new PrintStream(out, true, StandardCharsets.UTF_8), false, progress, told::add).close();

        assertThat(out.toString(StandardCharsets.UTF_8)).matches("0:00 {2}read 0 kB of 2.0 GB .*\\R");
        assertThat(told).hasSize(1);
    }

    @Test
    void theLogSaysTheSameAsJson() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        halfOfTheUnits();
        try (RunLog log = new RunLog(out, Clock.fixed(Instant.parse("2024-09-05T01:02:03Z"), ZoneOffset.UTC))) {
            log.progress(progress.snapshot());
            log.received(List.of(unit(9, new UnitFailure(FailureReason.OVERFLOW, "too\nlarge", ""), 50, 0.5)));
        }

        String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines[0]);
        assertThat(first.get("event").asText()).isEqualTo("progress");
        assertThat(first.get("phase").asText()).isEqualTo("ANALYSING");
        assertThat(first.get("analysed_rows").asLong()).isEqualTo(200);
        assertThat(first.get("slowest").asText()).isEqualTo("7/2024-09-05");
        assertThat(lines[1])
                .isEqualTo("{\"time\":\"2024-09-05T01:02:03Z\",\"event\":\"unit\",\"security_code\":9,"
                        + "\"date\":\"2024-09-05\",\"status\":\"failed\",\"reason\":\"OVERFLOW\","
                        + "\"message\":\"too\\nlarge\",\"rows\":50,\"seconds\":0.5}");
    }

    @Test
    void aLogThatCannotBeWrittenFallsSilent() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        try (RunLog log = new RunLog(full, Clock.systemUTC())) {
            log.started("run", 1, 2, 3);
            log.ended(0, null);
        }
    }
}
