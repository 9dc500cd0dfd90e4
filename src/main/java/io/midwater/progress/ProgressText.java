package io.midwater.progress;

import java.util.Locale;

/** A snapshot in words: one line. */
final class ProgressText {
    private ProgressText() {}

    static String line(Snapshot now) {
        return clock(now.seconds()) + "  "
                + switch (now.phase()) {
                    case READING -> reading(now);
                    case ANALYSING -> analysing(now);
                    case PACKING -> "packing  " + units(now);
                    case AGGREGATING -> "adding up  " + units(now);
                    case REPORTING -> "building the report";
                    case DONE -> "done  " + units(now);
                }
                + memory(now)
                + (now.secondsLeft() == null ? "" : "  about " + clock(now.secondsLeft()) + " left");
    }

    private static String reading(Snapshot now) {
        return String.format(
                Locale.ROOT,
                "read %s of %s (%.0f %%)  %.0f MB/s  %,d rows, %,d kept",
                size(now.readBytes()),
                size(now.totalBytes()),
                now.totalBytes() == 0 ? 100 : 100.0 * now.readBytes() / now.totalBytes(),
                now.readBytes() / 1e6 / Math.max(now.seconds(), 1e-3),
                now.readRows(),
                now.keptRows());
    }

    private static String analysing(Snapshot now) {
        String rate =
                String.format(Locale.ROOT, "  %,.0f events/s", now.analysedRows() / Math.max(now.phaseSeconds(), 1e-3));
        String slowest = now.slowest() == null
                ? ""
                : String.format(Locale.ROOT, "  slowest %s %.1f s", now.slowest(), now.slowestSeconds());
        return String.format(Locale.ROOT, "read %s, %,d rows  ", size(now.readBytes()), now.readRows())
                + units(now)
                + rate
                + slowest;
    }

    private static String units(Snapshot now) {
        long ended = now.doneUnits() + now.failedUnits();
        return "units " + now.doneUnits() + " done, " + now.failedUnits() + " failed"
                + (now.expectedUnits() > ended && now.phase() == Phase.ANALYSING
                        ? ", about " + (now.expectedUnits() - ended) + " left"
                        : "");
    }

    private static String memory(Snapshot now) {
        return "  heap " + size(now.usedMemory()) + " of " + size(now.maxMemory());
    }

    static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    static String size(long bytes) {
        if (bytes < 1_000_000) {
            return String.format(Locale.ROOT, "%.0f kB", bytes / 1e3);
        }
        return bytes < 1_000_000_000L
                ? String.format(Locale.ROOT, "%.0f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
