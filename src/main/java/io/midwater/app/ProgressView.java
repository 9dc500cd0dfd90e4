package io.midwater.app;

import io.midwater.feed.ScanSplits;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Says how far a run is: one line that rewrites itself on a terminal, a plain line now and then elsewhere. Reads counters
 * only; stopping it changes nothing.
 */
final class ProgressView implements AutoCloseable {
    private static final Duration ON_TERMINAL = Duration.ofMillis(500);
    private static final Duration IN_LOG = Duration.ofSeconds(10);

    private final PrintStream out;
    private final boolean terminal;
    private final ScanSplits.Progress counters;
    private final LongSupplier totalBytes;
    private final Outcomes outcomes;
    private final long estimatedUnits;
    private final long started = System.nanoTime();
    private final Thread thread = new Thread(this::work, "progress");

    /**
     * @param totalBytes bytes on storage of all files to be read
     * @param estimatedUnits 0 where unknown
     */
    ProgressView(
            PrintStream out,
            boolean terminal,
            ScanSplits.Progress counters,
            LongSupplier totalBytes,
            Outcomes outcomes,
            long estimatedUnits) {
        this.out = out;
        this.terminal = terminal;
        this.counters = counters;
        this.totalBytes = totalBytes;
        this.outcomes = outcomes;
        this.estimatedUnits = estimatedUnits;
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        try {
            while (true) {
                Thread.sleep((terminal ? ON_TERMINAL : IN_LOG).toMillis());
                show();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show() {
        if (terminal) {
            out.print("\r\u001b[K" + line());
            out.flush();
        } else {
            out.println(line());
        }
    }

    String line() {
        double seconds = (System.nanoTime() - started) / 1e9;
        long bytes = counters.bytes().value();
        long rows = counters.rows().value();
        long total = totalBytes.getAsLong();
        double read = total == 0 ? 1 : Math.min(1, (double) bytes / total);
        String units = outcomes.done() + (estimatedUnits > 0 ? " of about " + estimatedUnits : "") + " units done, "
                + outcomes.failed() + " failed";
        return String.format(
                Locale.ROOT,
                "%s  read %s of %s (%.0f %%)  %.0f MB/s  %,d rows  %s%s",
                clock(seconds),
                size(bytes),
                size(total),
                100 * read,
                bytes / 1e6 / Math.max(seconds, 1e-3),
                rows,
                units,
                left(seconds, read));
    }

    /** Scanning is about as much work as the units: the time left follows from both. */
    private String left(double seconds, double read) {
        double unitShare = estimatedUnits == 0
                ? read
                : Math.min(1, (double) (outcomes.done() + outcomes.failed()) / estimatedUnits);
        double progress = (read + unitShare) / 2;
        if (progress < 0.02 || progress >= 1) {
            return "";
        }
        return "  about " + clock(seconds * (1 - progress) / progress) + " left";
    }

    private static String clock(double seconds) {
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

    /** Stops; the last line stays. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (terminal) {
            show();
            out.println();
        } else {
            out.println(line());
        }
    }
}
