package io.midwater.domain;

import java.util.EnumMap;
import java.util.Map;

/** Counts of data-quality findings. */
public final class Findings {
    private final long[] counts = new long[Finding.values().length];

    public void add(Finding finding, long count) {
        counts[finding.ordinal()] += count;
    }

    public void add(Finding finding) {
        add(finding, 1);
    }

    public long count(Finding finding) {
        return counts[finding.ordinal()];
    }

    /** The findings that occurred. */
    public Map<Finding, Long> found() {
        Map<Finding, Long> found = new EnumMap<>(Finding.class);
        for (Finding finding : Finding.values()) {
            if (counts[finding.ordinal()] != 0) {
                found.put(finding, counts[finding.ordinal()]);
            }
        }
        return found;
    }
}
