package io.midwater.metrics;

import io.midwater.domain.Horizon;
import java.io.Serializable;
import java.util.List;

/**
 * @param horizons markout horizons
 * @param feeBps fees in basis points of traded value
 */
public record MetricsOptions(List<Horizon> horizons, double feeBps) implements Serializable {
    public MetricsOptions {
        horizons = List.copyOf(horizons);
    }

    /** The horizons as they name columns. */
    public List<String> labels() {
        return horizons.stream().map(Horizon::label).toList();
    }
}
