package io.midwater.app.unit;

import io.midwater.domain.StopFlag;
import io.midwater.domain.StoppedException;
import java.time.Duration;

/** Stops what works longer than it may. */
final class Deadline implements StopFlag {
    private final long limitNs;
    private final long started = System.nanoTime();

    Deadline(long limitNs) {
        this.limitNs = limitNs;
    }

    @Override
    public void check() {
        if (System.nanoTime() - started > limitNs) {
            throw new StoppedException("it works longer than the "
                    + Duration.ofNanos(limitNs).toMillis() + " ms that run.unit-timeout allows");
        }
    }
}
