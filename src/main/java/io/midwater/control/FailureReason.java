package io.midwater.control;

/** Why a unit failed; what no reason here holds is ANALYSIS_ERROR. */
public enum FailureReason {
    /** The security-day needs more memory than {@code run.max-slice-memory}. */
    SLICE_TOO_LARGE,
    /** A sum does not fit 64 bits. */
    OVERFLOW,
    /** Its files could not be written. */
    WRITE_ERROR,
    /** Rows written earlier, which other units' rows were to join in a file, are not there as they were. */
    FILE_DAMAGED,
    /** A check on the results did not hold. */
    INVARIANT_BROKEN,
    /** It took longer than {@code run.unit-timeout}. */
    UNIT_TIMEOUT,
    /** An error of ours. */
    ANALYSIS_ERROR
}
