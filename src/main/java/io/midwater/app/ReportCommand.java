package io.midwater.app;

import io.midwater.app.output.FinishedOutput;
import io.midwater.app.output.Json;
import io.midwater.app.report.ReportBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Builds the HTML report of an output's newest run again, from its published tables. One file that"
                + " needs nothing else: open it, print it, send it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/midwater report --output target/demo/results",
            "  scripts/midwater report --config conf/example.conf --pseudonyms --out report-to-send.html",
            "",
            "Exit codes: 0 written, 1 our failure, 2 usage or configuration, or there is no finished run."
        })
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private OutputArguments output;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write it; runs/<run-id>/report.html of the output by default.")
    private String out;

    @Option(
            names = "--pseudonyms",
            description =
                    "Participants as P01, P02 … by traded value; order numbers and texts of rejected rows are left"
                            + " out. The default file is report-pseudonyms.html.")
    private boolean pseudonyms;

    @Option(names = "--json", description = "Say where it is as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter printer = spec.commandLine().getOut();
        String file = rebuild();
        printer.println(json ? Json.write(Map.of("report", file)) : "Report    " + file);
        printer.flush();
        return ExitCode.DONE.code();
    }

    private String rebuild() throws IOException {
        String folder = output.path();
        try (SparkSession spark = Sessions.reader()) {
            FinishedOutput finished = FinishedOutput.open(spark.sparkContext().hadoopConfiguration(), folder);
            return ReportBuilder.rebuild(spark, finished, out, pseudonyms);
        }
    }
}
