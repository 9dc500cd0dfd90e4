package io.midwater.totals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The sums and the bins of a unit's groups. */
final class Tally {
    private final Groups groups;
    private final List<GroupSums> sums;
    private final List<GroupBins> bins;
    private int[] numbers;

    private Tally(Groups groups, List<GroupSums> sums, List<GroupBins> bins) {
        this.groups = groups;
        this.sums = sums;
        this.bins = bins;
    }

    static Tally of(List<KeyColumn> columns, List<Sum> sums, List<Distribution> distributions) {
        return new Tally(
                new Groups(columns),
                sums.stream().map(sum -> GroupSums.of(sum.column().type())).toList(),
                distributions.stream().map(each -> new GroupBins()).toList());
    }

    /** Rows of another table come next. */
    void forgetCodes() {
        groups.forgetCodes();
    }

    /** Looks up the groups of the rows that are added next. */
    void next(Block block) {
        numbers = groups.number(block);
    }

    void addToSum(int sum, long[] values) {
        sums.get(sum).add(values, numbers, groups.count());
    }

    void addToBins(int distribution, long[] values) {
        bins.get(distribution).add(values, numbers);
    }

    /** The same by fewer keys. */
    Tally by(List<KeyColumn> fewer) {
        Groups coarse = new Groups(fewer);
        int[] into = coarse.addAll(groups);
        List<GroupSums> added = new ArrayList<>();
        for (GroupSums sum : sums) {
            GroupSums total = sum.empty();
            total.add(sum, into, coarse.count());
            added.add(total);
        }
        List<GroupBins> joined = new ArrayList<>();
        for (GroupBins each : bins) {
            GroupBins all = new GroupBins();
            all.add(each, into);
            joined.add(all);
        }
        return new Tally(coarse, added, joined);
    }

    /** The numbers of the groups by rising key. */
    int[] sorted() {
        return IntStream.range(0, groups.count())
                .boxed()
                .sorted(Comparator.comparing(groups::key))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    Groups groups() {
        return groups;
    }

    /** A group's sum; null where no row had a value. */
    BigDecimal sum(int sum, int group) {
        return sums.get(sum).sum(group);
    }

    /** A group's encoded bins; null without values. */
    byte[] bins(int distribution, int group) {
        return bins.get(distribution).encoded(group);
    }
}
