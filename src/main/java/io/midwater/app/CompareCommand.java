package io.midwater.app;

import io.midwater.app.output.Comparer;
import io.midwater.app.output.Json;
import io.midwater.audit.Comparison;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description =
                "Two finished outputs: identical, or which orders differ, in which table and column, how many, the"
                        + " first difference, and what probably made it. Opens only files with different recorded hashes;"
                        + " verify says whether the files are still those.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/midwater compare target/demo/results /data/results",
            "  scripts/midwater compare monday hdfs:///results/midwater --json",
            "",
            "Exit codes: 0 identical, 2 usage, 5 they differ."
        })
final class CompareCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "Folder of an output.")
    private String first;

    @Parameters(index = "1", paramLabel = "B", description = "Folder of another.")
    private String second;

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Comparison comparison = Comparer.compare(first, second);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(comparison));
            out.flush();
        } else {
            new ComparisonText(out).print(comparison);
        }
        return (comparison.identical() ? ExitCode.DONE : ExitCode.NO).code();
    }
}
