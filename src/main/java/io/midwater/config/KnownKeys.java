package io.midwater.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares the names a user gave with the names in reference.conf. */
final class KnownKeys {
    private final ConfigObject reference;
    private final Problems problems;
    private final List<String> leaves = new ArrayList<>();

    KnownKeys(ConfigObject reference, Problems problems) {
        this.reference = reference;
        this.problems = problems;
        collect(reference, "");
    }

    /** @return what was given, without the names that are unknown or stand for something of another shape */
    ConfigObject keepKnown(ConfigObject given) {
        return keep(given, reference, "");
    }

    private ConfigObject keep(ConfigObject given, ConfigObject known, String prefix) {
        ConfigObject kept = given;
        for (Map.Entry<String, ConfigValue> entry : new TreeMap<>(given).entrySet()) {
            String key = entry.getKey();
            ConfigValue value = entry.getValue();
            ConfigValue expected = known.get(key);
            if (expected == null) {
                problems.add(prefix + key, value.origin(), "unknown setting" + suggestion(prefix, key, known));
                kept = kept.withoutKey(key);
            } else if (expected instanceof ConfigObject group) {
                if (!(value instanceof ConfigObject)) {
                    problems.add(
                            prefix + key,
                            value.origin(),
                            "must be a group of settings { … }, was " + Settings.describe(value));
                    kept = kept.withoutKey(key);
                } else if (!group.isEmpty()) {
                    kept = kept.withValue(key, keep((ConfigObject) value, group, prefix + key + "."));
                }
            }
        }
        return kept;
    }

    private String suggestion(String prefix, String key, ConfigObject known) {
        String best = null;
        int smallest = Math.max(2, key.length() / 3) + 1;
        for (String name : new TreeMap<>(known).keySet()) {
            int distance = Spelling.distance(key, name);
            if (distance < smallest) {
                smallest = distance;
                best = prefix + name;
            }
        }
        for (String leaf : leaves) {
            if (best == null && leaf.endsWith("." + key)) {
                best = leaf;
            }
        }
        return best == null ? "" : ", did you mean " + best + "?";
    }

    private void collect(ConfigObject group, String prefix) {
        for (Map.Entry<String, ConfigValue> entry : new TreeMap<>(group).entrySet()) {
            String path = prefix + entry.getKey();
            leaves.add(path);
            if (entry.getValue().valueType() == ConfigValueType.OBJECT) {
                collect((ConfigObject) entry.getValue(), path + ".");
            }
        }
    }

    /** The part below "midwater"; names beside it are problems. */
    static ConfigObject below(ConfigObject file, KnownKeys keys) {
        for (Map.Entry<String, ConfigValue> entry : new TreeMap<>(file).entrySet()) {
            if (!entry.getKey().equals("midwater")) {
                keys.problems.add(
                        entry.getKey(),
                        entry.getValue().origin(),
                        "unknown setting, settings belong inside midwater { … }");
            }
        }
        ConfigValue root = file.get("midwater");
        if (root == null || root instanceof ConfigObject) {
            return root == null ? ConfigFactory.empty().root() : (ConfigObject) root;
        }
        keys.problems.add(
                "midwater", root.origin(), "must be a group of settings { … }, was " + Settings.describe(root));
        return ConfigFactory.empty().root();
    }
}
