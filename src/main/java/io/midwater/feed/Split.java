package io.midwater.feed;

import io.midwater.domain.InputKind;
import java.io.Serializable;

/**
 * A piece of a file. It owns the rows whose first byte lies behind {@code start} and not behind {@code end}, so any set of
 * cuts gives each row to exactly one split; the header line is no row.
 *
 * @param ordinal number of the split within its file, from 0
 * @param end Long.MAX_VALUE where the file cannot be cut
 */
public record Split(int fileIndex, InputKind kind, int ordinal, long start, long end) implements Serializable {
    public Split {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("split must not run backwards, was " + start + " to " + end);
        }
    }
}
