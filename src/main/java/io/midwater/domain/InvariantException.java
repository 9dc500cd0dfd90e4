package io.midwater.domain;

/** A result breaks a rule that must always hold: our error, never the data's. */
public final class InvariantException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InvariantException(String message) {
        super(message);
    }
}
