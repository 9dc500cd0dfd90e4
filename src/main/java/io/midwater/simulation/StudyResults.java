package io.midwater.simulation;

import static io.midwater.domain.table.RowGroup.NULL;

import io.midwater.simulation.matching.DealSource;
import java.util.Arrays;

/** What each study order got in the simulated book, by its number in the slice's index. */
public final class StudyResults implements MatchListener {
    private final long[] quantity;
    /** Σ price in half units × quantity. */
    private final long[] value2;

    private final long[] firstNs;
    private final long[] lastNs;
    private final int[] matches;
    private final long[] studyQuantity;
    private final long[] scope;
    private long[] displaced;

    StudyResults(int orders) {
        this.quantity = new long[orders];
        this.value2 = new long[orders];
        this.firstNs = new long[orders];
        Arrays.fill(firstNs, NULL);
        this.lastNs = firstNs.clone();
        this.matches = new int[orders];
        this.studyQuantity = new long[orders];
        this.scope = new long[orders];
        this.displaced = new long[orders];
    }

    @Override
    public void onMatch(
            long match,
            long timeNs,
            int incoming,
            int resting,
            long shares,
            long price2,
            long bidPx,
            long offerPx,
            DealSource source) {
        add(incoming, timeNs, shares, price2);
        add(resting, timeNs, shares, price2);
    }

    private void add(int order, long timeNs, long shares, long price2) {
        quantity[order] = Math.addExact(quantity[order], shares);
        value2[order] = Math.addExact(value2[order], Math.multiplyExact(shares, price2));
        firstNs[order] = firstNs[order] == NULL ? timeNs : firstNs[order];
        lastNs[order] = timeNs;
        matches[order]++;
    }

    /** Both orders of a match are studied. */
    void amongStudies(int incoming, int resting, long shares) {
        studyQuantity[incoming] = Math.addExact(studyQuantity[incoming], shares);
        studyQuantity[resting] = Math.addExact(studyQuantity[resting], shares);
    }

    void scope(int order, long shares) {
        scope[order] = Math.max(scope[order], shares);
    }

    /** The most that was asked of the simulated book at any time: the scope at entry and later increases. */
    public long scope(int order) {
        return scope[order];
    }

    void displaced(long[] shares) {
        displaced = shares;
    }

    /** Shares of {@link #quantity} that really went to someone else later, or were withdrawn. */
    public long displaced(int order) {
        return displaced[order];
    }

    public long quantity(int order) {
        return quantity[order];
    }

    /** Shares of {@link #quantity} matched with other study orders. */
    public long studyQuantity(int order) {
        return studyQuantity[order];
    }

    /** Σ price × quantity in half price units. */
    public long value2(int order) {
        return value2[order];
    }

    /** Time of the first match, NULL without one. */
    public long firstNs(int order) {
        return firstNs[order];
    }

    /** Time of the last match, NULL without one. */
    public long lastNs(int order) {
        return lastNs[order];
    }

    public int matches(int order) {
        return matches[order];
    }
}
