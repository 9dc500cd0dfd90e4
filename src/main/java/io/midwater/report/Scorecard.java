package io.midwater.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The headline figures, each with the number of orders behind it and its interval. */
final class Scorecard {
    static final String SURVIVORS = "survivors";
    private static final String NO_STATISTICS = "the run did not publish statistics";
    static final List<Measure> HEADLINES = List.of(
            Measure.FILL_RATIO,
            Measure.ARRIVAL_COST,
            Measure.EFFECTIVE_SPREAD,
            Measure.QUOTED_SPREAD,
            Measure.IMPROVED,
            Measure.SHORTFALL,
            Measure.VWAP_SLIPPAGE,
            Measure.DARK_SHARE,
            Measure.FIRST_FILL);

    private final ReportData data;
    private final Pictures pictures;

    Scorecard(ReportData data, Pictures pictures) {
        this.data = data;
        this.pictures = pictures;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Tiles(tiles()));
        blocks.add(new Block.Points(findings()));
        blocks.add(new Block.Grid(headlines(), false));
        Table statistics = statistics();
        if (statistics.rows().isEmpty()) {
            blocks.add(new Block.Prose("No scenario was simulated, or " + NO_STATISTICS + "."));
        } else {
            blocks.add(new Block.Charts(List.of(intervals(SURVIVORS), intervals("in_study"))));
            blocks.add(new Block.Grid(statistics, false));
        }
        return new Section("scorecard", "Scorecard", blocks);
    }

    private List<Block.Tile> tiles() {
        Figures whole = data.whole();
        List<Block.Tile> tiles = new ArrayList<>();
        for (Measure measure : List.of(Measure.FILL_RATIO, Measure.ARRIVAL_COST, Measure.SHORTFALL, Measure.IMPROVED)) {
            RatioInterval interval = measure.interval(data.clusters());
            Long orders = measure.orders(whole);
            tiles.add(new Block.Tile(
                    measure.title(),
                    measure.cell(whole),
                    measure.unit(),
                    "n = " + (orders == null ? "0" : Format.count(orders)) + " orders"
                            + (interval == null
                                    ? ""
                                    : "; 95 %: " + measure.text(interval.lower()) + " to "
                                            + measure.text(interval.upper()))));
        }
        return tiles;
    }

    private Table headlines() {
        Figures whole = data.whole();
        List<List<Cell>> rows = new ArrayList<>();
        for (Measure measure : HEADLINES) {
            RatioInterval interval = measure.interval(data.clusters());
            String alone = "fewer than two security-days";
            rows.add(List.of(
                    Cell.of(measure.title()),
                    Cell.of(measure.unit()),
                    measure.cell(whole),
                    interval == null ? Cell.none(alone) : Cell.of(measure.text(interval.lower())),
                    interval == null ? Cell.none(alone) : Cell.of(measure.text(interval.upper())),
                    Cell.count(measure.orders(whole)),
                    Cell.count(interval == null ? 0L : Long.valueOf(interval.clusters()))));
        }
        return new Table(
                "Headline figures over all orders",
                List.of(
                        Table.Column.text("Figure"),
                        Table.Column.text("Unit"),
                        Table.Column.number("Value", "Σ / Σ"),
                        Table.Column.number("95 % from", ""),
                        Table.Column.number("to", ""),
                        Table.Column.number("n", "orders"),
                        Table.Column.number("Clusters", "security-days")),
                rows,
                0,
                "Sums before ratios. Intervals take security-days, not orders, as independent; with fewer than 10 of"
                        + " them they are weak.");
    }

    private Table statistics() {
        Tabulation tabulation = Tabulation.of(
                Tabulation.Item.text("Scenario", row -> row.text("scenario")),
                Tabulation.Item.text("Population", row -> Format.words(row.text("population"))),
                Tabulation.Item.count("n", "orders", "n"),
                bps("Mean savings", "mean_difference"),
                new Tabulation.Item(Table.Column.number("95 % interval", "bps"), Scorecard::interval),
                plain("Weighted mean", "weighted_mean_difference"),
                plain("Median", "median"),
                Tabulation.Item.number("Positive", "% of orders", "share_positive", Format::percent, "no order"),
                Tabulation.Item.number(
                        "p, clusters",
                        "Holm",
                        "cluster_holm_p_value",
                        Format::probability,
                        "fewer than two security-days, or no differences"),
                Tabulation.Item.number(
                        "p, Wilcoxon", "Holm", "wilcoxon_holm_p_value", Format::probability, "no differences"),
                Tabulation.Item.text("Effect", row -> row.text("effect_size")),
                Tabulation.Item.count("Clusters", "security-days", "clusters"));
        return tabulation.table(
                "Savings of each scenario against the real executions",
                data.aggregate("statistics"),
                "bps of arrival mid, on equal quantity, signed by side: positive means that the dark pool was better."
                        + " Intervals are percentile bootstraps over whole security-days. Survivors were fully filled"
                        + " by trading in reality; the study asks for no outcome.");
    }

    private static Cell interval(Figures row) {
        Double lower = row.number("bootstrap_ci_lower");
        Double upper = row.number("bootstrap_ci_upper");
        return lower == null || upper == null
                ? Cell.none("fewer than two security-days")
                : Cell.of(Format.bps(lower) + " to " + Format.bps(upper));
    }

    private static Tabulation.Item plain(String title, String column) {
        return Tabulation.Item.number(title, "bps", column, Format::bps, "fewer than two security-days");
    }

    private static Tabulation.Item bps(String title, String column) {
        return Tabulation.Item.number(title, "bps; dark better +", column, Format::bps, "fewer than two security-days");
    }

    private Block.Picture intervals(String population) {
        List<String> names = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        List<Double> lower = new ArrayList<>();
        List<Double> upper = new ArrayList<>();
        for (Figures row : data.aggregate("statistics")) {
            if (population.equals(row.text("population"))) {
                names.add(row.text("scenario"));
                values.add(row.number("mean_difference"));
                lower.add(row.number("bootstrap_ci_lower"));
                upper.add(row.number("bootstrap_ci_upper"));
            }
        }
        return pictures.of(
                "Mean savings, " + (population.equals(SURVIVORS) ? "survivors" : "whole study"),
                "bps of arrival mid; positive: dark better",
                new Chart.Intervals(names, values, lower, upper),
                null);
    }

    /** What the figures say in words, and no more than they say. */
    private List<String> findings() {
        List<String> points = new ArrayList<>();
        Figures whole = data.whole();
        Double fill = Measure.FILL_RATIO.of(whole);
        if (fill != null) {
            points.add(Measure.FILL_RATIO.text(fill) + " of the demanded shares were matched: "
                    + Format.count(whole.count("full_orders")) + " orders in full, "
                    + Format.count(whole.count("partial_orders")) + " in part, "
                    + Format.count(whole.count("unfilled_orders")) + " not at all.");
        }
        Double cost = Measure.ARRIVAL_COST.of(whole);
        if (cost != null) {
            RatioInterval interval = Measure.ARRIVAL_COST.interval(data.clusters());
            points.add("Continuous fills cost " + Format.bps(cost) + " bps against the arrival mid"
                    + (interval == null
                            ? "."
                            : interval.lower() > 0
                                    ? "; the 95 % interval lies above 0, dearer than the mid."
                                    : interval.upper() < 0
                                            ? "; the 95 % interval lies below 0, cheaper than the mid."
                                            : "; the 95 % interval includes 0."));
        }
        for (Figures row : data.aggregate("statistics")) {
            if ("midpoint".equals(row.text("scenario")) && row.has("mean_difference")) {
                points.add(midpoint(row));
            }
        }
        return points;
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
                "survivors".equals(row.text("population")) ? "the survivors" : "the orders of the whole study",
                mean >= 0 ? "saved" : "lost",
                Format.bps(Math.abs(mean)),
                lower == null || upper == null
                        ? ""
                        : " (95 % interval of savings: " + Format.bps(lower) + " to " + Format.bps(upper) + ")",
                Format.count(row.count("n")),
                verdict);
    }
}
