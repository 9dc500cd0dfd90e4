package io.midwater.config;

import io.midwater.domain.Horizon;
import io.midwater.metrics.MetricsOptions;
import io.midwater.metrics.Rule605Options;
import java.util.List;
import java.util.Locale;

/** Reads {@link MetricsOptions}. */
final class MetricsSettings {
    private static final int HIGHEST_FEE_BPS = 10_000;

    private MetricsSettings() {}

    static MetricsOptions read(Settings metrics) {
        List<Horizon> horizons = horizons(metrics, "markout-horizons");
        long different = horizons.stream().mapToLong(Horizon::ns).distinct().count();
        if (different < horizons.size()) {
            metrics.problem("markout-horizons", "must differ from each other");
        }
        return new MetricsOptions(
                horizons,
                metrics.decimal("fee-bps", -HIGHEST_FEE_BPS, HIGHEST_FEE_BPS),
                rule605(metrics.group("rule605")));
    }

    private static Rule605Options rule605(Settings rule605) {
        List<Long> bounds =
                rule605.values("notional-from", text -> NumberText.whole(text, 0, Long.MAX_VALUE - 1), bound -> bound);
        if (bounds.isEmpty() || bounds.get(0) != 0 || !rises(bounds)) {
            rule605.problem("notional-from", "must begin with 0 and rise, was " + bounds);
            bounds = Rule605Options.AMENDED_RULE.notionalFrom();
        }
        List<Horizon> within = horizons(rule605, "executed-within");
        if (!rises(within.stream().map(Horizon::ns).toList())) {
            rule605.problem(
                    "executed-within",
                    "must rise, was " + within.stream().map(Horizon::label).toList());
            within = Rule605Options.AMENDED_RULE.executedWithin();
        }
        return new Rule605Options(bounds, rule605.whole("round-lot", 1, Long.MAX_VALUE), within);
    }

    private static boolean rises(List<Long> values) {
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i) <= values.get(i - 1)) {
                return false;
            }
        }
        return true;
    }

    private static List<Horizon> horizons(Settings settings, String name) {
        return settings.values(name, MetricsSettings::horizon, Horizon::label);
    }

    private static Horizon horizon(String text) {
        long ns = DurationText.parse(text);
        if (ns == 0) {
            throw new IllegalArgumentException("must be longer than 0, was '" + text + "'");
        }
        return new Horizon(text.toLowerCase(Locale.ROOT).replace(" ", ""), ns);
    }
}
