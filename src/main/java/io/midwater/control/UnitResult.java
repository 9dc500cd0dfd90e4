package io.midwater.control;

import io.midwater.domain.Finding;
import io.midwater.domain.SecurityDay;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What became of a unit.
 *
 * @param failure null where it was done
 * @param origins where its rows came from, and how many were dropped
 * @param rejectedLegs trade legs rejected in the unit
 * @param priceScale null where reference data and configuration do not disagree
 */
public record UnitResult(
        SecurityDay unit,
        UnitFailure failure,
        List<WrittenTable> tables,
        UnitSums sums,
        Map<Finding, Long> findings,
        RowOrigins origins,
        List<RejectedRow> rejectedLegs,
        ScaleChoice priceScale,
        long durationNs)
        implements TaskMessage {
    public boolean done() {
        return failure == null;
    }

    /**
     * A row that was rejected after it had been read.
     *
     * @param line counted in its split
     */
    public record RejectedRow(int file, int split, long line, long byteOffset) implements Serializable {}
}
