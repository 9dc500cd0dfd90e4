package io.midwater.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Each scenario against the real executions: how much of it trades, what that saves, and how sure that is. */
final class Savings {
    private static final String SURVIVORS = "survivors";
    private static final String ALONE = "fewer than two security-days";
    private static final String NO_SAVINGS = "no order whose savings are known";

    private final ReportData data;
    private final Pictures pictures;

    Savings(ReportData data, Pictures pictures) {
        this.data = data;
        this.pictures = pictures;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Table engaged = engaged();
        Table statistics = statistics();
        if (!engaged.rows().isEmpty()) {
            blocks.add(new Block.Grid(engaged, false));
        }
        if (!statistics.rows().isEmpty()) {
            blocks.add(new Block.Charts(List.of(intervals(SURVIVORS), intervals("in_study"))));
            blocks.add(new Block.Grid(statistics, false));
        }
        if (blocks.isEmpty()) {
            blocks.add(new Block.Prose("No scenario was simulated, or aggregates scenario_comparison and statistics are"
                    + " not in this output."));
        }
        return blocks;
    }

    private Table engaged() {
        List<Figures> scenarios = data.aggregate("scenario_comparison").stream()
                .filter(row -> "ALL".equals(row.text("fill_class")))
                .toList();
        return Tabulation.of(
                        Tabulation.Item.text("Scenario", row -> row.text("scenario")),
                        Tabulation.Item.count("Study orders", "orders"),
                        Tabulation.Item.count("Engaged", "orders", "engaged_orders"),
                        Tabulation.Item.number(
                                "Engaged", "% of orders", "engaged_ratio", Format::percent, "no study order"),
                        Tabulation.Item.count("Studied", "shares", "scope_quantity"),
                        Tabulation.Item.number(
                                "Traded in the dark",
                                "% of studied shares",
                                "simulated_ratio",
                                Format::percent,
                                "nothing was studied"),
                        Tabulation.Item.number(
                                "Savings", "currency, + = dark better", "savings_value", data::money, NO_SAVINGS),
                        Tabulation.Item.number(
                                "Savings",
                                "bps of studied value, + = dark better",
                                "savings_bps",
                                Format::bps,
                                NO_SAVINGS),
                        Tabulation.Item.number(
                                "Mean savings",
                                "bps, engaged orders",
                                "mean_engaged_savings_bps",
                                Format::bps,
                                "no engaged order whose savings are known"),
                        new Tabulation.Item(
                                Table.Column.number("Filled in full", "% points, simulated less real, and 95 %"),
                                Savings::full))
                .table(
                        "How much of each scenario trades, and what it saves",
                        scenarios,
                        "Engaged: some shares trade in the dark. Shares that do not trade count with savings of 0."
                                + " unlimited, limited_50 and price_impact assume that a counterparty exists; only"
                                + " midpoint looks for one, and only midpoint includes orders that did not fill in"
                                + " reality. Without a real price to compare with, those have no savings.");
    }

    private static Cell full(Figures row) {
        Double difference = row.number("full_difference");
        if (difference == null) {
            return Cell.none("the scenario assumes its fills, or there is no study order");
        }
        Double lower = row.number("full_difference_ci_lower");
        Double upper = row.number("full_difference_ci_upper");
        return Cell.of(Format.decimals(100 * difference, 2)
                + (lower == null || upper == null
                        ? ""
                        : " (" + Format.decimals(100 * lower, 2) + " to " + Format.decimals(100 * upper, 2) + ")"));
    }

