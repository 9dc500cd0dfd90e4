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
            description = "Configuration file (HOCON), for example conf/example.conf. All settings and defaults:"
                    + " src/main/resources/reference.conf.")
    private Path file;

    /** What {@code --set} is, here and wherever else a command takes it. */
    static final String SETTING = "One setting, over the file's: --set output.path=out. Repeatable; the last one wins.";

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = SETTING)
    private List<String> settings = new ArrayList<>();

    MidwaterConfig load() {
        return ConfigLoader.load(file, settings);
    }
}
