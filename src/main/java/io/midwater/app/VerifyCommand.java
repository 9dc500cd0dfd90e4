package io.midwater.app;

import io.midwater.app.output.Json;
import io.midwater.app.output.Verifier;
import io.midwater.audit.Audit;
import io.midwater.audit.Mismatch;
import io.midwater.config.ByteSize;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks a finished output against its manifest: every file with its size, rows and SHA-256, every"
                + " unit's sums added up again, row accounting, aggregates against units, and no file too many.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/midwater verify --output target/demo/results",
            "  scripts/midwater verify --config conf/example.conf --json",
            "",
            "Exit codes: 0 all agrees, 2 usage or configuration, 5 something does not: it is listed with what to do."
        })
final class VerifyCommand implements Callable<Integer> {
    private static final int MOST_LINES = 50;

    @Mixin
    private OutputArguments output;

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Audit audit = Verifier.verify(output.path());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(audit));
        } else {
            print(audit, out);
        }
        out.flush();
        return (audit.holds() ? ExitCode.DONE : ExitCode.NO).code();
    }

    private static void print(Audit audit, PrintWriter out) {
        for (Mismatch mismatch : audit.mismatches()
                .subList(0, Math.min(MOST_LINES, audit.mismatches().size()))) {
            out.println(mismatch.where() + ": " + mismatch.message());
            out.println("    " + mismatch.remedy());
        }
        int more = audit.mismatches().size() - MOST_LINES;
        if (more > 0) {
            out.println("and " + more + " more (--json lists all)");
        }
        out.println(String.format(
                Locale.ROOT,
                "%s: run %s: %,d units, %,d files, %,d rows, %s: %s%s",
                audit.output(),
                audit.runId() == null ? "unknown" : audit.runId(),
                audit.units(),
                audit.files(),
                audit.rows(),
                ByteSize.format(audit.bytes()),
                audit.holds() ? "verified" : "mismatches: " + audit.mismatches().size(),
                audit.failedUnits() == 0
                        ? ""
                        : "; units that failed in the run and have no files: " + audit.failedUnits()));
    }
}
