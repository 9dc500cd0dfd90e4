package io.midwater.app;

import io.midwater.app.explain.Explainer;
import io.midwater.app.explain.Explanation;
import io.midwater.app.explain.ExplanationText;
import io.midwater.app.output.FinishedOutput;
import io.midwater.app.output.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "One order end to end, from the published tables: a picture of its day, raw events, quotes used, classes, every metric"
                        + " with its definition and numbers, simulated scenarios and matches.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/midwater explain --order ID --output target/demo/results",
            "  scripts/midwater explain --order ID --config conf/example.conf --json",
            "",
            "Ids are in column order_id of the orders' files and of tables such as classified.",
            "Exit codes: 0 explained, 2 usage or configuration, 5 the output has no such order."
        })
final class ExplainCommand implements Callable<Integer> {
    @Option(
            names = "--order",
            paramLabel = "ID",
            required = true,
            converter = OrderIdConverter.class,
            description = "The exchange's order id.")
    private long orderId;

    @Mixin
    private OutputArguments output;

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Explanation explanation = explain();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(explanation));
        } else if (explanation.days().isEmpty()) {
            out.println("no order " + orderId + " in " + output.path());
        } else {
            new ExplanationText(out).print(explanation);
        }
        out.flush();
        return (explanation.days().isEmpty() ? ExitCode.NO : ExitCode.DONE).code();
    }

    private Explanation explain() throws IOException {
        String folder = output.path();
        try (SparkSession spark = Sessions.reader()) {
            FinishedOutput finished = FinishedOutput.open(spark.sparkContext().hadoopConfiguration(), folder);
            return Explainer.explain(spark, finished, orderId);
        }
    }

    /** An order id as a number. */
    static final class OrderIdConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return Long.valueOf(text.strip());
            } catch (NumberFormatException e) {
                throw new TypeConversionException(
                        "must be a whole number of 64 bits as in the orders' files, was '" + text + "'");
            }
        }
    }
}
