package io.midwater.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.midwater.app.output.ManifestSettings;
import io.midwater.app.output.UsageException;
import io.midwater.config.ConfigLoader;
import io.midwater.config.MidwaterConfig;
import io.midwater.control.RunManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The configuration that a manifest records. */
final class ReportSettings {
    private ReportSettings() {}

    /** @throws UsageException if this version cannot read it */
    static MidwaterConfig config(RunManifest manifest) {
        try {
            return ConfigLoader.load(null, List.of(ManifestSettings.ROOT + "=" + ManifestSettings.tree(manifest)));
        } catch (RuntimeException e) {
            throw new UsageException("the configuration that run " + manifest.runId()
                    + " recorded is not one of this version: " + e.getMessage());
        }
    }

    /** Every setting as text, by its path. */
    static Map<String, String> flat(RunManifest manifest) {
        Map<String, String> settings = new TreeMap<>();
        ManifestSettings.byPath(manifest).forEach((path, value) -> {
            if (!value.isNull()) {
                settings.put(path, text(value));
            }
        });
        return settings;
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
