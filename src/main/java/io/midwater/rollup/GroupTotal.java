package io.midwater.rollup;

import io.midwater.totals.Bins;
import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * What the rows of one group add up to. When all are in, {@link #finish} leaves what the driver needs: it holds every group
 * at once. Public for Spark, which writes it between tasks.
 */
public final class GroupTotal implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final GroupKey key;
    /** A Long or a BigDecimal each; null where no row had a value. */
    private final Object[] sums;

    private Bins[] bins;
    private Set<Object> securities = new HashSet<>();
    private Set<Object> dates = new HashSet<>();
    private Set<String> participants = new HashSet<>();
    private Object[] distinct;
    private Object[] quartiles;

    GroupTotal(GroupKey key, int sums, int bins) {
        this.key = key;
        this.sums = new Object[sums];
        this.bins = new Bins[bins];
        for (int i = 0; i < bins; i++) {
            this.bins[i] = new Bins();
        }
    }

    /**
     * Adds a row of a unit.
     *
     * @param places where the sums are in the row
     * @param binPlaces where the bins are
     */
    void add(Row row, int[] places, int[] binPlaces) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sum(sums[i], row.get(places[i]));
        }
        for (int i = 0; i < bins.length; i++) {
            bins[i].add((byte[]) row.get(binPlaces[i]));
        }
    }

    /** Notes whose orders a row is of. */
    void note(Object security, Object date, String[] brokers) {
        securities.add(security);
        dates.add(date);
        for (String broker : brokers) {
            participants.add(broker);
        }
    }

    GroupTotal add(GroupTotal other) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sum(sums[i], other.sums[i]);
        }
        for (int i = 0; i < bins.length; i++) {
            bins[i].add(other.bins[i]);
        }
        securities.addAll(other.securities);
        dates.addAll(other.dates);
        participants.addAll(other.participants);
        return this;
    }

    /** Two sums together; null where neither is known. */
    static Object sum(Object a, Object b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a instanceof Long count ? (Object) Math.addExact(count, (Long) b) : ((BigDecimal) a).add((BigDecimal) b);
    }

    /**
     * Forms quartiles and counts, and lets go of what they are formed of; bins stay where the grouping keeps them whole.
     *
     * @param figures of which there are quartiles, the first ones
     */
    GroupTotal finish(int figures) {
        List<Object> found = new ArrayList<>();
        for (int i = 0; i < figures; i++) {
            found.addAll(Arrays.asList(Quartiles.of(bins[i])));
        }
        quartiles = found.toArray();
        distinct = new Object[] {(long) securities.size(), (long) dates.size(), (long) participants.size()};
        bins = key.grouping().whole() ? bins : null;
        securities = null;
        dates = null;
        participants = null;
        return this;
    }

    GroupKey key() {
        return key;
    }

    Object[] sums() {
        return sums;
    }

    /** Of each figure in turn. */
    Object[] quartiles() {
        return quartiles;
    }

    /** Only where the grouping keeps bins whole. */
    Bins bins(int place) {
        return bins[place];
    }

    /** How many different securities, dates and participants there are. */
    Object[] distinct() {
        return distinct;
    }
}
