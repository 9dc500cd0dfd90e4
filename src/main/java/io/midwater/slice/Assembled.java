package io.midwater.slice;

import io.midwater.domain.Findings;
import io.midwater.domain.Slice;
import java.util.List;
import java.util.SortedMap;

/**
 * A slice and what was found and left out while it was put together.
 *
 * @param duplicatesByFile dropped rows by number of the input file
 * @param rejectedLegs trade legs that cannot be used
 */
public record Assembled(
        Slice slice, Findings findings, SortedMap<Integer, Long> duplicatesByFile, List<RejectedLeg> rejectedLegs) {

    /**
     * A leg of a match whose legs disagree.
     *
     * @param file number of the input file
     * @param split number of the split in the file
     * @param line line number in the split, as the feed counts
     * @param byteOffset of the row in the file
     */
    public record RejectedLeg(int file, int split, long line, long byteOffset) {}
}
