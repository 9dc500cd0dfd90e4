package io.midwater.audit;

import static java.util.Objects.requireNonNull;

/**
 * One thing that an output's manifest says and that is not so.
 *
 * @param where a path relative to the output, or the unit
 * @param message what is wrong, with both values
 * @param remedy what to do
 */
public record Mismatch(Kind kind, String where, String message, String remedy) {
    /** Does everything again. */
    public static final String REBUILD = "scripts/midwater run --fresh makes the output again";

    /** Does what is not there. */
    static final String NEXT_RUN = "scripts/midwater run makes it again";

    public Mismatch {
        requireNonNull(kind, "kind is null");
        requireNonNull(where, "where is null");
        requireNonNull(message, "message is null");
        requireNonNull(remedy, "remedy is null");
    }

    /** What does not agree with what. */
    public enum Kind {
        /** A file of the manifest is not there. */
        MISSING,
        /** A file is not the one that was published: other length, other hash, or it cannot be read. */
        CHANGED,
        /** A file's rows are not as many as recorded. */
        ROWS,
        /** A unit's tables do not add up to its recorded sums. */
        SUMS,
        /** A file that the manifest does not name. */
        UNNAMED,
        /** Row accounting does not close. */
        ACCOUNT,
        /** Aggregates disagree with the units or with each other. */
        AGGREGATES,
        /** The manifest contradicts itself, or cannot be read. */
        MANIFEST
    }

    /** With the remedy that helps against everything that a run wrote. */
    static Mismatch rebuild(Kind kind, String where, String message) {
        return new Mismatch(kind, where, message, REBUILD);
    }
}
