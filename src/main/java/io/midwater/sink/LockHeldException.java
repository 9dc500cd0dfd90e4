package io.midwater.sink;

import java.io.IOException;

/** Another run is using the output. */
public final class LockHeldException extends IOException {
    private static final long serialVersionUID = 1;

    LockHeldException(String message) {
        super(message);
    }
}
