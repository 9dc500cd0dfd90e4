package io.midwater.report;

import java.util.List;

/** The times after arrival at which filled orders are counted. */
public final class TimeSteps {
    private static final long MS = 1_000_000;
    private static final long S = 1000 * MS;
    private static final long MIN = 60 * S;

    /** Nanoseconds. */
    public static final List<Long> NS = List.of(
            0L, MS, 10 * MS, 100 * MS, S, 5 * S, 15 * S, 30 * S, MIN, 2 * MIN, 5 * MIN, 10 * MIN, 30 * MIN, 60 * MIN,
            120 * MIN, 240 * MIN, 360 * MIN);

    static final List<String> LABELS = List.of(
            "at once", "1 ms", "10 ms", "100 ms", "1 s", "5 s", "15 s", "30 s", "1 min", "2 min", "5 min", "10 min",
            "30 min", "1 h", "2 h", "4 h", "6 h");

    private TimeSteps() {}
}
