package io.midwater.progress;

/**
 * Guesses how long a run still takes. While files are read, the units are taken to cost what they cost on the machine of
 * the benchmarks, in relation to reading; once units end, only their own rate counts. Aggregates, publication and report,
 * which follow, are taken to cost what they cost there, longer or shorter as reading took; the report, once the aggregates
 * are done, as these took.
 */
final class TimeLeft {
    /** Core seconds per million rows, of a run with every analysis: see the performance page. */
    private static final double READ_KEPT = 0.55;

    private static final double READ_FILTERED = 0.16;
    private static final double ANALYSE = 1.6;

    /** Seconds that aggregates and publication take in any case, of each unit, and of a million rows. */
    private static final double ADD = 3.4;

    private static final double ADD_UNIT = 0.045;
    private static final double ADD_ROWS = 0.097;

    /** Seconds that the report takes in any case, and of a million rows. */
    private static final double REPORT = 4.8;

    private static final double REPORT_ROWS = 0.074;

    /** Seconds of reading that are not enough to tell how fast a machine is: at first a JVM is slow everywhere. */
    private static final double WARM_UP = 10;

    /** What reading can be made to wait for, a slow disk, concerns what follows less. */
    private static final double LONGEST = 4;

    private static final double SHORTEST = 1 / 3.0;

    /** Below this share nothing can be said. */
    private static final double LEAST_SHARE = 0.02;

    private TimeLeft() {}

    /**
     * How many times as long work takes on this machine as on as many cores of that of the benchmarks, by its reading.
     *
     * @param seconds spent reading so far
     * @param rows read so far
     * @param kept rows of them inside the selection
     */
    static double pace(double seconds, int cores, long rows, long kept) {
        double there = reading(rows, kept) / cores;
        return bounded((seconds + WARM_UP) / (there + WARM_UP));
    }

    /**
     * The same by what the aggregates took.
     *
     * @param seconds from the last unit to the report
     * @param units that were added up
     * @param kept rows of all units
     */
    static double paceOfAdding(double seconds, long units, long kept) {
        return bounded(seconds / adding(units, kept));
    }

    private static double bounded(double pace) {
        return Math.max(SHORTEST, Math.min(LONGEST, pace));
    }

    /** Core seconds that reading takes on the machine of the benchmarks. */
    private static double reading(long rows, long kept) {
        return (READ_KEPT * kept + READ_FILTERED * (rows - kept)) / 1e6;
    }

    /**
     * @param seconds spent reading so far
     * @param share of the bytes read, 0 to 1
     * @param rows read so far
     * @param kept rows of them inside the selection
     * @param units expected
     * @param pace of this machine, see {@link #pace}
     * @return seconds left; null where nothing can be said yet
     */
    static Double whileReading(double seconds, double share, long rows, long kept, long units, double pace) {
        if (share < LEAST_SHARE || rows == 0) {
            return null;
        }
        double whole = seconds / share;
        double analysing = ANALYSE * kept / 1e6;
        return whole - seconds + whole * analysing / reading(rows, kept) + pace * finishing(units, kept / share);
    }

    /**
     * @param seconds spent on units so far
     * @param rows of the units that have ended
     * @param kept rows of all units
     * @param units expected
     * @param pace of this machine, see {@link #pace}
     * @return seconds left; null where nothing can be said yet
     */
    static Double whileAnalysing(double seconds, long rows, long kept, long units, double pace) {
        if (rows < LEAST_SHARE * kept || rows == 0) {
            return null;
        }
        return seconds * Math.max(0, kept - rows) / rows + pace * finishing(units, kept);
    }

    /**
     * @param seconds since the last unit ended
     * @param units that ended
     * @param kept rows of all units
     * @param pace of this machine, see {@link #pace}; where the aggregates already take longer, theirs counts
     */
    static double whileAdding(double seconds, long units, long kept, double pace) {
        double here = Math.max(pace, paceOfAdding(seconds, units, kept));
        return Math.max(0, here * adding(units, kept) - seconds) + here * reporting(kept);
    }

    /**
     * @param seconds spent on the report so far
     * @param kept rows of all units
     * @param pace of this machine, see {@link #paceOfAdding}
     */
    static double whileReporting(double seconds, long kept, double pace) {
        return Math.max(0, pace * reporting(kept) - seconds);
    }

    private static double finishing(long units, double rows) {
        return adding(units, rows) + reporting(rows);
    }

    private static double adding(long units, double rows) {
        return ADD + ADD_UNIT * units + ADD_ROWS * rows / 1e6;
    }

    private static double reporting(double rows) {
        return REPORT + REPORT_ROWS * rows / 1e6;
    }
}
