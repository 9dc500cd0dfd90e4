package io.midwater.domain;

/** Why an order's life on a business date ended. */
public enum TerminalReason {
    FILLED,
    CANCELLED_USER,
    CANCELLED_SYSTEM,
    /** The rest of a fill-and-kill or fill-or-kill order. */
    IOC_REMAINDER,
    PURGED,
    INACTIVE,
    /** Still on the book. */
    OPEN,
    /** A code unknown to this version. */
    OTHER
}
