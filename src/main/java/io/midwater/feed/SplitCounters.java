package io.midwater.feed;

import io.midwater.domain.SecurityDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The counters of a split while it is being read. */
final class SplitCounters {
    private final long[] rejected = new long[RejectReason.values().length];
    private final long[] others = new long[SecurityDay.MOST_NAMED];
    private int otherCount;
    private long lastOther;
    private long lines;
    private long kept;
    private long filtered;
    private long blank;
    private long replacedTexts;
    private long dateDisagreements;
    private long leavesAboveQuantity;
    private long firstNs = Long.MAX_VALUE;
    private long lastNs = Long.MIN_VALUE;

    void blank() {
        lines++;
        blank++;
    }

    void rejected(RejectReason reason) {
        lines++;
        rejected[reason.ordinal()]++;
    }

    void filtered(long security, long timestamp) {
        lines++;
        filtered++;
        firstNs = Math.min(firstNs, timestamp);
        lastNs = Math.max(lastNs, timestamp);
        if (security != lastOther && otherCount < others.length) {
            note(security);
        }
    }

    private void note(long security) {
        lastOther = security;
        for (int i = 0; i < otherCount; i++) {
            if (others[i] == security) {
                return;
            }
        }
        others[otherCount++] = security;
    }

    void kept(RowReader row) {
        lines++;
        kept++;
        replacedTexts += row.replacedTexts();
        dateDisagreements += row.dateDisagrees() ? 1 : 0;
        leavesAboveQuantity += row.leavesAboveQuantity() ? 1 : 0;
    }

    /** Lines read so far. */
    long lines() {
        return lines;
    }

    SplitSummary summary(long bytes) {
        List<Long> reasons = new ArrayList<>();
        for (long count : rejected) {
            reasons.add(count);
        }
        long[] securities = Arrays.copyOf(others, otherCount);
        Arrays.sort(securities);
        return new SplitSummary(
                lines,
                lines - blank,
                kept,
                filtered,
                blank,
                bytes,
                replacedTexts,
                dateDisagreements,
                leavesAboveQuantity,
                reasons,
                firstNs,
                lastNs,
                Arrays.stream(securities).boxed().toList());
    }
}
