package io.midwater.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.midwater.sink.AggregateTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten orders of four security-dates, of which two did not survive, and what SciPy says of them. */
class ScenarioStatisticsTest {
    /** By order; the tenth is a sell. */
    private static final double[] SAVINGS = {3.1, -1.2, 4.7, 0.4, 2.2, -0.9, 5.6, 1.5, -2.8, 3.9};

    private static final List<String> SCENARIOS = List.of("unlimited", "limited_50", "midpoint");

    @TempDir
    Path directory;

    private List<String> files() throws Exception {
        TableRows rows = TableRows.simulation();
        // Last first: the order of rows in a file means nothing.
        for (int i = SAVINGS.length - 1; i >= 0; i--) {
            boolean sell = i == 9;
            // 100 shares at an arrival mid of 2,000; all or half of them at the midpoint.
            double saved = SAVINGS[i] * 20;
            row(rows, i, "unlimited", sell, 100L, saved);
            row(rows, i, "limited_50", sell, 50L, saved / 2);
            row(rows, i, "midpoint", sell, 0L, 0);
        }
        rows.add(
                "scenario",
                "midpoint",
                "security_code",
                1L,
                "date",
                LocalDate.of(2024, 9, 2),
                "order_id",
                77L,
                "side",
                "BUY",
                "survivor",
                true,
                "scope_quantity",
                100L,
                "engaged",
                false);
        return rows.write(directory.resolve("simulation"));
    }

    private static void row(TableRows rows, int order, String scenario, boolean sell, long quantity, double saved) {
        double simulated = 2_000.0 * quantity;
        double real = simulated + (sell ? -saved : saved);
        rows.add(
                "scenario",
                scenario,
                "security_code",
                1L + order / 6,
                "date",
                LocalDate.of(2024, 9, 2 + order / 3 % 2),
                "order_id",
                (long) order,
                "side",
                sell ? "SELL" : "BUY",
                "survivor",
                order != 3 && order != 4,
                "scope_quantity",
                100L,
                "simulated_quantity",
                quantity,
                "simulated_value",
                quantity == 0 ? null : (Object) simulated,
                "real_value",
                quantity == 0 ? null : (Object) real,
                "savings_value",
                saved,
                "savings_base_value",
                200_000.0,
                "savings_bps",
                1e4 * saved / 200_000,
                "arrival_spread_bps",
                order < 5 ? 2.0 : 8.0,
                "engaged",
                quantity > 0);
    }

    @Test
    void testsEachScenarioAgainstReality() throws Exception {
        SparkSession session = LocalSpark.session();
        AggregateTable table =
                new ScenarioStatistics(session, SCENARIOS).compute(files()).get(0);
        assertThat(Cells.column(table, "scenario"))
                .containsExactly("unlimited", "limited_50", "midpoint", "unlimited", "limited_50", "midpoint");
        assertThat(Cells.column(table, "population").subList(0, 3)).containsOnly("survivors");
        assertThat(Cells.column(table, "n")).containsExactly(8L, 8L, 8L, 10L, 10L, 10L);

        int all = 3; // unlimited, in_study: savings of x bps
        // scipy.stats.ttest_1samp(x, 0)
        assertThat(number(table, all, "t_statistic")).isCloseTo(1.8928873692520196, within(1e-9));
        assertThat(number(table, all, "p_value")).isCloseTo(0.09091585950854555, within(1e-9));
        assertThat(number(table, all, "ci_lower")).isCloseTo(-0.32188664219993735, within(1e-9));
        assertThat(number(table, all, "mean_difference")).isCloseTo(1.65, within(1e-12));
        // All of it at the midpoint: simulated cost 0, so the real cost is the difference.
        assertThat(number(table, all, "mean_real")).isCloseTo(1.65, within(1e-12));
        assertThat(number(table, all, "mean_simulated")).isCloseTo(0, within(1e-12));
        assertThat(number(table, all, "wilcoxon_statistic")).isEqualTo(44);
        assertThat(number(table, all, "wilcoxon_p_value")).isCloseTo(0.10546875, within(1e-12));
        assertThat(number(table, all, "hodges_lehmann")).isCloseTo(1.75, within(1e-12));
        assertThat(number(table, all, "median")).isCloseTo(1.85, within(1e-12));
        assertThat(number(table, all, "share_positive")).isEqualTo(0.7);
        // Half the orders met a spread of 2 bps, half one of 8: 1.65 / 5.
        assertThat(number(table, all, "mean_arrival_spread")).isEqualTo(5);
        assertThat(number(table, all, "spreads_saved")).isCloseTo(0.33, within(1e-12));
        assertThat(Cells.cell(table, all, "effect_size")).isEqualTo("medium"); // 1.65 / 2.7565 = 0.599
        // (1, 2 Sep): 0 1 2; (1, 3 Sep): 3 4 5; (2, 2 Sep): 6 7 8; (2, 3 Sep): 9. Deviations from 1.65 add up to
        // 1.65, −3.25, −0.65, 2.25: √(4 / 3 × (2.7225 + 10.5625 + 0.4225 + 5.0625)) / 10 = 0.50027.
        assertThat(Cells.cell(table, all, "clusters")).isEqualTo(4L);
        assertThat(number(table, all, "cluster_se")).isCloseTo(Math.sqrt(4.0 / 3 * 18.77) / 10, within(1e-9));
        // Four clusters with sums of 6.6, 1.7, 4.3 and 3.9: the corrected interval holds the mean and lies elsewhere.
        assertThat(1.65)
                .isBetween(number(table, all, "bootstrap_bca_ci_lower"), number(table, all, "bootstrap_bca_ci_upper"));
        assertThat(number(table, all, "bootstrap_bca_ci_lower")).isNotEqualTo(number(table, all, "bootstrap_ci_lower"));
        assertThat(Cells.cell(table, all, "low_clusters")).isEqualTo(true);
        assertThat(Cells.cell(table, all, "significant")).isNull();

        // Half of each saving, so the same t; two questions that can be asked, so Holm doubles both.
        assertThat(number(table, 4, "p_value")).isCloseTo(0.09091585950854555, within(1e-9));
        assertThat(number(table, all, "holm_p_value")).isCloseTo(2 * 0.09091585950854555, within(1e-9));
        assertThat(number(table, all, "bh_q_value")).isCloseTo(0.09091585950854555, within(1e-9));

        // t = 1.65 / 0.50027 = 3.298 with 3 degrees of freedom: scipy.stats.t.sf(3.298, 3) * 2 = 0.0458, doubled by
        // Holm.
        assertThat(number(table, all, "cluster_p_value")).isCloseTo(0.0458, within(5e-4));
        assertThat(number(table, all, "cluster_holm_p_value"))
                .isCloseTo(2 * number(table, all, "cluster_p_value"), within(1e-12));

        // Nothing matched at the midpoint: no difference anywhere, so nothing to test.
        assertThat(Cells.cell(table, 5, "n_zero")).isEqualTo(10L);
        assertThat(number(table, 5, "mean_difference")).isZero();
        for (String column : List.of("t_statistic", "p_value", "holm_p_value", "wilcoxon_p_value", "cohens_d")) {
            assertThat(Cells.cell(table, 5, column)).as(column).isNull();
        }
        // Ranks of (x, x / 2, 0): 3 2 1 for the seven gains, 1 2 3 for the three losses: sums 24, 20, 16;
        // 12 / (3 × 10 × 4) × (576 + 400 + 256) − 3 × 10 × 4 = 123.2 − 120 = 3.2.
        assertThat(Cells.cell(table, all, "friedman_n")).isEqualTo(10L);
        assertThat(number(table, all, "friedman_statistic")).isCloseTo(3.2, within(1e-9));
        assertThat(Cells.cell(table, all, "sampled")).isEqualTo(false);
    }

