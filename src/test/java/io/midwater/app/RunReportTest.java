package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.app.report.ReportBuilder;
import io.midwater.control.RunManifest;
import io.midwater.control.UnitSelection;
import io.midwater.progress.ProgressView;
import io.midwater.progress.RunProgress;
import io.midwater.sink.OutputLayout;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;

class RunReportTest {
    @Test
    void aReportThatFailsIsSaidAndLosesNothing() {
        RunManifest manifest = new RunManifest(
                RunManifest.FORMAT,
                "r1",
                "0.1.0",
                "",
                "",
                "done",
                "",
                "",
                new UnitSelection(List.of(), null, null),
                "{\"midwater\": {}}",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
        OutputLayout layout = new OutputLayout(new Path("/results"));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream err = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            RunProgress progress =
                    new RunProgress(System::nanoTime, new RunProgress.Counters(() -> 0, () -> 0, () -> 0), 0, 0, 1);
            new RunReport(
                            new ReportBuilder(null, layout, null),
                            layout,
                            progress,
                            () -> new ProgressView(System.err, false, progress, snapshot -> {}))
                    .write(manifest, RunOutcome.silent());
        } finally {
            System.setErr(err);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("the report could not be built: the configuration that run r1 recorded")
                .contains("The results are complete. Build it with: scripts/midwater report --output /results");
    }
}
