package io.midwater.progress;

/** What a run is busy with. */
public enum Phase {
    /** Scanning the raw files. */
    READING,
    /** Putting security-days together, analysing and writing them. */
    ANALYSING,
    /** Putting the units of a date together in files. */
    PACKING,
    /** Adding the units up, and publishing all. */
    AGGREGATING,
    /** Drawing the report. */
    REPORTING,
    /** Nothing is left. */
    DONE
}
