package io.midwater.app;

import io.midwater.control.RunManifest;
import io.midwater.sink.OutputLayout;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "One order end to end, from the published tables: raw events, quotes used, classes, every metric"
                + " with its definition and numbers, simulated scenarios and matches.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/midwater explain --order 7904794000123456789 --output target/demo/results",
            "  scripts/midwater explain --order 7904794000123456789 --config conf/example.conf --json",
            "",
            "Exit code 5: the output has no such order."
        })
final class ExplainCommand implements Callable<Integer> {
    @Option(names = "--order", paramLabel = "ID", required = true, description = "The exchange's order id.")
    private long orderId;

    @Mixin
    private OutputArguments output;

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String root = output.path();
        try (SparkSession spark = Sessions.reader()) {
            Configuration hadoop = spark.sparkContext().hadoopConfiguration();
            Path path = new Path(root);
            OutputLayout layout = new OutputLayout(path.getFileSystem(hadoop).makeQualified(path));
            RunManifest manifest = Manifests.newest(path.getFileSystem(hadoop), layout)
                    .orElseThrow(() -> new UsageException(root + " holds no finished run"));
            return answer(spark, layout, manifest);
        }
    }

    private int answer(SparkSession spark, OutputLayout layout, RunManifest manifest) {
        PrintWriter out = spec.commandLine().getOut();
        OrderTables all = new OrderTables(spark, layout, manifest.units());
        List<RunManifest.Unit> units = all.unitsWith("orders", "order_id", orderId);
        if (units.isEmpty()) {
            units = all.unitsWith("trades", "orderid", orderId);
        }
        Explanation explanation = new Explanation(
                orderId,
                units.stream()
                        .map(unit -> new OrderExplainer(all.of(unit), orderId, unit).explain())
                        .toList());
        if (json) {
            out.println(Json.write(explanation));
        } else if (units.isEmpty()) {
            out.println("no order " + orderId + " in " + layout.root());
        } else {
            new ExplanationText(out).print(explanation);
        }
        out.flush();
        return (units.isEmpty() ? ExitCode.NO : ExitCode.DONE).code();
    }
}
