package io.midwater.domain;

/** Full at once, full in time, or not full. */
public enum Outcome {
    /** Fully matched sooner than the configured time after arrival. */
    A_IMMEDIATE_FULL,
    /** Fully matched later. */
    B_EVENTUAL_FULL,
    /** Partly or not matched. */
    C_PARTIAL_NONE
}
