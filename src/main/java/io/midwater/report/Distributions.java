package io.midwater.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** How the headline metrics are spread over the orders. */
final class Distributions {
    private static final int BARS = 30;
    private static final int[] PERCENT = {1, 5, 25, 50, 75, 95, 99};

    private enum Metric {
        ARRIVAL_COST("Arrival cost", null, "arrival_cost_bps", 1),
        EFFECTIVE_SPREAD("Effective spread", null, "arrival_cost_bps", 2),
        SHORTFALL("Implementation shortfall", null, "implementation_shortfall_bps", 1),
        TIME("Time to first fill, orders that filled", null, "time_to_first_fill_ns", 1),
        SAVINGS("Savings in the midpoint pool, engaged orders", "midpoint", "engaged_savings_bps", 1);

        private final String title;
        private final String scenario;
        private final String figure;
        private final double factor;

        Metric(String title, String scenario, String figure, double factor) {
            this.title = title;
            this.scenario = scenario;
            this.figure = figure;
            this.factor = factor;
        }

        Spread spread(ReportData data) {
            return Spread.of(data, scenario, figure, factor);
        }

        String unit() {
            return "bps of arrival mid, positive = " + (this == SAVINGS ? "dark better" : "cost");
        }

        DoubleFunction<String> format() {
            return this == TIME ? Format::duration : Format::bps;
        }
    }

    private Distributions() {}

    static Section of(ReportData data, Pictures pictures) {
        List<Block.Picture> charts = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            Spread spread = metric.spread(data);
            if (metric != Metric.TIME && spread.orders() > 0) {
                charts.add(picture(pictures, metric, spread));
            }
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Grid(quantiles(data), false));
        if (charts.isEmpty()) {
            blocks.add(new Block.Prose(
                    "No order has any of these metrics, or aggregate distributions is not in this" + " output."));
        } else {
            blocks.add(new Block.Charts(charts));
        }
        blocks.add(new Block.Prose("Orders count equally here, so a mean over these bars is not the value-weighted"
                + " figure of the scorecard. Bars run from the 1st to the 99th percentile; what lies outside is in the"
                + " first and the last one. Values are rounded to eight binary digits, within 0.4 %."));
        return new Section("distributions", "Distributions", blocks);
    }

    private static Block.Picture picture(Pictures pictures, Metric metric, Spread spread) {
        double from = spread.quantile(0.01);
        double to = spread.quantile(0.99);
        double width = (to > from ? to - from : 1) / BARS;
        List<Double> edges = new ArrayList<>();
        for (int i = 0; i <= BARS; i++) {
            edges.add(from + width * i);
        }
        List<Long> counts = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        for (long count : spread.histogram(BARS, from, width)) {
            int bar = counts.size();
            counts.add(count);
            rows.add(List.of(
                    Cell.of(bar == 0 ? "below" : Format.bps(edges.get(bar))),
                    Cell.of(bar == BARS - 1 ? "above" : Format.bps(edges.get(bar + 1))),
                    Cell.count(count)));
        }
        Table table = new Table(
                metric.title,
                List.of(
                        Table.Column.number("From", metric.unit()),
                        Table.Column.number("To", metric.unit()),
                        Table.Column.number("Orders", "")),
                rows,
                0,
                "");
        return pictures.of(metric.title, "orders by " + metric.unit(), new Chart.Histogram(edges, counts), table);
    }

    private static Table quantiles(ReportData data) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.text("Metric"));
        columns.add(Table.Column.number("n", "orders"));
        for (int percent : PERCENT) {
            columns.add(Table.Column.number(percent == 50 ? "median" : "p" + percent, ""));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            Spread spread = metric.spread(data);
            if (spread.orders() > 0) {
                List<Cell> row = new ArrayList<>();
                row.add(Cell.of(metric.title));
                row.add(Cell.count(spread.orders()));
                for (int percent : PERCENT) {
                    row.add(Cell.of(metric.format().apply(spread.quantile(percent / 100.0)))
                            .on(spread.orders()));
                }
                rows.add(row);
            }
        }
        return new Table("Quantiles over orders", columns, rows, 0, "Times as such, all others in bps.");
    }
}
