package io.midwater.simulation;

import java.io.Serializable;
import java.util.Set;

/**
 * @param benchmark the closed-form scenarios' price
 * @param limitedFraction share that fills in {@code limited_50} and at the benchmark in {@code price_impact}, 0..1
 * @param priceImpactBps impact on the rest in {@code price_impact}, basis points of the benchmark, against the order
 * @param validate replay the real dark flow too
 */
public record SimulationOptions(
        Set<Scenario> scenarios,
        Benchmark benchmark,
        double limitedFraction,
        double priceImpactBps,
        MatchingOptions matching,
        boolean validate)
        implements Serializable {
    public SimulationOptions {
        scenarios = Set.copyOf(scenarios);
    }

    /** The closed-form scenarios' price. */
    public enum Benchmark {
        /** The midpoint at arrival: no look-ahead. */
        ARRIVAL,
        /** The time-weighted midpoint from arrival to completion inside continuous trading. */
        TIME_WEIGHTED
    }
}
