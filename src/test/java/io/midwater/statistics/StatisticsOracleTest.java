package io.midwater.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Against numbers computed with SciPy 1.17.1; the call stands beside each. */
class StatisticsOracleTest {
    private static final double[] X = {3.1, -1.2, 4.7, 0.4, 2.2, -0.9, 5.6, 1.5, -2.8, 3.9};
    private static final double[] TIED = {
        1, 1, 2, -1, 3, 0, 0, 4, -2, 2, 5, -3, 1, 6, 2, -1, 7, 3, -4, 8, 2, 1, 9, -5, 3, 2, 1, 10, -1, 4
    };

    @Test
    void twentyFourOrdersOfAnEarlierStudy() {
        // n = 24, mean 19.17, s = 25.65 (its σ of 25.11 is the population's: 25.11 × √(24 / 23) = 25.65).
        Moments differences = new Moments(24, 19.17, 25.65 * 25.65 * 23);
        PairedT test = PairedT.of(differences, 0.95);
        // se = 25.65 / √24 = 5.236; scipy.stats.t.ppf(.975, 23) = 2.0686576104190486.
        assertThat(test.standardError()).isCloseTo(5.236, within(5e-4));
        assertThat(test.interval().lower()).isCloseTo(8.338954909164238, within(1e-9));
        assertThat(test.interval().upper()).isCloseTo(30.001045090835767, within(1e-9));
        assertThat(test.t()).isCloseTo(3.661342562896961, within(1e-12));
        assertThat(test.p()).isCloseTo(0.0012990779453897175, within(1e-12));
        // 19.17 / 25.65 = 0.747; × (1 − 3 / (4 × 23 − 1)) = 0.967.
        assertThat(EffectSize.dz(differences)).isCloseTo(0.747, within(5e-4));
        assertThat(EffectSize.hedgesG(differences)).isCloseTo(0.72, within(5e-3));
        assertThat(EffectSize.of(EffectSize.dz(differences))).isEqualTo(EffectSize.MEDIUM);
    }

    @Test
    void pairedT() {
        // scipy.stats.ttest_1samp(x, 0), .confidence_interval(.95)
        PairedT test = PairedT.of(Moments.of(X), 0.95);
        assertThat(test.t()).isCloseTo(1.8928873692520196, within(1e-12));
        assertThat(test.p()).isCloseTo(0.09091585950854555, within(1e-12));
        assertThat(test.interval().lower()).isCloseTo(-0.32188664219993735, within(1e-9));
        assertThat(test.interval().upper()).isCloseTo(3.621886642199937, within(1e-9));
    }

    @Test
    void pairedTNeedsTwoDifferentValues() {
        assertThat(PairedT.of(Moments.of(), 0.95)).isNull();
        assertThat(PairedT.of(Moments.of(3), 0.95)).isNull();
        assertThat(PairedT.of(Moments.of(3, 3, 3), 0.95)).isNull();
        assertThat(EffectSize.dz(Moments.of(3, 3))).isNaN();
    }

    @Test
    void signedRankExact() {
        // scipy.stats.wilcoxon(x, method='exact'): smaller rank sum 11 of 55, p 0.10546875
        SignedRank test = SignedRank.of(X);
        assertThat(test.exact()).isTrue();
        assertThat(test.positive()).isEqualTo(44);
        assertThat(test.p()).isEqualTo(0.10546875);
        assertThat(test.rankBiserial()).isCloseTo((44.0 - 11) / 55, within(1e-15));
    }

    @Test
    void signedRankOfFewDifferencesByHand() {
        // Ranks 1 (−), 2, 3: negative sum 1; sign choices with a sum of 0 or 1: 2 of 8; two-sided 4 / 8.
        assertThat(SignedRank.of(-1, 2, 3).p()).isEqualTo(0.5);
        assertThat(SignedRank.of(0, 0, 5).p()).isEqualTo(1);
        assertThat(SignedRank.of(0, 0)).isNull();
    }

    @Test
    void signedRankWithTies() {
        // scipy.stats.wilcoxon(y, zero_method='wilcox', correction=True, method='approx'): 28 other than 0
        SignedRank test = SignedRank.of(TIED);
        assertThat(test.exact()).isFalse();
        assertThat(test.n()).isEqualTo(28);
        assertThat(test.positive()).isEqualTo(322);
        assertThat(test.p()).isCloseTo(0.006724080063507004, within(1e-9));
    }

