package io.midwater.app;

import io.midwater.feed.Census;
import io.midwater.feed.CensusTaker;
import io.midwater.feed.FeedOptions;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description =
                "What is in these files: kind, columns, rows, securities and dates, defects. Reads every row once;"
                        + " duplicates are found within a window of a million rows.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/midwater inspect orders.csv.gz trades.csv.gz",
            "  scripts/midwater inspect --price-decimals 2 --json data/orders/"
        })
final class InspectCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, directories or globs.")
    private List<String> paths;

    @Option(
            names = "--price-decimals",
            paramLabel = "N",
            defaultValue = "0",
            description = "Decimals that prices in the files carry (${DEFAULT-VALUE}).")
    private int priceDecimals;

    @Option(
            names = "--delimiter",
            paramLabel = "C",
            defaultValue = ",",
            description = "What separates the columns (${DEFAULT-VALUE}).")
    private char delimiter;

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        FeedOptions defaults = FeedOptions.defaults();
        FeedOptions options;
        try {
            options = defaults.withCsv(
                            delimiter, defaults.csv().quote(), defaults.csv().maxLineBytes())
                    .withPriceDecimals(priceDecimals);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
        List<Census> files =
                new CensusTaker(SparkHadoopUtil.get().newConfiguration(new SparkConf()), Map.of(), options).take(paths);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(InspectAnswer.of(files)));
        } else {
            files.forEach(new CensusText(out)::print);
        }
        out.flush();
        return (files.stream().anyMatch(file -> file.error() != null) ? ExitCode.INPUT : ExitCode.DONE).code();
    }
}
