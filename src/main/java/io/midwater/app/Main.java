package io.midwater.app;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;

/** The entry point, given to spark-submit. */
@Command(
        name = "midwater",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Execution analytics and a dark-pool counterfactual over an exchange's raw CSVs.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/midwater generate --out target/demo/market --securities 5 --dates 3 --orders 20000",
            "  scripts/midwater plan --config conf/example.conf",
            "  scripts/midwater run --config conf/example.conf",
            "",
            "Exit codes: 0 done, 1 our failure, 2 usage or configuration, 3 unusable input,",
            "4 done but some units failed, 5 a question answered with no.",
            "",
            "Environment of scripts/midwater:",
            "  MIDWATER_DRIVER_MEMORY  heap of the driver, in local mode of everything (2g)",
            "  MIDWATER_MASTER         where Spark runs (local[*]); --master takes precedence",
            "  MIDWATER_SPARK_OPTS     more options of spark-submit: \"--conf spark.local.dir=/data/tmp\"",
            "  MIDWATER_LOG_DIR        where the log goes (logs/ of the project)",
            "  SPARK_HOME              a Spark distribution to use; without it a runtime is assembled once"
        })
public final class Main {
    private static final int HELP_WIDTH = 110;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine((config, options, outcome) -> new Pipeline().execute(config, options, outcome))
                .execute(arguments));
    }

    static CommandLine commandLine(Run run) {
        CommandLine main = new CommandLine(new Main());
        List.of(
                        new RunCommand(run),
                        new PlanCommand(),
                        new InspectCommand(),
                        new GenerateCommand(),
                        new ExplainCommand(),
                        new VerifyCommand(),
                        new CompareCommand(),
                        new ReportCommand(),
                        new CompletionCommand())
                .forEach(main::addSubcommand);
        return main.setOut(terminal(System.out))
                .setErr(terminal(System.err))
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setExecutionExceptionHandler(new Failures())
                .setParameterExceptionHandler(new UsageErrors())
                .setUsageHelpWidth(HELP_WIDTH);
    }

    /** Every command writes here, so nothing that comes from data reaches the terminal as anything but text. */
    private static PrintWriter terminal(PrintStream stream) {
        return new PrintWriter(new PlainText(new PrintWriter(stream, true)), true);
    }
}
