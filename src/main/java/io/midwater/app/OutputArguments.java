package io.midwater.app;

import io.midwater.config.ConfigLoader;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of every command that asks about a finished output: the output itself, or the configuration that names it. */
final class OutputArguments {
    @Option(names = "--config", paramLabel = "FILE", description = "Configuration file that made the output.")
    private Path config;

    @Option(names = "--output", paramLabel = "DIR", description = "The output's folder.")
    private String output;

    /** @throws UsageException unless exactly one of the two is there */
    String path() {
        if ((config == null) == (output == null)) {
            throw new UsageException("give either --config FILE or --output DIR");
        }
        return output != null
                ? output
                : ConfigLoader.load(config, List.of()).output().path();
    }
}