    @Test
    void testsEachScenarioAgainstTheOthers() throws Exception {
        AggregateTable table = new ScenarioStatistics(LocalSpark.session(), SCENARIOS)
                .compute(files())
                .get(1);
        assertThat(table.name()).isEqualTo("scenario_pairs");
        assertThat(Cells.column(table, "scenario").subList(3, 6))
                .containsExactly("unlimited", "unlimited", "limited_50");
        assertThat(Cells.column(table, "other_scenario").subList(3, 6))
                .containsExactly("limited_50", "midpoint", "midpoint");
        assertThat(Cells.column(table, "n")).containsExactly(8L, 8L, 8L, 10L, 10L, 10L);
        // In study: x less x / 2, x less 0, x / 2 less 0. All have the t of x, so Holm multiplies each p by 3.
        assertThat(number(table, 3, "mean_difference")).isCloseTo(0.825, within(1e-12));
        assertThat(number(table, 4, "mean_difference")).isCloseTo(1.65, within(1e-12));
        for (int pair = 3; pair < 6; pair++) {
            assertThat(number(table, pair, "t_statistic")).isCloseTo(1.8928873692520196, within(1e-9));
            assertThat(number(table, pair, "holm_p_value")).isCloseTo(3 * 0.09091585950854555, within(1e-9));
            assertThat(number(table, pair, "wilcoxon_p_value")).isCloseTo(0.10546875, within(1e-12));
            assertThat(Cells.cell(table, pair, "clusters")).isEqualTo(4L);
            assertThat(Cells.cell(table, pair, "significant")).isNull();
        }
        assertThat(number(table, 4, "cluster_se")).isCloseTo(Math.sqrt(4.0 / 3 * 18.77) / 10, within(1e-9));
    }

    @Test
    void samplesTheSameOrdersWhenThereAreTooMany() throws Exception {
        List<String> files = files();
        AggregateTable table = new ScenarioStatistics(LocalSpark.session(), SCENARIOS, 15)
                .compute(files)
                .get(0);
        assertThat(Cells.column(table, "sampled")).containsOnly(true);
        long drawn = (Long) Cells.cell(table, 3, "n");
        assertThat(drawn).isBetween(1L, 9L);
        assertThat(Cells.column(table, "n").subList(3, 6)).containsOnly(drawn);
        assertThat(Cells.cell(table, 3, "friedman_n")).isEqualTo(drawn);
    }

    @Test
    void withoutOrdersThereAreOnlyZerosAndNulls() {
        AggregateTable table = new ScenarioStatistics(LocalSpark.session(), SCENARIOS)
                .compute(List.of())
                .get(0);
        assertThat(Cells.column(table, "n")).containsOnly(0L);
        assertThat(Cells.column(table, "mean_difference")).containsOnlyNulls();
        assertThat(Cells.column(table, "median")).containsOnlyNulls();
    }

    private static double number(AggregateTable table, int row, String column) {
        return (Double) Cells.cell(table, row, column);
    }
}
