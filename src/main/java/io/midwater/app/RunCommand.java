package io.midwater.app;

import io.midwater.app.output.Json;
import io.midwater.config.MidwaterConfig;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Everything: ingest, classification, metrics, simulation, aggregates, report."
                + " Does what is missing: what earlier runs did from the same files and settings stands.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/midwater run --config conf/example.conf",
            "  scripts/midwater run --config desk.conf --set select.dates.from=2024-09-05 --set output.path=out",
            "  scripts/midwater run --config desk.conf --master spark://host:7077 --fresh",
            "  scripts/midwater run --config desk.conf --json > outcome.json",
            "",
            "Exit codes: 0 done or nothing to do, 1 our failure, 2 usage or configuration, 3 unusable input,",
            "4 done but some units failed. --json says the same, whatever the code; progress stays on stderr."
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

    @Option(names = "--json", description = "Say how it ended as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    RunCommand(Run run) {
        this.run = run;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RunOutcome outcome = json ? RunOutcome.silent() : RunOutcome.spoken(out);
        ExitCode code = ExitCode.FAILED;
        String error = null;
        try {
            MidwaterConfig settings = config.load();
            outcome.output(settings.output().path());
            code = run.execute(settings, new RunArguments(master, fresh), outcome);
        } catch (RuntimeException e) {
            code = ExitCode.of(e);
            error = Failures.message(e);
            throw e;
        } finally {
            if (json) {
                out.println(Json.write(outcome.answer(code, error)));
                out.flush();
            }
        }
        return code.code();
    }
}
