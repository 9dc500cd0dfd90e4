package io.midwater.config;

import java.time.Duration;

/**
 * How the work is done; nothing here changes a result.
 *
 * @param parallelism tasks at once; 0 for all cores
 * @param maxFailedUnits stop when more units than this have failed; −1 for unlimited
 * @param unitTimeout a unit that takes longer fails alone
 * @param maxSliceMemory the largest security-day in memory
 */
public record RunConfig(int parallelism, int maxFailedUnits, Duration unitTimeout, SliceMemory maxSliceMemory) {

    static RunConfig read(Settings run) {
        Duration timeout = Duration.ofNanos(run.duration("unit-timeout"));
        if (timeout.isZero()) {
            run.problem("unit-timeout", "must be longer than 0");
        }
        return new RunConfig(
                numberOr(run, "parallelism", "cores", 1, 0),
                numberOr(run, "max-failed-units", "unlimited", 0, -1),
                timeout,
                run.value("max-slice-memory", SliceMemory::parse, SliceMemory::toString));
    }

    /** A number, or a word that stands for one. */
    private static int numberOr(Settings run, String name, String word, int min, int meaning) {
        return run.value(
                name,
                text -> text.equals(word) ? meaning : (int) NumberText.whole(text, min, Integer.MAX_VALUE),
                number -> number == meaning ? word : number);
    }
}
