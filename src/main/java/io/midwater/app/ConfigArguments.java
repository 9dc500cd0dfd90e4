package io.midwater.app;

import io.midwater.config.ConfigLoader;
import io.midwater.config.MidwaterConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of every command that needs the configuration. */
final class ConfigArguments {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file (HOCON). conf/example.conf is one; reference.conf lists every setting.")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "One setting, on top of the file. Repeatable, the last one wins.")
    private List<String> settings = new ArrayList<>();

    MidwaterConfig load() {
        return ConfigLoader.load(file, settings);
    }
}
