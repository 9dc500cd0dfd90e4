package io.midwater.app;

import io.midwater.app.input.FeedSetup;
import io.midwater.app.output.Json;
import io.midwater.app.output.UsageException;
import io.midwater.config.ConfigLoader;
import io.midwater.config.InputConfig;
import io.midwater.config.MidwaterConfig;
import io.midwater.domain.InputKind;
import io.midwater.feed.Census;
import io.midwater.feed.CensusTaker;
import io.midwater.feed.FeedOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
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
            "  scripts/midwater inspect --price-decimals 2 --json data/orders/",
            "  scripts/midwater inspect --config desk.conf data/orders/",
            "",
            "Exit codes: 0 every file can be used, 2 usage or configuration, 3 one cannot; the others are answered."
        })
final class InspectCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, directories or globs.")
    private List<String> paths;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file that says how the files are read: input.columns, input.csv,"
                    + " input.price-decimals, input.timestamp-range, market. Its selection is not used.")
    private Path config;

    @Option(
            names = "--price-decimals",
            paramLabel = "N",
            description = "Decimals that prices in the files carry, over the configuration (0).")
    private Integer priceDecimals;

    @Option(
            names = "--delimiter",
            paramLabel = "C",
            description = "What separates the columns, over the configuration (,).")
    private String delimiter;

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        FeedOptions options = FeedOptions.defaults();
        Map<InputKind, Map<String, List<String>>> aliases = Map.of();
        if (config != null) {
            MidwaterConfig settings = ConfigLoader.load(config, List.of());
            options = FeedSetup.options(settings);
            aliases = settings.input().aliases();
        }
        List<Census> files = new CensusTaker(
                        SparkHadoopUtil.get().newConfiguration(new SparkConf()), aliases, withOptions(options))
                .take(paths);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(InspectAnswer.of(files)));
        } else {
            files.forEach(new CensusText(out)::print);
        }
        out.flush();
        return (files.stream().anyMatch(file -> file.error() != null) ? ExitCode.INPUT : ExitCode.DONE).code();
    }

    /** What the command line says goes over the configuration, by the rules of the configuration. */
    private FeedOptions withOptions(FeedOptions options) {
        FeedOptions chosen = options;
        if (delimiter != null) {
            chosen = chosen.withCsv(
                    separator(options.csv().quote()),
                    options.csv().quote(),
                    options.csv().maxLineBytes());
        }
        if (priceDecimals != null) {
            if (priceDecimals < 0 || priceDecimals > InputConfig.MOST_PRICE_DECIMALS) {
                throw new UsageException("--price-decimals must be between 0 and " + InputConfig.MOST_PRICE_DECIMALS
                        + ", was " + priceDecimals);
            }
            chosen = chosen.withPriceDecimals(priceDecimals);
        }
        return chosen;
    }

    private char separator(char quote) {
        try {
            char separator = InputConfig.separator(delimiter);
            if (separator == quote) {
                throw new UsageException("--delimiter must differ from the quote, both were '" + quote + "'");
            }
            return separator;
        } catch (IllegalArgumentException e) {
            throw new UsageException("--delimiter " + e.getMessage(), e);
        }
    }
}
