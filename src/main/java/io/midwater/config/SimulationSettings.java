package io.midwater.config;

import io.midwater.simulation.MatchingOptions;
import io.midwater.simulation.MatchingOptions.Availability;
import io.midwater.simulation.MatchingOptions.Preferencing;
import io.midwater.simulation.MatchingOptions.Scope;
import io.midwater.simulation.MatchingOptions.StudyHorizon;
import io.midwater.simulation.MatchingOptions.StudyLimit;
import io.midwater.simulation.Scenario;
import io.midwater.simulation.SimulationOptions;
import java.util.List;
import java.util.Set;

/** Reads {@link SimulationOptions}. */
final class SimulationSettings {
    private static final int HIGHEST_IMPACT_BPS = 10_000;

    private SimulationSettings() {}

    static SimulationOptions read(Settings simulation) {
        return new SimulationOptions(
                Set.copyOf(simulation.choices("scenarios", Scenario.class)),
                simulation.choice("benchmark", SimulationOptions.Benchmark.class),
                simulation.decimal("limited-fraction", 0, 1),
                simulation.decimal("price-impact-bps", 0, HIGHEST_IMPACT_BPS),
                matching(simulation.group("matching")),
                simulation.flag("validate"));
    }

    private static MatchingOptions matching(Settings matching) {
        Preferencing preferencing = matching.choice("preferencing", Preferencing.class);
        List<Integer> participants = matching.sorted(
                "preferencing-participants",
                text -> (int) NumberText.whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE),
                id -> id);
        if (participants.isEmpty() && preferencing == Preferencing.LIST) {
            matching.problem("preferencing-participants", "must not be empty when preferencing is list");
        }
        return new MatchingOptions(
                matching.choice("study-limit", StudyLimit.class),
                matching.choice("scope", Scope.class),
                matching.choice("horizon", StudyHorizon.class),
                matching.choice("availability", Availability.class),
                matching.flag("sweep-to-sweep"),
                preferencing,
                Set.copyOf(participants),
                matching.flag("blocks"),
                matching.duration("latency"));
    }
}