    private Table statistics() {
        Tabulation tabulation = Tabulation.of(
                Tabulation.Item.text("Scenario", row -> row.text("scenario")),
                Tabulation.Item.text("Population", row -> Format.words(row.text("population"))),
                Tabulation.Item.count("n", "orders", "n"),
                bps("Mean savings", "bps, + = dark better", "mean_difference"),
                new Tabulation.Item(Table.Column.number("95 % interval", "bps"), Savings::interval),
                bps("Weighted mean", "bps", "weighted_mean_difference"),
                bps("Median", "bps", "median"),
                Tabulation.Item.number("Positive", "% of orders", "share_positive", Format::percent, NO_SAVINGS),
                Tabulation.Item.number(
                        "p-value, clustered",
                        "Holm-corrected",
                        "cluster_holm_p_value",
                        Format::probability,
                        ALONE + ", or no differences"),
                Tabulation.Item.number(
                        "p-value, Wilcoxon",
                        "Holm-corrected, orders as independent",
                        "wilcoxon_holm_p_value",
                        Format::probability,
                        "no differences"),
                new Tabulation.Item(Table.Column.number("Effect size", "Cohen's d_z"), Savings::effect),
                Tabulation.Item.count("Clusters", "security-days", "clusters"));
        return tabulation.table(
                "Savings of each scenario against the real executions",
                data.aggregate("statistics"),
                "bps of the arrival value of the whole quantity studied: shares that the scenario does not trade count"
                        + " with 0. Signed by side: positive means that the dark pool was better. The traded shares are"
                        + " compared with the order's own average price, in midpoint that of its fills after the entry."
                        + " Intervals are percentile bootstraps over whole security-days. Survivors were filled"
                        + " completely by trading; the study includes every outcome. Read the clustered p-value first.");
    }

    private static Cell interval(Figures row) {
        Double lower = row.number("bootstrap_ci_lower");
        Double upper = row.number("bootstrap_ci_upper");
        return lower == null || upper == null
                ? Cell.none(ALONE)
                : Cell.of(Format.bps(lower) + " to " + Format.bps(upper));
    }

    private static Cell effect(Figures row) {
        Double d = row.number("cohens_d");
        return d == null ? Cell.none("no differences") : Cell.of(Format.decimals(d, 2));
    }

    private static Tabulation.Item bps(String title, String unit, String column) {
        return Tabulation.Item.number(title, unit, column, Format::bps, NO_SAVINGS);
    }

    private Block.Picture intervals(String population) {
        List<Figures> rows = data.aggregate("statistics").stream()
                .filter(row -> population.equals(row.text("population")))
                .toList();
        return pictures.of(
                "Mean savings, " + (population.equals(SURVIVORS) ? "survivors" : "whole study"),
                "bps of arrival mid, positive = dark better",
                new Chart.Intervals(
                        rows.stream().map(row -> row.text("scenario")).toList(),
                        rows.stream().map(row -> row.number("mean_difference")).toList(),
                        rows.stream()
                                .map(row -> row.number("bootstrap_ci_lower"))
                                .toList(),
                        rows.stream()
                                .map(row -> row.number("bootstrap_ci_upper"))
                                .toList()),
                null);
    }

    /** What the midpoint pool would have saved, in words. */
    List<String> findings() {
        return data.aggregate("statistics").stream()
                .filter(row -> "midpoint".equals(row.text("scenario")) && row.has("mean_difference"))
                .map(Savings::midpoint)
                .toList();
    }

    private static String midpoint(Figures row) {
        double mean = row.number("mean_difference");
        Double lower = row.number("bootstrap_ci_lower");
        Double upper = row.number("bootstrap_ci_upper");
        String verdict = row.has("significant")
                ? row.is("significant") ? "significant after Holm's correction" : "not significant"
                : "significance not known: too few security-days";
        return String.format(
                Locale.ROOT,
                "Left in the simulated midpoint pool, %s would have %s %s bps on average%s, n = %s: %s.",
                SURVIVORS.equals(row.text("population")) ? "the survivors" : "the orders of the whole study",
                mean >= 0 ? "saved" : "lost",
                Format.bps(Math.abs(mean)),
                lower == null || upper == null
                        ? ""
                        : " (95 % interval of savings: " + Format.bps(lower) + " to " + Format.bps(upper) + ")",
                Format.count(row.count("n")),
                verdict);
    }
}
