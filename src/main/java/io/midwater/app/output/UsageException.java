package io.midwater.app.output;

/** The command cannot be carried out as it was given. The message says what to do. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }

    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }

    /** An output that was asked about and has nothing to tell. */
    static UsageException noRun(String output) {
        return new UsageException(output
                + " holds no finished run: name the folder that output.path was in a run, or do one first"
                + " (scripts/midwater run)");
    }
}
