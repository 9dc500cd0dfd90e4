package io.midwater.control;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Places where a test may end the process or let the storage fail. They do nothing unless the system property
 * {@code midwater.fault} says so when the process starts: {@code FILE_PUBLISHED:3} halts it when that place is reached for
 * the third time, as a kill would; {@code UNIT_STAGING:1:full} throws what a full disk throws.
 */
public enum FaultPoint {
    /** A unit's first file is about to be written. */
    UNIT_STAGING,
    /** All files of a unit are written. */
    UNIT_STAGED,
    /** The files of a unit have been read back and found good. */
    UNIT_CHECKED,
    /** A file of several units is about to be written. */
    PACK_STAGING,
    /** A file of several units is written and read back. */
    PACK_STAGED,
    /** The rejects of an input file are written. */
    REJECTS_STAGED,
    /** Every unit is done and every row accounted for. */
    BOOKS_CLOSED,
    /** A file of the aggregates is written. */
    AGGREGATE_STAGED,
    /** A file of the run's own folder is written. */
    RECORD_STAGED,
    /** The journal is written under another name. */
    JOURNAL_STAGED,
    /** The journal has its name: from here the publication is finished by whoever comes next. */
    JOURNAL_WRITTEN,
    /** A file has been moved to where readers find it. */
    FILE_PUBLISHED,
    /** The run is the newest. */
    LATEST_WRITTEN,
    /** A file that only earlier runs had is gone. */
    FILE_WITHDRAWN,
    /** The journal is gone. */
    JOURNAL_REMOVED;

    private static final String FAULT = System.getProperty("midwater.fault", "");

    private final AtomicInteger times = new AtomicInteger();

    /** @throws IOException if a test wants it */
    public void reached() throws IOException {
        if (FAULT.isEmpty()) {
            return;
        }
        String[] parts = FAULT.split(":");
        if (parts[0].equals(name()) && times.incrementAndGet() == Integer.parseInt(parts[1])) {
            if (parts.length > 2) {
                throw new IOException("No space left on device");
            }
            Runtime.getRuntime().halt(137);
        }
    }
}
