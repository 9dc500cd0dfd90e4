package io.midwater.simulation;

import java.io.Serializable;
import java.util.Set;

/**
 * Rules of the midpoint scenario.
 *
 * @param preferencingParticipants who opted in; used with {@link Preferencing#LIST}
 * @param latencyNs added to every study order's arrival in the dark book
 */
public record MatchingOptions(
        StudyLimit studyLimit,
        Scope scope,
        StudyHorizon horizon,
        Availability availability,
        boolean sweepToSweep,
        Preferencing preferencing,
        Set<Integer> preferencingParticipants,
        boolean blocks,
        long latencyNs)
        implements Serializable {
    public MatchingOptions {
        preferencingParticipants = Set.copyOf(preferencingParticipants);
    }

    /** The limit of a study order in the simulated book. */
    public enum StudyLimit {
        /** Half a tick beyond its limit, the exchange's condition for posting a sweep in the dark. */
        MID_TICK,
        /** Its own limit and mid-tick. */
        AS_ENTERED
    }

    /** How much of a study order is simulated. */
    public enum Scope {
        /** What rested after the dark and lit entry pass. */
        REST,
        /** What was left after the dark entry pass. */
        POST_DARK
    }

    /** How long a study order is simulated. */
    public enum StudyHorizon {
        LAST_FILL,
        SESSION_END
    }

    /** What a real order can still give. */
    public enum Availability {
        NONE,
        LATER,
        ALL
    }

    /** Who meets own orders first. */
    public enum Preferencing {
        INFER,
        LIST,
        OFF
    }
}
