package io.midwater.rollup;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import java.util.List;

/** What the aggregate {@code statistics} says of one scenario and population. */
final class StatisticsColumns {
    private static final String BPS = "bps of arrival mid";

    static final List<ColumnSpec> ALL = List.of(
            text("scenario", "simulated scenario"),
            text("population", "survivors: filled by trading in reality; in_study: any outcome"),
            text("side", "ALL: differences are signed by side, so both sides are one sample"),
            text("method", "what stands behind each group of columns"),
            whole("n", "orders compared: real and simulated on equal quantity"),
            whole("n_zero", "of them without any difference"),
            bps("mean_real", "mean real cost of the simulated quantity, S × (price − arrival mid); cost positive"),
            bps("mean_simulated", "mean simulated cost of the same quantity; cost positive"),
            bps("mean_difference", "mean of savings_bps: mean_real − mean_simulated; positive: dark better"),
            bps("weighted_mean_difference", "mean of savings_bps weighted by scope quantity × arrival mid"),
            bps("std_difference", "sample standard deviation (n − 1) of savings_bps; null below two orders"),
            bps("se_difference", "std_difference / √n; null below two orders or where all differences are equal"),
            bps("ci_lower", "lower end of the 95 % interval of mean_difference, from the t quantile"),
            bps("ci_upper", "upper end"),
            number("t_statistic", "mean_difference / se_difference"),
            number("p_value", "two-sided, n − 1 degrees of freedom; takes orders as independent"),
            new ColumnSpec(
                    "significant",
                    ColumnType.BOOLEAN,
                    "",
                    "cluster_holm_p_value < 0.05; null where low_clusters or without that value"),
            number("cohens_d", "d_z: mean_difference / std_difference"),
            number("hedges_g", "cohens_d less its bias in small samples"),
            text("effect_size", "negligible below 0.2, small below 0.5, medium below 0.8, large: of cohens_d's size"),
            bps("mean_arrival_spread", "mean quoted spread on arrival of the orders compared"),
            new ColumnSpec(
                    "spreads_saved",
                    ColumnType.DOUBLE,
                    "spreads",
                    "economic size: mean_difference / mean_arrival_spread; null where all arrival quotes were locked"),
            bps("median", "median of savings_bps"),
            bps("p5", "quantile of savings_bps, linear between neighbours"),
            bps("p25", "quantile"),
            bps("p75", "quantile"),
            bps("p95", "quantile"),
            new ColumnSpec("share_positive", ColumnType.DOUBLE, "0..1", "orders with savings_bps > 0, of n"),
            number("wilcoxon_statistic", "rank sum of the positive differences, zeros dropped, mid-ranks"),
            number("wilcoxon_p_value", "two-sided; exact up to 25 without ties, else normal, ties and continuity"),
            number("wilcoxon_holm_p_value", "wilcoxon_p_value corrected as holm_p_value"),
            number("rank_biserial", "(positive − negative rank sum) / their sum"),
            bps("hodges_lehmann", "median of the means of all pairs of differences"),
            whole("clusters", "security-days, taken as independent"),
            new ColumnSpec(
                    "low_clusters", ColumnType.BOOLEAN, "", "fewer than 10 clusters: errors and intervals are weak"),
            bps("cluster_se", "standard error of mean_difference, robust to dependence in clusters; null below two"),
            number("cluster_p_value", "two-sided, mean_difference / cluster_se, clusters − 1 degrees of freedom"),
            number("cluster_holm_p_value", "cluster_p_value corrected as holm_p_value"),
            bps("bootstrap_ci_lower", "95 % percentile interval of mean_difference, whole clusters drawn"),
            bps("bootstrap_ci_upper", "upper end; null below two clusters"),
            bps(
                    "bootstrap_bca_ci_lower",
                    "95 % interval from the same resamples, corrected for bias and skewness (BCa); null also where all"
                            + " clusters say the same"),
            bps("bootstrap_bca_ci_upper", "upper end"),
            number("holm_p_value", "p_value corrected over the scenarios of the population (Holm)"),
            number("bh_q_value", "p_value corrected over the scenarios of the population (Benjamini-Hochberg)"),
            whole("friedman_n", "orders of the population with a difference in every scenario that has any"),
            number("friedman_statistic", "chi-squared of the scenarios' ranks within those orders; null below three"),
            number("friedman_p_value", "scenarios − 1 degrees of freedom"),
            new ColumnSpec(
                    "sampled",
                    ColumnType.BOOLEAN,
                    "",
                    "true where orders were drawn by a hash of their id, to bound memory"));

    private StatisticsColumns() {}

    /** The column of that name, for another aggregate where it means the same. */
    static ColumnSpec named(String name) {
        return ALL.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("statistics has no column " + name));
    }

    static ColumnSpec text(String name, String description) {
        return new ColumnSpec(name, ColumnType.TEXT, "", description);
    }

    static ColumnSpec whole(String name, String description) {
        return new ColumnSpec(name, ColumnType.LONG, "", description);
    }

    static ColumnSpec number(String name, String description) {
        return new ColumnSpec(name, ColumnType.DOUBLE, "", description);
    }

    static ColumnSpec bps(String name, String description) {
        return new ColumnSpec(name, ColumnType.DOUBLE, BPS, description);
    }
}
