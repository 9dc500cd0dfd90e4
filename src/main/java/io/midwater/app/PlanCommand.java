package io.midwater.app;

import io.midwater.app.output.Json;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "The pre-flight, in seconds: files, headers, units, skew, tasks, space and a rough duration,"
                + " estimated from samples. Runs nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/midwater plan --config conf/example.conf",
            "  scripts/midwater plan --config desk.conf --set select.securities=110621,85603 --json",
            "",
            "Exit codes: 0 planned, 2 usage or configuration, 3 unusable input."
        })
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private ConfigArguments config;

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunPlan plan = new Preflight(config.load(), SparkHadoopUtil.get().newConfiguration(new SparkConf())).plan();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(plan));
            out.flush();
        } else {
            new PlanText(plan, out).print();
        }
        return ExitCode.DONE.code();
    }
}
