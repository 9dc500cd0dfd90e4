package io.midwater.report;

import java.util.ArrayList;
import java.util.List;

/** The headline figures from date to date. */
final class Trends {
    private static final int MOST_DATES = 40;

    private Trends() {}

    static Section of(ReportData data, Pictures pictures) {
        List<Figures> dates = Venues.dates(data);
        if (dates.isEmpty()) {
            return new Section(
                    "trend",
                    "By date",
                    List.of(new Block.Prose("No dates: aggregate by_date is empty or not published.")));
        }
        List<String> names = dates.stream().map(row -> row.text("date")).toList();
        boolean simulated = data.whole().has("savings_orders_midpoint");
        Measure savings = Measure.savings("midpoint");
        List<Tabulation.Item> items = new ArrayList<>(List.of(
                Tabulation.Item.text("Date", row -> row.text("date")),
                Tabulation.Item.count("Orders", "total_orders"),
                Tabulation.Item.number("Traded", "value", "traded_value", data::money, "nothing was traded"),
                Tabulation.Item.measure(Measure.FILL_RATIO),
                Tabulation.Item.count("Measured", "orders", "measured_orders"),
                Tabulation.Item.measure(Measure.ARRIVAL_COST),
                Tabulation.Item.measure(Measure.QUOTED_SPREAD),
                Tabulation.Item.measure(Measure.SHORTFALL),
                Tabulation.Item.measure(Measure.DARK_SHARE)));
        List<Chart.Series> costs = new ArrayList<>(List.of(
                Measure.ARRIVAL_COST.series("arrival cost", dates),
                Measure.SHORTFALL.series("implementation shortfall", dates)));
        if (simulated) {
            items.add(Tabulation.Item.measure(savings));
            costs.add(savings.series("savings, midpoint", dates));
        }
        Table table = new Tabulation(items)
                .table("Figures by business date", dates, "Sums before ratios on each date. " + Breakdowns.MEASURED);
        return new Section(
                "trend",
                "By date",
                List.of(
                        new Block.Charts(List.of(
                                pictures.of(
                                        "Cost and savings by date",
                                        "bps of arrival mid, positive = cost; of savings: dark better",
                                        new Chart.Lines(names, costs),
                                        null),
                                pictures.of(
                                        "Fill ratio and dark share by date",
                                        "% of demanded, % of traded shares",
                                        new Chart.Lines(
                                                names,
                                                List.of(
                                                        Measure.FILL_RATIO.series("fill ratio", dates),
                                                        Measure.DARK_SHARE.series("dark share", dates))),
                                        null))),
                        new Block.Grid(table, dates.size() > MOST_DATES)));
    }
}
