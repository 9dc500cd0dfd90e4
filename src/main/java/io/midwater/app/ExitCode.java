package io.midwater.app;

import io.midwater.app.output.UsageException;
import io.midwater.config.ConfigException;
import io.midwater.feed.InputException;
import java.util.Map;

/** What the process says when it ends, and which error says what. */
public enum ExitCode {
    /** All units done, or nothing to do. */
    DONE(0),
    /** Our failure. */
    FAILED(1),
    /** Usage or configuration, an output that cannot be written, a lock that is held. */
    USAGE(2),
    /** The input cannot be used. */
    INPUT(3),
    /** Done, but some units failed. */
    PARTIAL(4),
    /** A question answered with no. */
    NO(5);

    /** Errors that the user can do something about; every other one is ours. */
    private static final Map<Class<? extends Exception>, ExitCode> BY_ERROR =
            Map.of(ConfigException.class, USAGE, UsageException.class, USAGE, InputException.class, INPUT);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The code for an error, by itself or by the first of its causes that is in the table. */
    public static ExitCode of(Throwable error) {
        Throwable known = cause(error);
        return known == null ? FAILED : BY_ERROR.get(known.getClass());
    }

    /** The error itself or the first of its causes that is the user's to mend; null when there is none. */
    static Throwable cause(Throwable error) {
        Throwable cause = error;
        while (cause != null && !BY_ERROR.containsKey(cause.getClass())) {
            cause = cause.getCause();
        }
        return cause;
    }
}
