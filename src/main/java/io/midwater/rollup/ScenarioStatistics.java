package io.midwater.rollup;

import static java.util.Objects.requireNonNull;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.sink.AggregateTable;
import io.midwater.spark.Jobs;
import io.midwater.statistics.Adjustment;
import io.midwater.statistics.Bootstrap;
import io.midwater.statistics.Clusters;
import io.midwater.statistics.EffectSize;
import io.midwater.statistics.Friedman;
import io.midwater.statistics.HodgesLehmann;
import io.midwater.statistics.Interval;
import io.midwater.statistics.Moments;
import io.midwater.statistics.PairedT;
import io.midwater.statistics.Quantiles;
import io.midwater.statistics.SignedRank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * {@code statistics}: is the dark pool's price different, order by order? One row per scenario and population. Differences
 * are real less simulated cost on equal quantity, signed by side, in basis points. Orders of one security and date are not
 * independent, so read the cluster columns first. The differences are a model's output: a small p value speaks of the
 * model's assumptions too.
 */
public final class ScenarioStatistics {
    /** The aggregate's name. */
    public static final String NAME = "statistics";

    private static final long MOST_ROWS = 5_000_000;
    private static final int RESAMPLES = 2_000;
    private static final int FEW_CLUSTERS = 10;
    private static final double CONFIDENCE = 0.95;
    private static final String METHOD =
            "paired t; Wilcoxon signed-rank; percentile and BCa bootstrap and robust error by" + " security-date, "
                    + RESAMPLES + " resamples; Holm and Benjamini-Hochberg over scenarios";

    private final SparkSession session;
    private final List<String> scenarios;
    private final long mostRows;

    /** @param scenarios labels, in the order of the rows */
    public ScenarioStatistics(SparkSession session, List<String> scenarios) {
        this(session, scenarios, MOST_ROWS);
    }

    ScenarioStatistics(SparkSession session, List<String> scenarios, long mostRows) {
        this.session = requireNonNull(session, "session is null").newSession();
        this.scenarios = List.copyOf(scenarios);
        this.mostRows = mostRows;
        this.session.conf().set("spark.sql.datetime.java8API.enabled", "true");
        String cores = Integer.toString(session.sparkContext().defaultParallelism());
        this.session.conf().set("spark.sql.shuffle.partitions", cores);
    }

    /** The aggregates' columns, for the data dictionary. */
    public static Map<String, List<ColumnSpec>> dictionary() {
        Map<String, List<ColumnSpec>> dictionary = new LinkedHashMap<>();
        dictionary.put(NAME, StatisticsColumns.ALL);
        dictionary.put(ScenarioPairs.NAME, ScenarioPairs.COLUMNS);
        return dictionary;
    }

    /**
     * Table {@code statistics} and, against each other, {@code scenario_pairs}.
     *
     * @param simulation the Parquet files of table {@code simulation}: every published unit once
     */
    public List<AggregateTable> compute(List<String> simulation) {
        SavingsReader reader = new SavingsReader(session, scenarios, mostRows);
        SavingsReader.Savings savings = Jobs.described(
                session.sparkContext(), "Testing the savings of each scenario", () -> reader.read(simulation));
        List<Object[]> rows = new ArrayList<>();
        rows.addAll(rows(
                "survivors",
                savings.samples().stream().map(SavingsSample::survivors).toList(),
                savings.sampled()));
        rows.addAll(rows("in_study", savings.samples(), savings.sampled()));
        return List.of(
                new AggregateTable(NAME, StatisticsColumns.ALL, rows),
                ScenarioPairs.of(scenarios, savings.samples(), savings.sampled()));
    }

