package io.midwater.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.midwater.config.ConfigLoader;
import io.midwater.config.MidwaterConfig;
import io.midwater.control.RunManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The configuration that a manifest records. */
final class ReportSettings {
    private static final String ROOT = "midwater";

    private ReportSettings() {}

    /** @throws UsageException if this version cannot read it */
    static MidwaterConfig config(RunManifest manifest) {
        try {
            return ConfigLoader.load(null, List.of(ROOT + "=" + root(manifest)));
        } catch (RuntimeException e) {
            throw new UsageException("the configuration that run " + manifest.runId()
                    + " recorded is not one of this version: " + e.getMessage());
        }
    }

    /** Every setting as text, by its path. */
    static Map<String, String> flat(RunManifest manifest) {
        Map<String, String> settings = new TreeMap<>();
        flatten("", root(manifest), settings);
        return settings;
    }

    private static JsonNode root(RunManifest manifest) {
        try {
            return new ObjectMapper().readTree(manifest.configuration()).path(ROOT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the configuration of run " + manifest.runId() + " is not JSON", e);
        }
    }

    private static void flatten(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.fields()
                    .forEachRemaining(field -> flatten(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), into));
        } else if (!node.isNull()) {
            into.put(path, text(node));
        }
    }

    private static String text(JsonNode node) {
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(text(item)));
            return String.join(", ", items);
        }
        if (node.isObject()) {
            List<String> others = new ArrayList<>();
            node.fields().forEachRemaining(field -> {
                if (!field.getKey().equals("name")) {
                    others.add(field.getKey().replace('-', ' ') + " "
                            + field.getValue().asText());
                }
            });
            return (node.path("name").asText("") + " " + String.join(" ", others)).strip();
        }
        return node.asText();
    }
}
