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
        /** Its last real fill; the end of its real life where it has none after its arrival. */
        LAST_FILL,
        /** The end of continuous trading. */
        SESSION_END
    }

    /** What a real order can still give. */
    public enum Availability {
        /** The least it has from then to its end: none of what it traded or withdrew later. */
        NONE,
        /** What it has then, traded or withdrawn later or not. */
        LATER,
        /** That, and at its arrival what it traded lit at that instant. */
        ALL
    }

    /** Whose orders meet those of the same participant first. */
    public enum Preferencing {
        /** Participants with a preferenced trade on the day. */
        INFER,
        /** {@link MatchingOptions#preferencingParticipants}. */
        LIST,
        /** Nobody. */
        OFF
    }
}
