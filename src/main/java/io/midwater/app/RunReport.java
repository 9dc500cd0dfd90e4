package io.midwater.app;

import io.midwater.app.report.ReportBuilder;
import io.midwater.control.RunManifest;
import io.midwater.progress.Phase;
import io.midwater.progress.ProgressView;
import io.midwater.progress.RunProgress;
import io.midwater.sink.OutputLayout;
import java.io.IOException;
import java.util.function.Supplier;

/** The report at the end of a run. The results are published already, so a report that fails is only said. */
final class RunReport {
    private final ReportBuilder builder;
    private final OutputLayout layout;
    private final RunProgress progress;
    private final Supplier<ProgressView> view;

    /** @param view shows the progress until it is closed */
    RunReport(ReportBuilder builder, OutputLayout layout, RunProgress progress, Supplier<ProgressView> view) {
        this.builder = builder;
        this.layout = layout;
        this.progress = progress;
        this.view = view;
    }

    void write(RunManifest manifest, RunOutcome outcome) {
        progress.enter(Phase.REPORTING);
        try (ProgressView shown = view.get()) {
            outcome.report(builder.write(manifest));
            progress.enter(Phase.DONE);
        } catch (IOException | RuntimeException | LinkageError e) {
            String problem = "the report could not be built: " + e.getMessage()
                    + "\nThe results are complete. Build it with: scripts/midwater report --output " + layout.root();
            outcome.warn(problem);
            RunRecord.say("midwater: " + problem);
        }
    }
}
