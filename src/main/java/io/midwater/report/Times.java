package io.midwater.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How soon orders fill. */
final class Times {
    private static final int MOST_KINDS = 5;
    private static final String MIDPOINT = "midpoint";

    private Times() {}

    static Section of(ReportData data, Pictures pictures) {
        List<Figures> points = data.aggregate("time_to_fill");
        if (points.isEmpty()) {
            return new Section(
                    "times",
                    "Time to fill",
                    List.of(new Block.Prose(
                            "Aggregate time_to_fill is not in this output, or no order was followed.")));
        }
        List<Long> steps = points.stream()
                .map(row -> row.count("horizon_ns"))
                .distinct()
                .sorted()
                .toList();
        List<Chart.Series> kinds = kinds(points, steps);
        List<Chart.Series> study = study(data, steps);
        List<Block.Picture> charts = new ArrayList<>();
        charts.add(pictures.of(
                "Orders with a first fill, by kind",
                "% of all orders of the kind",
                new Chart.Lines(TimeSteps.labels(steps), kinds),
                table("Share of orders with a first fill within the time since arrival", steps, kinds)));
        if (!study.isEmpty()) {
            charts.add(pictures.of(
                    "First fill after entry of study orders, real and simulated",
                    "% of " + Format.count(data.midpoint().count("orders")) + " orders",
                    new Chart.Lines(TimeSteps.labels(steps), study),
                    table("Study orders whose remainder has a first fill", steps, study)));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Charts(charts));
        blocks.add(new Block.Prose("By kind: cumulative incidence (Aalen-Johansen). A cancelled order can no longer"
                + " fill, one whose day ended is followed until then, so no curve has to reach 100 %."
                + (study.isEmpty()
                        ? " No study order was simulated in the midpoint pool, so there is no simulated curve."
                        : " Real and simulated curves are of the same orders: what was left of each study order after"
                                + " its entry. The simulation ends as simulation.matching.horizon says ("
                                + data.setting("simulation.matching.horizon") + ").")));
        return new Section("times", "Time to fill", blocks);
    }

    private static List<Chart.Series> kinds(List<Figures> points, List<Long> steps) {
        Map<String, List<Figures>> curves = new TreeMap<>();
        for (Figures point : points) {
            if ("ORDER_KIND".equals(point.text("grouping"))) {
                curves.computeIfAbsent(SizeKindClass.kind(point.text("name")), kind -> new ArrayList<>())
                        .add(point);
            }
        }
        return curves.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, List<Figures>> curve) ->
                                curve.getValue().get(0).count("orders"))
                        .reversed())
                .limit(MOST_KINDS)
                .map(curve -> new Chart.Series(
                        curve.getKey(),
                        steps.stream()
                                .map(step -> incidence(curve.getValue(), step))
                                .toList()))
                .toList();
    }

    private static Double incidence(List<Figures> curve, long step) {
        for (Figures point : curve) {
            if (point.count("horizon_ns") == step && point.has("fill_incidence")) {
                return 100 * point.number("fill_incidence");
            }
        }
        return null;
    }

    private static List<Chart.Series> study(ReportData data, List<Long> steps) {
        Long orders = data.midpoint().count("orders");
        Spread simulated = Spread.of(data, MIDPOINT, "time_to_first_fill_ns", 1);
        if (orders == null || orders == 0 || simulated.orders() == 0) {
            return List.of();
        }
        Spread real = Spread.of(data, MIDPOINT, "real_time_to_first_fill_ns", 1);
        return List.of(
                new Chart.Series("real", shares(real, orders, steps)),
                new Chart.Series("simulated midpoint pool", shares(simulated, orders, steps)));
    }

    private static List<Double> shares(Spread times, long orders, List<Long> steps) {
        return steps.stream()
                .map(step -> Double.valueOf(100.0 * times.within(step) / orders))
                .toList();
    }

    private static Table table(String caption, List<Long> steps, List<Chart.Series> curves) {
        return SeriesTable.of(caption, "Within", TimeSteps.labels(steps), curves, "% of orders", 2, "no such order");
    }
}
