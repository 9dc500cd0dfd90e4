package io.midwater.rollup;

import static io.midwater.rollup.StatisticsColumns.bps;
import static io.midwater.rollup.StatisticsColumns.named;
import static io.midwater.rollup.StatisticsColumns.number;
import static io.midwater.rollup.StatisticsColumns.text;
import static io.midwater.rollup.StatisticsColumns.whole;

import io.midwater.domain.table.ColumnSpec;
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

    static final List<ColumnSpec> COLUMNS = List.of(
            named("scenario"),
            text("other_scenario", "the scenario it is compared with"),
            text("population", "survivors or in_study, as in statistics"),
            whole("n", "orders with savings_bps in both"),
            whole("n_zero", "of them with the same in both"),
            bps("mean_difference", "mean of savings_bps less savings_bps of the other; positive: scenario saves more"),
            bps("std_difference", "sample standard deviation (n − 1)"),
            bps("se_difference", "std_difference / √n; null where all differences are equal"),
            named("ci_lower"),
            named("ci_upper"),
            named("t_statistic"),
            named("p_value"),
            number("holm_p_value", "p_value corrected over the pairs of the population (Holm)"),
            named("cohens_d"),
            named("wilcoxon_p_value"),
            named("wilcoxon_holm_p_value"),
            named("clusters"),
            named("low_clusters"),
            named("cluster_se"),
            named("cluster_p_value"),
            named("cluster_holm_p_value"),
            named("significant"),
            named("sampled"));

    private ScenarioPairs() {}

    /** @param samples one per scenario */
    static AggregateTable of(List<String> scenarios, List<SavingsSample> samples, boolean sampled) {
        List<Object[]> rows = new ArrayList<>();
        List<SavingsSample> survivors =
                samples.stream().map(SavingsSample::survivors).toList();
        rows.addAll(rows("survivors", scenarios, survivors, sampled));
        rows.addAll(rows("in_study", scenarios, samples, sampled));
        return new AggregateTable(NAME, COLUMNS, rows);
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
}
