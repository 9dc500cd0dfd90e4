package io.midwater.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Everything: ingest, classification, metrics, simulation, aggregates, report."
                + " Does what is missing: what earlier runs did from the same files and settings stands.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/midwater run --config conf/example.conf",
            "  scripts/midwater run --config desk.conf --set select.dates.from=2024-09-05 --set output.path=out",
            "  scripts/midwater run --config desk.conf --master spark://host:7077 --fresh"
        })
final class RunCommand implements Callable<Integer> {
    private final Run run;

    @Mixin
    private ConfigArguments config;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "The cluster: local[*] (default), local[4], spark://host:7077, yarn.")
    private String master;

    @Option(
            names = "--fresh",
            description = "Take nothing from earlier runs; their results stay until the new ones are published.")
    private boolean fresh;

    RunCommand(Run run) {
        this.run = run;
    }

    @Override
    public Integer call() {
        return run.execute(config.load(), new RunArguments(master, fresh)).code();
    }
}