    @Test
    void hodgesLehmann() {
        // numpy.median([(a + b) / 2 for i, a in enumerate(x) for b in x[i:]])
        assertThat(HodgesLehmann.of(X)).isCloseTo(1.75, within(1e-15));
        assertThat(HodgesLehmann.of(TIED)).isEqualTo(2);
        assertThat(HodgesLehmann.of(-7)).isEqualTo(-7);
        assertThat(HodgesLehmann.of()).isNaN();
    }

    @Test
    void quantiles() {
        // numpy.quantile(x, [.05, .25, .5, .75, .95])
        double[] sorted = X.clone();
        Arrays.sort(sorted);
        assertThat(Quantiles.ofSorted(sorted, 0.05)).isCloseTo(-2.08, within(1e-12));
        assertThat(Quantiles.ofSorted(sorted, 0.25)).isCloseTo(-0.575, within(1e-12));
        assertThat(Quantiles.ofSorted(sorted, 0.5)).isCloseTo(1.85, within(1e-12));
        assertThat(Quantiles.ofSorted(sorted, 0.95)).isCloseTo(5.195, within(1e-12));
        assertThat(Quantiles.ofSorted(sorted, 1)).isEqualTo(5.6);
    }

    @Test
    void friedman() {
        // scipy.stats.friedmanchisquare(a, b, c)
        Friedman test = Friedman.of(
                new double[] {1.0, 2.0, 3.5, 4.0, 2.2, 6.1},
                new double[] {1.5, 2.0, 2.5, 5.0, 3.3, 7.0},
                new double[] {0.5, 3.0, 3.5, 4.5, 4.4, 8.2});
        assertThat(test.statistic()).isCloseTo(2.818181818181813, within(1e-12));
        assertThat(test.p()).isCloseTo(0.24436533250890063, within(1e-9));
        assertThat(Friedman.of(new double[] {1, 1}, new double[] {1, 1}, new double[] {1, 1}))
                .isNull();
    }

    @Test
    void aVerySmallProbabilityIsNotNone() {
        // 50 subjects rank three treatments alike: 12 / (3 × 50 × 4) × (50² + 100² + 150²) − 3 × 50 × 4 = 100. With two
        // degrees of freedom the tail is e^(−100 / 2).
        double[][] values = new double[3][50];
        Arrays.fill(values[1], 1);
        Arrays.fill(values[2], 2);

        Friedman test = Friedman.of(values);
        assertThat(test.statistic()).isCloseTo(100, within(1e-9));
        assertThat(test.p()).isCloseTo(1.9287498479639178e-22, within(1e-30));
    }

    @Test
    void mcNemar() {
        // scipy.stats.binomtest(3, 15, .5).pvalue
        assertThat(McNemar.p(3, 12)).isCloseTo(0.03515625, within(1e-12));
        assertThat(McNemar.p(0, 0)).isEqualTo(1);
    }

    @Test
    void adjustments() {
        // Sorted 0.005, 0.01, 0.03, 0.04; Holm × 4, 3, 2, 1: 0.02, 0.03, 0.06, then not below 0.06.
        assertThat(Adjustment.holm(0.01, 0.04, Double.NaN, 0.03, 0.005))
                .containsExactly(new double[] {0.03, 0.06, Double.NaN, 0.06, 0.02}, within(1e-15));
        // scipy.stats.false_discovery_control([.01, .04, .03, .005], method='bh')
        assertThat(Adjustment.benjaminiHochberg(0.01, 0.04, 0.03, 0.005))
                .containsExactly(new double[] {0.02, 0.04, 0.04, 0.02}, within(1e-15));
        assertThatThrownBy(() -> Adjustment.holm(1.5)).hasMessage("p must be 0 to 1, was 1.5");
    }

    @Test
    void clusteredError() {
        // Mean 2; deviations by cluster: (−1 + 0), (2 − 2 − 3), (1 + 3), 0 = −1, −3, 4, 0;
        // √(4 / 3 × (1 + 9 + 16)) / 8 = 0.7359800721939872.
        Clusters clusters = Clusters.of(new double[] {1, 2, 4, 0, -1, 3, 5, 2}, new int[] {0, 0, 1, 1, 1, 2, 2, 3});
        assertThat(clusters.count()).isEqualTo(4);
        assertThat(clusters.standardError()).isCloseTo(0.7359800721939872, within(1e-12));
        assertThat(Clusters.of(new double[] {1, 2}, new int[] {5, 5}).standardError())
                .isNaN();
        assertThat(Clusters.of(new double[] {1, 2}, new int[] {5, 5}).bootstrap(100, 1))
                .isNull();
    }

