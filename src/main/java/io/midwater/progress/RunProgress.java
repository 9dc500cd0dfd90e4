package io.midwater.progress;

import static java.util.Objects.requireNonNull;

import io.midwater.control.TaskMessage;
import io.midwater.control.UnitResult;
import io.midwater.domain.SecurityDay;
import java.util.List;
import java.util.function.LongSupplier;

/** Gathers what is known of a running run. Written by the run, read by whoever shows it; any thread may call. */
public final class RunProgress {
    private static final double NS = 1e-9;

    private final LongSupplier clock;
    private final Counters counters;
    private long totalBytes;
    private final long expectedUnits;
    private final int cores;
    private final long started;
    private Phase phase = Phase.READING;
    private long phaseStarted;
    private double pace = 1;
    private long analysedRows;
    private long done;
    private long failed;
    private SecurityDay slowest;
    private long slowestNs;

    /** Running counts of what is read. */
    public record Counters(LongSupplier bytes, LongSupplier rows, LongSupplier kept) {}

    /**
     * @param clock nanoseconds, as {@link System#nanoTime}
     * @param totalBytes bytes of all files to read
     * @param expectedUnits 0 where unknown
     * @param cores that read and analyse
     */
    public RunProgress(LongSupplier clock, Counters counters, long totalBytes, long expectedUnits, int cores) {
        this.clock = requireNonNull(clock, "clock is null");
        this.counters = requireNonNull(counters, "counters is null");
        this.totalBytes = totalBytes;
        this.expectedUnits = expectedUnits;
        this.cores = cores;
        this.started = clock.getAsLong();
        this.phaseStarted = started;
    }

    /** Takes note of what tasks have told. */
    public synchronized void received(List<TaskMessage> messages) {
        for (TaskMessage message : messages) {
            if (message instanceof UnitResult unit) {
                analysedRows += unit.origins().rows();
                done += unit.done() ? 1 : 0;
                failed += unit.done() ? 0 : 1;
                if (unit.durationNs() > slowestNs) {
                    slowestNs = unit.durationNs();
                    slowest = unit.unit();
                }
            }
        }
    }

    /** More has to be read than was known. */
    public synchronized void expect(long bytes) {
        totalBytes = bytes;
    }

    /** The next phase begins. */
    public synchronized void enter(Phase next) {
        long now = clock.getAsLong();
        if (phase == Phase.AGGREGATING) {
            double seconds = (now - phaseStarted) * NS;
            pace = TimeLeft.paceOfAdding(seconds, expectedUnits, counters.kept().getAsLong());
        }
        phase = next;
        phaseStarted = now;
    }

    public synchronized Snapshot snapshot() {
        long bytes = counters.bytes().getAsLong();
        long rows = counters.rows().getAsLong();
        long kept = counters.kept().getAsLong();
        if (phase == Phase.READING) {
            pace = TimeLeft.pace((clock.getAsLong() - phaseStarted) * NS, cores, rows, kept);
            if (bytes >= totalBytes) {
                enter(Phase.ANALYSING);
            }
        }
        long now = clock.getAsLong();
        double phaseSeconds = (now - phaseStarted) * NS;
        Runtime memory = Runtime.getRuntime();
        return new Snapshot(
                phase,
                (now - started) * NS,
                phaseSeconds,
                Math.min(bytes, totalBytes),
                totalBytes,
                rows,
                kept,
                analysedRows,
                done,
                failed,
                expectedUnits,
                slowest,
                slowestNs * NS,
                memory.totalMemory() - memory.freeMemory(),
                memory.maxMemory(),
                switch (phase) {
                    case READING ->
                        TimeLeft.whileReading(
                                phaseSeconds, (double) bytes / totalBytes, rows, kept, expectedUnits, pace);
                    case ANALYSING -> TimeLeft.whileAnalysing(phaseSeconds, analysedRows, kept, expectedUnits, pace);
                    case PACKING -> TimeLeft.whileAdding(0, expectedUnits, kept, pace);
                    case AGGREGATING -> TimeLeft.whileAdding(phaseSeconds, expectedUnits, kept, pace);
                    case REPORTING -> TimeLeft.whileReporting(phaseSeconds, kept, pace);
                    case DONE -> null;
                });
    }
}
