package io.midwater.report;

import io.midwater.report.ReportData.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How soon orders fill. */
final class Times {
    private static final int MOST_KINDS = 5;

    private Times() {}

    static Section of(ReportData data, Pictures pictures) {
        List<Block> blocks = new ArrayList<>();
        List<Figures> kinds =
                new ArrayList<>(Breakdowns.grouped(data.query(Query.CLASSES), "order_kind", Breakdowns::kind));
        kinds.sort(Comparator.comparingLong((Figures row) -> row.count("total_orders"))
                .reversed());
        List<Chart.Series> byKind = new ArrayList<>();
        for (Figures kind : kinds.subList(0, Math.min(MOST_KINDS, kinds.size()))) {
            byKind.add(curve(kind.text("label"), kind, "filled_within_", "total_orders"));
        }
        List<Chart.Series> study = new ArrayList<>();
        Figures times = data.query(Query.STUDY_TIMES).stream().findFirst().orElse(Figures.NONE);
        boolean simulated = times.has("orders") && times.count("orders") > 0;
        if (simulated) {
            study.add(curve("real", times, "real_within_", "orders"));
            study.add(curve("simulated midpoint pool", times, "simulated_within_", "orders"));
        }
        List<Block.Picture> charts = new ArrayList<>();
        charts.add(pictures.of(
                "Orders with a first fill, by kind",
                "% of all orders of the kind",
                new Chart.Lines(TimeSteps.LABELS, byKind),
                table("Share of orders with a first fill within the time since arrival", byKind)));
        if (simulated) {
            charts.add(pictures.of(
                    "First fill of study orders, real and simulated",
                    "% of " + Format.count(times.count("orders")) + " orders",
                    new Chart.Lines(TimeSteps.LABELS, study),
                    table("Study orders that traded nothing on arrival", study)));
        }
        blocks.add(new Block.Charts(charts));
        blocks.add(new Block.Prose("Cumulative incidence: the denominator is every order, so one that was cancelled or"
                + " whose day ended before it filled counts as not filled, and no curve has to reach 100 %."
                + (simulated
                        ? " Real and simulated curves are of the same orders: study orders without any fill at the"
                                + " instant of arrival. The simulation ends as simulation.matching.horizon says ("
                                + data.setting("simulation.matching.horizon") + ")."
                        : " No study order was simulated in the midpoint pool, so there is no simulated curve.")));
        return new Section("times", "Time to fill", blocks);
    }

    private static Chart.Series curve(String name, Figures row, String prefix, String total) {
        List<Double> shares = new ArrayList<>();
        Double orders = row.number(total);
        for (long step : TimeSteps.NS) {
            Double filled = row.number(prefix + step);
            shares.add(orders == null || orders == 0 || filled == null ? null : 100 * filled / orders);
        }
        return new Chart.Series(name, shares);
    }

    private static Table table(String caption, List<Chart.Series> curves) {
        return SeriesTable.of(caption, "Within", TimeSteps.LABELS, curves, "% of orders", 2, "no such order");
    }
}
