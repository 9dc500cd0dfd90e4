package io.midwater.progress;

import io.midwater.domain.SecurityDay;

/**
 * How far a run is at one moment.
 *
 * @param seconds since the run began
 * @param phaseSeconds since this phase began
 * @param readBytes bytes read of the files as they are stored
 * @param totalBytes bytes of all files to read
 * @param readRows rows read
 * @param keptRows rows read that lie inside the selection
 * @param analysedRows rows of the units that have ended
 * @param doneUnits units done
 * @param failedUnits units failed
 * @param expectedUnits units that the run expects; 0 where unknown
 * @param slowest the unit that took longest so far; null before the first
 * @param slowestSeconds its time
 * @param usedMemory bytes of heap in use, in local mode of everything, on a cluster of the driver
 * @param maxMemory bytes that the heap may have
 * @param secondsLeft null where nothing can be said yet
 */
public record Snapshot(
        Phase phase,
        double seconds,
        double phaseSeconds,
        long readBytes,
        long totalBytes,
        long readRows,
        long keptRows,
        long analysedRows,
        long doneUnits,
        long failedUnits,
        long expectedUnits,
        SecurityDay slowest,
        double slowestSeconds,
        long usedMemory,
        long maxMemory,
        Double secondsLeft) {}
