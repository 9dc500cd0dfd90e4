package io.midwater.config;

import io.midwater.classification.ClassificationOptions;
import io.midwater.metrics.MetricsOptions;
import io.midwater.simulation.SimulationOptions;
import java.util.SortedMap;

/**
 * The whole configuration, checked. Parts of the program receive the record they need, never this one.
 *
 * @param text the effective configuration, every setting in its canonical form, as JSON that can be loaded again
 */
public record MidwaterConfig(
        InputConfig input,
        SelectConfig select,
        MarketConfig market,
        ClassificationOptions classification,
        MetricsOptions metrics,
        SimulationOptions simulation,
        OutputConfig output,
        RunConfig run,
        EffectiveConfig text) {

    static MidwaterConfig read(Settings settings, SortedMap<String, Object> effective) {
        return new MidwaterConfig(
                InputConfig.read(settings.group("input")),
                SelectConfig.read(settings.group("select")),
                MarketConfig.read(settings.group("market")),
                ClassificationSettings.read(settings.group("classification")),
                MetricsSettings.read(settings.group("metrics")),
                SimulationSettings.read(settings.group("simulation")),
                OutputConfig.read(settings.group("output")),
                RunConfig.read(settings.group("run")),
                new EffectiveConfig(effective));
    }

    /** The effective configuration as JSON: every setting, the same text for the same settings. */
    public String effective() {
        return text.json();
    }

    /** SHA-256 of everything that may change the published tables: all but run.*, output.path and output.formats. */
    public String resultHash() {
        return text.resultHash();
    }

    /**
     * SHA-256 of what changes a single unit's tables: {@link #resultHash} without the inputs' paths, the selection of
     * securities and dates, the reject limit, the layout and the aggregates. Units published under the same hash need not be done
     * again when files are added or the selection grows.
     */
    public String unitHash() {
        return text.unitHash();
    }
}
