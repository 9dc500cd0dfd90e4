package io.midwater.metrics;

import static java.util.Objects.requireNonNull;

import io.midwater.domain.Horizon;
import java.io.Serializable;
import java.util.List;

/**
 * @param horizons markout horizons
 * @param feeBps fees in basis points of traded value
 * @param rule605 classes of the aggregate of that name
 */
public record MetricsOptions(List<Horizon> horizons, double feeBps, Rule605Options rule605) implements Serializable {
    public MetricsOptions {
        horizons = List.copyOf(horizons);
        requireNonNull(rule605, "rule605 is null");
    }

    /** With the classes of the rule itself. */
    public MetricsOptions(List<Horizon> horizons, double feeBps) {
        this(horizons, feeBps, Rule605Options.AMENDED_RULE);
    }

    /** The horizons as they name columns. */
    public List<String> labels() {
        return horizons.stream().map(Horizon::label).toList();
    }
}
