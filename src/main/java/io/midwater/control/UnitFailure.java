package io.midwater.control;

import java.io.Serializable;

/**
 * @param message for the ledger, one line
 * @param stack for the log
 */
public record UnitFailure(FailureReason reason, String message, String stack) implements Serializable {}
