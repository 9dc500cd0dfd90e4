package io.midwater.rollup;

import io.midwater.sink.AggregateColumn.Type;
import io.midwater.sink.AggregateTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code scenario_pairs}: each scenario against each other one, order by order. Where more than two are compared,
 * {@code friedman_p_value} of {@code statistics} asks first whether any differ. {@code limited_50} follows from
 * {@code unlimited}, so that pair says nothing new.
 */
final class ScenarioPairs {
    static final String NAME = "scenario_pairs";

    private static final String BPS = "bps of arrival mid";

    static final List<RollupColumn> COLUMNS = List.of(
            text("scenario", "simulated scenario"),
            text("other_scenario", "the scenario it is compared with"),
            text("population", "survivors or in_study, as in statistics"),
            whole("n", "orders with savings_bps in both"),
            whole("n_zero", "of them with the same in both"),
            bps("mean_difference", "mean of savings_bps less savings_bps of the other; positive: scenario saves more"),
            bps("std_difference", "sample standard deviation (n − 1)"),
            bps("se_difference", "std_difference / √n; null where all differences are equal"),
            bps("ci_lower", "lower end of the 95 % interval of mean_difference, from the t quantile"),
            bps("ci_upper", "upper end"),
            number("t_statistic", "mean_difference / se_difference"),
            number("p_value", "two-sided, n − 1 degrees of freedom; takes orders as independent"),
            number("holm_p_value", "p_value corrected over the pairs of the population (Holm)"),
            number("cohens_d", "d_z: mean_difference / std_difference"),
            number("wilcoxon_p_value", "signed-rank test, as in statistics"),
            number("wilcoxon_holm_p_value", "wilcoxon_p_value corrected as holm_p_value"),
            whole("clusters", "security-dates"),
            new RollupColumn("low_clusters", Type.BOOLEAN, "", "fewer than 10 clusters: errors and intervals are weak"),
            bps("cluster_se", "standard error of mean_difference, robust to dependence in clusters; null below two"),
            number("cluster_p_value", "two-sided, clusters − 1 degrees of freedom"),
            number("cluster_holm_p_value", "cluster_p_value corrected as holm_p_value"),
            new RollupColumn(
                    "significant",
                    Type.BOOLEAN,
                    "",
                    "cluster_holm_p_value < 0.05; null where low_clusters or without that value"),
            new RollupColumn("sampled", Type.BOOLEAN, "", "as in statistics"));

    private ScenarioPairs() {}

    /** @param samples one per scenario */
    static AggregateTable of(List<String> scenarios, List<SavingsSample> samples, boolean sampled) {
        List<Object[]> rows = new ArrayList<>();
        List<SavingsSample> survivors =
                samples.stream().map(SavingsSample::survivors).toList();
        rows.addAll(rows("survivors", scenarios, survivors, sampled));
        rows.addAll(rows("in_study", scenarios, samples, sampled));
        return Rows.table(NAME, COLUMNS, rows);
    }

    private static List<Object[]> rows(
            String population, List<String> scenarios, List<SavingsSample> samples, boolean sampled) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            for (int j = i + 1; j < scenarios.size(); j++) {
                List<SavingsSample> both = SavingsSample.common(List.of(samples.get(i), samples.get(j)));
                SavingsSample difference = both.get(0).less(both.get(1));
                Map<String, Object> row = new HashMap<>();
                row.put("scenario", scenarios.get(i));
                row.put("other_scenario", scenarios.get(j));
                row.put("population", population);
                row.put("sampled", sampled);
                row.put("n", (long) difference.size());
                row.put(
                        "n_zero",
                        Arrays.stream(difference.savings())
                                .filter(value -> value == 0)
                                .count());
                ScenarioStatistics.test(difference, row);
                ScenarioStatistics.cluster(difference, row);
                rows.add(row);
            }
        }
        ScenarioStatistics.correct(rows);
        return rows.stream().map(row -> Rows.cells(COLUMNS, row)).toList();
    }

    private static RollupColumn text(String name, String description) {
        return new RollupColumn(name, Type.TEXT, "", description);
    }

    private static RollupColumn whole(String name, String description) {
        return new RollupColumn(name, Type.LONG, "", description);
    }

    private static RollupColumn number(String name, String description) {
        return new RollupColumn(name, Type.DOUBLE, "", description);
    }

    private static RollupColumn bps(String name, String description) {
        return new RollupColumn(name, Type.DOUBLE, BPS, description);
    }
}
