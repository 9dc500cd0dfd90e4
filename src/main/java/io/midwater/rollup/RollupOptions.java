package io.midwater.rollup;

import io.midwater.totals.Aggregate;
import java.util.List;
import java.util.Set;

/**
 * @param aggregates what is published
 * @param timeOfDay names of the times of day, in order; each gets a row, with or without orders
 * @param orderSizes names of the size classes, in order; each gets a row, with or without orders
 * @param scenarios labels of the simulated scenarios, in order; rows of others are left out
 * @param horizons labels of the markout horizons, as in the names of the columns of table {@code metrics}
 */
public record RollupOptions(
        Set<Aggregate> aggregates,
        List<String> timeOfDay,
        List<String> orderSizes,
        List<String> scenarios,
        List<String> horizons) {
    public RollupOptions {
        aggregates = Set.copyOf(aggregates);
        timeOfDay = List.copyOf(timeOfDay);
        orderSizes = List.copyOf(orderSizes);
        scenarios = List.copyOf(scenarios);
        horizons = List.copyOf(horizons);
    }

    /**
     * The one scenario in which an order counts as engaged, so that {@code engaged_orders} adds up: {@code midpoint} if
     * it is simulated, else {@code unlimited}; null without either.
     */
    String engagedScenario() {
        if (scenarios.contains("midpoint")) {
            return "midpoint";
        }
        return scenarios.contains("unlimited") ? "unlimited" : null;
    }
}