    private List<Object[]> rows(String population, List<SavingsSample> samples, boolean sampled) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Map<String, Object> row = new HashMap<>();
            row.put("scenario", scenarios.get(i));
            row.put("population", population);
            row.put("side", "ALL");
            row.put("method", METHOD);
            row.put("sampled", sampled);
            describe(samples.get(i), row);
            test(samples.get(i), row);
            Clusters clusters = cluster(samples.get(i), row);
            bootstrap(clusters, scenarios.get(i) + "/ALL/" + population, row);
            rows.add(row);
        }
        friedman(samples, rows);
        correct(rows);
        return rows.stream().map(row -> Rows.cells(StatisticsColumns.ALL, row)).toList();
    }

    private static void describe(SavingsSample sample, Map<String, Object> row) {
        double[] sorted = sample.sorted();
        int n = sorted.length;
        long zero = Arrays.stream(sorted).filter(value -> value == 0).count();
        long positive = Arrays.stream(sorted).filter(value -> value > 0).count();
        row.put("n", (long) n);
        row.put("n_zero", zero);
        row.put("mean_real", mean(sample.real()));
        row.put("mean_simulated", mean(sample.simulated()));
        row.put("weighted_mean_difference", sample.weightedMean());
        row.put("median", Quantiles.ofSorted(sorted, 0.5));
        row.put("p5", Quantiles.ofSorted(sorted, 0.05));
        row.put("p25", Quantiles.ofSorted(sorted, 0.25));
        row.put("p75", Quantiles.ofSorted(sorted, 0.75));
        row.put("p95", Quantiles.ofSorted(sorted, 0.95));
        double spread = mean(sample.spread());
        row.put("mean_arrival_spread", spread);
        row.put("spreads_saved", spread > 0 ? (Double) (mean(sample.savings()) / spread) : null);
        row.put("share_positive", (double) positive / n);
        row.put("hodges_lehmann", HodgesLehmann.of(sorted));
    }

    private static double mean(double[] values) {
        return values.length == 0 ? Double.NaN : Moments.of(values).mean();
    }

    static void test(SavingsSample sample, Map<String, Object> row) {
        Moments moments = Moments.of(sample.savings());
        PairedT t = PairedT.of(moments, CONFIDENCE);
        SignedRank ranks = SignedRank.of(sample.savings());
        double d = EffectSize.dz(moments);
        EffectSize size = EffectSize.of(d);
        row.put("mean_difference", mean(sample.savings()));
        row.put("std_difference", moments.deviation());
        row.put("se_difference", t == null ? null : t.standardError());
        row.put("ci_lower", t == null ? null : t.interval().lower());
        row.put("ci_upper", t == null ? null : t.interval().upper());
        row.put("t_statistic", t == null ? null : t.t());
        row.put("p_value", t == null ? null : t.p());
        row.put("cohens_d", d);
        row.put("hedges_g", EffectSize.hedgesG(moments));
        row.put("effect_size", size == null ? null : size.label());
        row.put("wilcoxon_statistic", ranks == null ? null : ranks.positive());
        row.put("wilcoxon_p_value", ranks == null ? null : ranks.p());
        row.put("rank_biserial", ranks == null ? null : ranks.rankBiserial());
    }

    static Clusters cluster(SavingsSample sample, Map<String, Object> row) {
        Clusters clusters = Clusters.of(sample.savings(), sample.clusters());
        double error = clusters.standardError();
        PairedT robust = PairedT.of(clusters.mean(), error, Math.max(1, clusters.count() - 1), CONFIDENCE);
        row.put("clusters", (long) clusters.count());
        row.put("low_clusters", clusters.count() < FEW_CLUSTERS);
        row.put("cluster_se", error);
        row.put("cluster_p_value", robust == null ? null : robust.p());
        return clusters;
    }

    private static void bootstrap(Clusters clusters, String group, Map<String, Object> row) {
        Bootstrap bootstrap = clusters.bootstrap(RESAMPLES, Clusters.seed(group));
        Interval interval = bootstrap == null ? null : bootstrap.percentile(CONFIDENCE);
        Interval corrected = bootstrap == null ? null : bootstrap.bca(CONFIDENCE);
        row.put("bootstrap_ci_lower", interval == null ? null : interval.lower());
        row.put("bootstrap_ci_upper", interval == null ? null : interval.upper());
        row.put("bootstrap_bca_ci_lower", corrected == null ? null : corrected.lower());
        row.put("bootstrap_bca_ci_upper", corrected == null ? null : corrected.upper());
    }

    private static void friedman(List<SavingsSample> samples, List<Map<String, Object>> rows) {
        List<SavingsSample> present =
                samples.stream().filter(sample -> sample.size() > 0).toList();
        List<SavingsSample> common = present.size() < 3 ? List.of() : SavingsSample.common(present);
        Friedman friedman = common.isEmpty()
                ? null
                : Friedman.of(common.stream().map(SavingsSample::savings).toArray(double[][]::new));
        for (Map<String, Object> row : rows) {
            row.put(
                    "friedman_n",
                    common.isEmpty() ? null : (Long) (long) common.get(0).size());
            row.put("friedman_statistic", friedman == null ? null : friedman.statistic());
            row.put("friedman_p_value", friedman == null ? null : friedman.p());
        }
    }

    /** The rows of one population are one family. */
    static void correct(List<Map<String, Object>> rows) {
        double[] holm = Adjustment.holm(column(rows, "p_value"));
        double[] q = Adjustment.benjaminiHochberg(column(rows, "p_value"));
        double[] ranks = Adjustment.holm(column(rows, "wilcoxon_p_value"));
        double[] robust = Adjustment.holm(column(rows, "cluster_p_value"));
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> row = rows.get(i);
            row.put("holm_p_value", holm[i]);
            row.put("bh_q_value", q[i]);
            row.put("wilcoxon_holm_p_value", ranks[i]);
            row.put("cluster_holm_p_value", robust[i]);
            boolean weak = (Boolean) row.get("low_clusters") || Double.isNaN(robust[i]);
            row.put("significant", weak ? null : (Boolean) (robust[i] < 1 - CONFIDENCE));
        }
    }

    private static double[] column(List<Map<String, Object>> rows, String name) {
        return rows.stream()
                .mapToDouble(row -> row.get(name) == null ? Double.NaN : (Double) row.get(name))
                .toArray();
    }
}