    @Test
    void bootstrapDrawsWholeClusters() {
        // Two clusters of mean 0 and 10 and equal size: means of resamples are 0, 5 or 10; a quarter each at the ends.
        Clusters clusters = Clusters.of(new double[] {0, 0, 10, 10}, new int[] {0, 0, 1, 1});
        Bootstrap bootstrap = clusters.bootstrap(2_000, Clusters.seed("limited_50/ALL/survivors"));
        assertThat(bootstrap.percentile(0.95)).isEqualTo(new Interval(0, 10));
        assertThat(bootstrap.percentile(0.4)).isEqualTo(new Interval(5, 5));
        // Symmetric: nothing to correct.
        assertThat(bootstrap.bca(0.95)).isEqualTo(new Interval(0, 10));
    }

    @Test
    void accelerationByHand() {
        // Means without one of 0, 0, 0, 4: 4/3 three times, 0; their mean 1, so deviations 1 − 4/3 = −1/3 three times,
        // 1.
        // Cubes 1 − 3/27 = 8/9, squares 1 + 3/9 = 4/3; 8/9 / (6 × (4/3)^1.5) = 0.0962250448649376.
        Bootstrap bootstrap =
                Clusters.of(new double[] {0, 0, 0, 4}, new int[] {0, 1, 2, 3}).bootstrap(10, 1);
        assertThat(bootstrap.acceleration()).isCloseTo(0.0962250448649376, within(1e-15));
    }

    @Test
    void correctedQuantilesByHand() {
        // 99 resamples 1 … 99 around a mean of 40: 39 below and one equal, a share of 39.5 / 99 = 0.398990.
        double[] resamples = new double[99];
        Arrays.setAll(resamples, i -> i + 1);
        // norm = scipy.stats.norm; z = norm.ppf(39.5 / 99); q = lambda p: norm.cdf(z + (z + norm.ppf(p)) / (1 - .1 * (z
        // +
        // norm.ppf(p)))); 1 + 98 * q(.025), 1 + 98 * q(.975)
        Interval interval = new Bootstrap(40, resamples, 0.1).bca(0.95);
        assertThat(interval.lower()).isCloseTo(2.8844969606658593, within(1e-9));
        assertThat(interval.upper()).isCloseTo(95.46364962860677, within(1e-9));
        assertThat(new Bootstrap(100, resamples, 0.1).bca(0.95)).isNull();
        assertThat(new Bootstrap(40, resamples, Double.NaN).bca(0.95)).isNull();
    }

    @Test
    void bootstrapOfSkewedClusters() {
        // s, n: sums and sizes of twelve clusters. scipy.stats.bootstrap((s, n), lambda s, n, axis=-1: s.sum(axis) /
        // n.sum(axis), paired=True, n_resamples=500_000, batch=10_000, rng=1, method='BCa'): 1.150, 4.400;
        // method='percentile': 0.841, 4.097.
        double[] sums = {3.1, -1.2, 9.4, 0.4, 2.2, -0.9, 15.6, 1.5, -2.8, 3.9, 30.0, 7.5};
        int[] sizes = {1, 1, 2, 1, 3, 1, 4, 1, 2, 3, 5, 2};
        double[] values = new double[26];
        int[] clusters = new int[26];
        for (int i = 0, at = 0; i < sums.length; i++) {
            for (int k = 0; k < sizes[i]; k++) {
                values[at] = sums[i] / sizes[i];
                clusters[at++] = i;
            }
        }
        Bootstrap bootstrap = Clusters.of(values, clusters).bootstrap(200_000, 1);
        assertThat(bootstrap.bca(0.95).lower()).isCloseTo(1.150, within(0.02));
        assertThat(bootstrap.bca(0.95).upper()).isCloseTo(4.403, within(0.03));
        assertThat(bootstrap.percentile(0.95).lower()).isCloseTo(0.842, within(0.02));
        assertThat(bootstrap.percentile(0.95).upper()).isCloseTo(4.098, within(0.02));
    }
}
