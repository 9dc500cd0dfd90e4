package io.midwater.app;

import io.midwater.app.report.ReportBuilder;
import io.midwater.control.RunManifest;
import io.midwater.sink.OutputLayout;
import java.io.IOException;

/** The report at the end of a run. The results are published already, so a report that fails is only said. */
final class RunReport {
    private final ReportBuilder builder;
    private final OutputLayout layout;

    RunReport(ReportBuilder builder, OutputLayout layout) {
        this.builder = builder;
        this.layout = layout;
    }

    void write(RunManifest manifest, RunOutcome outcome) {
        try {
            outcome.report(builder.write(manifest));
        } catch (IOException | RuntimeException | LinkageError e) {
            String problem = "the report could not be built: " + e.getMessage()
                    + "\nThe results are complete. Build it with: scripts/midwater report --output " + layout.root();
            outcome.warn(problem);
            RunRecord.say("midwater: " + problem);
        }
    }
}
