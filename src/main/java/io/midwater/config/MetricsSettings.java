package io.midwater.config;

import io.midwater.domain.Horizon;
import io.midwater.metrics.MetricsOptions;
import java.util.List;
import java.util.Locale;

/** Reads {@link MetricsOptions}. */
final class MetricsSettings {
    private static final int HIGHEST_FEE_BPS = 10_000;

    private MetricsSettings() {}

    static MetricsOptions read(Settings metrics) {
        List<Horizon> horizons = metrics.values("markout-horizons", MetricsSettings::horizon, Horizon::label);
        long different = horizons.stream().mapToLong(Horizon::ns).distinct().count();
        if (different < horizons.size()) {
            metrics.problem("markout-horizons", "must differ from each other");
        }
        return new MetricsOptions(horizons, metrics.decimal("fee-bps", -HIGHEST_FEE_BPS, HIGHEST_FEE_BPS));
    }

    private static Horizon horizon(String text) {
        long ns = DurationText.parse(text);
        if (ns == 0) {
            throw new IllegalArgumentException("must be longer than 0, was '" + text + "'");
        }
        return new Horizon(text.toLowerCase(Locale.ROOT).replace(" ", ""), ns);
    }
}
