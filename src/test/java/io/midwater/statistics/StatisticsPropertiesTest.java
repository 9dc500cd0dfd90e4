package io.midwater.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for any values. */
class StatisticsPropertiesTest {
    private static double[] values(long seed, int count) {
        Random random = new Random(seed);
        double scale = Math.pow(10, random.nextInt(7) - 3);
        return random.doubles(count)
                .map(value -> Math.round(20 * scale * (value - 0.4)) / 2.0 + scale * 1e-3)
                .toArray();
    }

    private static double[] negated(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    @Property(tries = 300)
    void momentsMergeInAnyTree(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int count) {
        double[] values = values(seed, count);
        Moments whole = Moments.of(values);
        Moments merged = tree(values, 0, count, new Random(~seed));
        assertThat(merged.n()).isEqualTo(count);
        double size = Math.max(1e-300, Math.abs(whole.mean()) + Math.sqrt(whole.m2()));
        assertThat(merged.mean()).isCloseTo(whole.mean(), within(1e-12 * size));
        assertThat(merged.m2()).isCloseTo(whole.m2(), within(1e-12 * Math.max(size * size, whole.m2())));
    }

    private static Moments tree(double[] values, int from, int to, Random random) {
        if (to - from <= 1) {
            return Moments.of(Arrays.copyOfRange(values, from, to));
        }
        int middle = from + random.nextInt(to - from + 1);
        if (middle == from || middle == to) {
            return Moments.of(Arrays.copyOfRange(values, from, to));
        }
        return tree(values, from, middle, random).plus(tree(values, middle, to, random));
    }

    @Property(tries = 300)
    void turningTheDifferenceRoundTurnsTheTestRound(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int count) {
        double[] values = values(seed, count);
        PairedT test = PairedT.of(Moments.of(values), 0.95);
        PairedT turned = PairedT.of(Moments.of(negated(values)), 0.95);
        if (test == null) {
            assertThat(turned).isNull();
            return;
        }
        assertThat(turned.t()).isEqualTo(-test.t());
        assertThat(turned.p()).isEqualTo(test.p()).isBetween(0.0, 1.0);
        assertThat(Moments.of(values).mean())
                .isBetween(test.interval().lower(), test.interval().upper());
        SignedRank ranks = SignedRank.of(values);
        if (ranks != null) {
            assertThat(SignedRank.of(negated(values)).p()).isCloseTo(ranks.p(), within(1e-12));
            assertThat(ranks.p()).isBetween(0.0, 1.0);
            assertThat(ranks.rankBiserial()).isBetween(-1.0, 1.0);
        }
        assertThat(HodgesLehmann.of(negated(values))).isEqualTo(-HodgesLehmann.of(values) + 0.0);
    }

    @Property(tries = 300)
    void aConstantShiftsMeanAndInterval(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int count) {
        double[] values = values(seed, count);
        PairedT test = PairedT.of(Moments.of(values), 0.95);
        double constant = 64;
        double[] shifted = Arrays.stream(values).map(value -> value + constant).toArray();
        PairedT other = PairedT.of(Moments.of(shifted), 0.95);
        if (test == null || other == null) {
            return;
        }
        double size = 1e-9
                * (1
                        + Math.abs(test.interval().lower())
                        + Math.abs(test.interval().upper()));
        assertThat(other.interval().lower()).isCloseTo(test.interval().lower() + constant, within(size));
        assertThat(other.interval().upper()).isCloseTo(test.interval().upper() + constant, within(size));
    }

    @Property(tries = 300)
    void hodgesLehmannIsTheMedianOfAllPairs(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count) {
        double[] values = values(seed, count);
        double[] means = new double[count * (count + 1) / 2];
        int at = 0;
        for (int i = 0; i < count; i++) {
            for (int j = i; j < count; j++) {
                means[at++] = (values[i] + values[j]) / 2;
            }
        }
        Arrays.sort(means);
        double median = Quantiles.ofSorted(means, 0.5);
        assertThat(HodgesLehmann.of(values)).isCloseTo(median, within(1e-12 * (1 + Math.abs(median))));
    }

    @Property(tries = 300)
    void holmIsNotBelowTheRawValueNorBelowBenjaminiHochberg(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 30) int count) {
        double[] p = new Random(seed).doubles(count).map(value -> value * value).toArray();
        double[] holm = Adjustment.holm(p);
        double[] q = Adjustment.benjaminiHochberg(p);
        for (int i = 0; i < count; i++) {
            assertThat(holm[i]).isBetween(p[i], 1.0);
            assertThat(q[i]).isBetween(p[i] * (1 - 1e-15), holm[i] * (1 + 1e-15));
        }
    }

    @Property(tries = 100)
    void equalSeedsGiveEqualIntervals(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int count) {
        int[] clusters = new int[count];
        Arrays.setAll(clusters, i -> i / 3);
        Clusters all = Clusters.of(values(seed, count), clusters);
        Bootstrap bootstrap = all.bootstrap(200, seed);
        if (bootstrap == null) {
            assertThat(all.count()).isOne();
            return;
        }
        Interval interval = bootstrap.percentile(0.95);
        assertThat(all.bootstrap(200, seed).percentile(0.95)).isEqualTo(interval);
        assertThat(interval.lower()).isLessThanOrEqualTo(interval.upper());
        Interval corrected = bootstrap.bca(0.95);
        assertThat(all.bootstrap(200, seed).bca(0.95)).isEqualTo(corrected);
        if (corrected != null) {
            assertThat(corrected.lower()).isLessThanOrEqualTo(corrected.upper());
        }
    }
}
