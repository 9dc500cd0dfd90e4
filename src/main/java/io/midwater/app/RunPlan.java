package io.midwater.app;

import java.util.List;

/**
 * What a run would have to do, estimated without doing it.
 *
 * @param exact true when the whole input was read for this, so that rows and units are counts and no estimates
 * @param work what of it a run would read and do now
 * @param unitsSeen units that the samples met
 * @param unitsAtMost securities met × trading days between the first and the last date met
 * @param largest the units with the most rows
 * @param skew rows of the largest unit per row of the median one
 * @param splits tasks of the first stage
 * @param unsplittable compressed files, each one task
 * @param outputBytes estimated size of the results
 * @param shuffleBytes estimated size of Spark's temporary files
 * @param freeBytes free where the results go; null when the storage does not say
 * @param seconds rough duration; 0 where nothing is to do
 * @param rate the rate it was computed with
 */
record RunPlan(
        boolean exact,
        List<Kind> inputs,
        Work work,
        long unitsSeen,
        long unitsAtMost,
        List<Unit> largest,
        double skew,
        int splits,
        List<File> unsplittable,
        String output,
        long outputBytes,
        long shuffleBytes,
        Long freeBytes,
        int cores,
        long seconds,
        String rate,
        List<String> warnings) {

    /**
     * @param rows of the kinds that come in security-days, null elsewhere
     * @param rowsError of an estimate: half the width of its 95 % interval, relative to {@code rows}; null where exact or
     *     unknown
     * @param selected rows inside the selection
     */
    record Kind(String kind, int files, long bytes, Long rows, Double rowsError, Long selected, Long rejected) {}

    /**
     * @param unitsToDo at most
     * @param unitsDone stand from earlier runs
     * @param unitsSkipped in the output, but no longer selected: they would be withdrawn
     * @param reason why so much, or so little
     */
    record Work(int files, long bytes, long unitsToDo, long unitsDone, long unitsSkipped, String reason) {}

    record Unit(long securityCode, String date, long rows) {}

    record File(String path, long bytes) {}
}
