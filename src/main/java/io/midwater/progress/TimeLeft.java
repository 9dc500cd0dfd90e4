package io.midwater.progress;

/**
 * Guesses how long a run still takes. While files are read, the units are taken to cost what they cost on the machine of
 * the benchmarks, in relation to reading; once units end, only their own rate counts. Aggregates, publication and report,
 * which follow, are taken to cost what they cost there.
 */
final class TimeLeft {
    /** Core seconds per million rows, of a run with every analysis: see the performance page. */
    private static final double READ_KEPT = 0.45;

    private static final double READ_FILTERED = 0.13;
    private static final double ANALYSE = 1.3;

    /** Seconds that aggregates, publication and report take in any case, of each unit, and of a million rows. */
    private static final double FINISH = 10;

    private static final double FINISH_UNIT = 0.045;
    private static final double FINISH_ROWS = 0.11;

    /** Below this share nothing can be said. */
    private static final double LEAST_SHARE = 0.02;

    private TimeLeft() {}

    /**
     * @param seconds spent reading so far
     * @param share of the bytes read, 0 to 1
     * @param rows read so far
     * @param kept rows of them inside the selection
     * @param units expected
     * @return seconds left; null where nothing can be said yet
     */
    static Double whileReading(double seconds, double share, long rows, long kept, long units) {
        if (share < LEAST_SHARE || rows == 0) {
            return null;
        }
        double whole = seconds / share;
        double reading = READ_KEPT * kept + READ_FILTERED * (rows - kept);
        return whole - seconds + whole * ANALYSE * kept / reading + finishing(units, kept / share);
    }

    /**
     * @param seconds spent on units so far
     * @param rows of the units that have ended
     * @param kept rows of all units
     * @param units expected
     * @return seconds left; null where nothing can be said yet
     */
    static Double whileAnalysing(double seconds, long rows, long kept, long units) {
        if (rows < LEAST_SHARE * kept || rows == 0) {
            return null;
        }
        return seconds * Math.max(0, kept - rows) / rows + finishing(units, kept);
    }

    /**
     * @param seconds since the last unit ended
     * @param units that ended
     * @param kept rows of all units
     */
    static double whileFinishing(double seconds, long units, long kept) {
        return Math.max(0, finishing(units, kept) - seconds);
    }

    private static double finishing(long units, double rows) {
        return FINISH + FINISH_UNIT * units + FINISH_ROWS * rows / 1e6;
    }
}
