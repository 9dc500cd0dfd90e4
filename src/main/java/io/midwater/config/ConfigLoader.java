package io.midwater.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a configuration file (HOCON), puts the command line's settings on top and checks everything. */
public final class ConfigLoader {
    private static final String ROOT = "midwater";

    private final Problems problems = new Problems();
    private final ConfigObject reference;

    private ConfigLoader() {
        reference = ConfigFactory.parseResources(ConfigLoader.class, "/reference.conf")
                .resolve()
                .getObject(ROOT);
    }

    /**
     * @param file the configuration file, or null for none
     * @param overrides settings such as "output.path=/data/out", the last one wins; a value that starts with [, { or " is
     *     HOCON, null gives the default back, anything else is taken as it is
     * @throws ConfigException naming every problem there is
     */
    public static MidwaterConfig load(Path file, List<String> overrides) {
        ConfigLoader loader = new ConfigLoader();
        Config given = loader.parseFile(file);
        for (String override : overrides) {
            given = loader.parseOverride(override).withFallback(given);
        }
        return loader.check(given);
    }

    private MidwaterConfig check(Config given) {
        KnownKeys keys = new KnownKeys(reference, problems);
        ConfigObject known = keys.keepKnown(KnownKeys.below(given.root(), keys));
        SortedMap<String, Object> effective = new TreeMap<>();
        Settings settings = new Settings(known.toConfig(), reference.toConfig(), "", problems, effective);
        MidwaterConfig config = MidwaterConfig.read(settings, effective);
        problems.throwIfAny();
        return config;
    }

    private Config parseFile(Path file) {
        if (file == null) {
            return ConfigFactory.empty();
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            problems.fileUnread("configuration file cannot be read, was " + file);
            return ConfigFactory.empty();
        }
        try {
            return ConfigFactory.parseFile(file.toFile()).resolve();
        } catch (com.typesafe.config.ConfigException e) {
            problems.fileUnread(e.getMessage());
            return ConfigFactory.empty();
        }
    }

    private Config parseOverride(String override) {
        int equals = override.indexOf('=');
        String origin = "--set " + Secrets.hidden(override);
        if (equals <= 0) {
            problems.add("", "--set needs path=value, was '" + override + "'");
            return ConfigFactory.empty();
        }
        String path = override.substring(0, equals).strip();
        try {
            List<String> names = ConfigUtil.splitPath(path);
            String full = names.get(0).equals(ROOT) ? path : ROOT + "." + path;
            return ConfigFactory.parseMap(
                    Collections.singletonMap(full, value(override.substring(equals + 1))), origin);
        } catch (com.typesafe.config.ConfigException e) {
            problems.add(path, "--set cannot be read, was '" + Secrets.hidden(override) + "': " + e.getMessage());
            return ConfigFactory.empty();
        }
    }

    private static Object value(String text) {
        String stripped = text.strip();
        if (stripped.equals("null")) {
            return null;
        }
        if (stripped.isEmpty() || "[{\"".indexOf(stripped.charAt(0)) < 0) {
            return text;
        }
        return ConfigFactory.parseString("value = " + stripped).resolve().getAnyRef("value");
    }
}
