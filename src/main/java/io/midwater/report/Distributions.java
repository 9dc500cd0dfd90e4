package io.midwater.report;

import io.midwater.report.ReportData.Query;
import java.util.ArrayList;
import java.util.List;

/** How the headline metrics are spread over the orders. */
public final class Distributions {
    /** Bars of a histogram. */
    public static final int BINS = 30;

    private enum Metric {
        arrival_cost_bps("Arrival cost", "bps of arrival mid; cost positive"),
        effective_spread_bps("Effective spread", "bps of arrival mid; cost positive"),
        implementation_shortfall_bps("Implementation shortfall", "bps of arrival mid; cost positive"),
        savings_bps("Savings in the midpoint pool, engaged orders", "bps of arrival mid; dark better: positive");

        private final String title;
        private final String unit;

        Metric(String title, String unit) {
            this.title = title;
            this.unit = unit;
        }
    }

    private Distributions() {}

    static Section of(ReportData data, Pictures pictures) {
        List<Block.Picture> charts = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            Figures quantiles = data.query(Query.QUANTILES).stream()
                    .filter(row -> metric.name().equals(row.text("metric")))
                    .findFirst()
                    .orElse(Figures.NONE);
            if (quantiles.has("p1") && quantiles.has("p99")) {
                charts.add(picture(data, pictures, metric, quantiles));
            }
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Grid(quantiles(data), false));
        if (charts.isEmpty()) {
            blocks.add(new Block.Prose("No order has any of these metrics."));
        } else {
            blocks.add(new Block.Charts(charts));
        }
        blocks.add(new Block.Prose("Orders count equally here, so a mean over these bars is not the value-weighted"
                + " figure of the scorecard. Bars run from the 1st to the 99th percentile; what lies outside is in the"
                + " first and the last one. Quantiles are approximate, to one in ten thousand of rank."));
        return new Section("distributions", "Distributions", blocks);
    }

    private static Block.Picture picture(ReportData data, Pictures pictures, Metric metric, Figures quantiles) {
        double from = quantiles.number("p1");
        double to = quantiles.number("p99");
        List<Double> edges = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i <= BINS; i++) {
            edges.add(from + (to > from ? to - from : 1) * i / BINS);
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            int number = bin;
            long count = data.query(Query.BINS).stream()
                    .filter(row -> metric.name().equals(row.text("metric")) && row.count("bin") == number)
                    .mapToLong(row -> row.count("orders"))
                    .sum();
            counts.add(count);
            rows.add(List.of(
                    Cell.of(bin == 0 ? "below" : Format.bps(edges.get(bin))),
                    Cell.of(bin == BINS - 1 ? "above" : Format.bps(edges.get(bin + 1))),
                    Cell.count(count)));
        }
        Table table = new Table(
                metric.title,
                List.of(
                        Table.Column.number("From", metric.unit),
                        Table.Column.number("To", metric.unit),
                        Table.Column.number("Orders", "")),
                rows,
                0,
                "");
        return pictures.of(metric.title, "orders by " + metric.unit, new Chart.Histogram(edges, counts), table);
    }

    private static Table quantiles(ReportData data) {
        List<Tabulation.Item> items = new ArrayList<>();
        items.add(Tabulation.Item.text("Metric", row -> title(row.text("metric"))));
        items.add(Tabulation.Item.count("n", "orders", "n"));
        for (String point : List.of("p1", "p5", "p25", "p50", "p75", "p95", "p99")) {
            items.add(new Tabulation.Item(
                    Table.Column.number(point.equals("p50") ? "median" : point, ""), row -> quantile(row, point)));
        }
        return new Tabulation(items)
                .table("Quantiles over orders", data.query(Query.QUANTILES), "Times as such, all others in bps.");
    }

    private static Cell quantile(Figures row, String point) {
        Double value = row.number(point);
        if (value == null) {
            return Cell.none("no order has this metric");
        }
        boolean time = String.valueOf(row.text("metric")).endsWith("_ns");
        return Cell.of(time ? Format.duration(value) : Format.bps(value)).on(row.count("n"));
    }

    private static String title(String metric) {
        for (Metric known : Metric.values()) {
            if (known.name().equals(metric)) {
                return known.title;
            }
        }
        return metric.equals("time_to_first_fill_ns") ? "Time to first fill, orders that filled" : Format.words(metric);
    }
}
