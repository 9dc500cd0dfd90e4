package io.midwater.metrics;

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

    /**
     * @param label as configured, part of column names: "50ms"
     * @param ns the time after a fill, in nanoseconds
     */
    public record Horizon(String label, long ns) implements Serializable {}
}
