package io.midwater.app;

import io.midwater.app.output.UsageException;
import io.midwater.config.ConfigLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of every command that asks about a finished output: the output itself, or the configuration that names it. */
final class OutputArguments {
    @Option(names = "--config", paramLabel = "FILE", description = "Configuration file that made the output.")
    private Path config;

    @Option(names = "--output", paramLabel = "DIR", description = "The output's folder.")
    private String output;

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = ConfigArguments.SETTING)
    private List<String> settings = new ArrayList<>();

    /** @throws UsageException unless exactly one of file and folder is there, and settings only with a file */
    String path() {
        if ((config == null) == (output == null)) {
            throw new UsageException("give either --config FILE or --output DIR");
        }
        if (output == null) {
            return ConfigLoader.load(config, settings).output().path();
        }
        if (!settings.isEmpty()) {
            throw new UsageException("--set goes with --config FILE, not with --output DIR");
        }
        return output;
    }
}
