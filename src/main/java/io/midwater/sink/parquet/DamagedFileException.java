package io.midwater.sink.parquet;

import java.io.IOException;

/** A file that was read is not what was once written. */
public final class DamagedFileException extends IOException {
    private static final long serialVersionUID = 1;

    /** @param cause its message says what is wrong */
    public DamagedFileException(Exception cause) {
        super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
    }
}
