package io.midwater.app.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.midwater.control.RunManifest;
import java.util.SortedMap;
import java.util.TreeMap;

/** The settings that a manifest records, as JSON. */
public final class ManifestSettings {
    /** What all paths begin with in a configuration. */
    public static final String ROOT = "midwater";

    private ManifestSettings() {}

    /**
     * The settings as a tree, without the root.
     *
     * @throws IllegalArgumentException if what is recorded is not JSON
     */
    public static JsonNode tree(RunManifest manifest) {
        try {
            return new ObjectMapper().readTree(manifest.configuration()).path(ROOT);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the configuration of run " + manifest.runId() + " is not JSON", e);
        }
    }

    /**
     * Every setting by its path.
     *
     * @throws IllegalArgumentException if what is recorded is not JSON
     */
    public static SortedMap<String, JsonNode> byPath(RunManifest manifest) {
        SortedMap<String, JsonNode> settings = new TreeMap<>();
        collect("", tree(manifest), settings);
        return settings;
    }

    private static void collect(String path, JsonNode node, SortedMap<String, JsonNode> settings) {
        if (node.isObject()) {
            node.fields()
                    .forEachRemaining(field -> collect(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), settings));
        } else {
            settings.put(path, node);
        }
    }
}
