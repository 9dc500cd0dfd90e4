package io.midwater.report;

import java.util.ArrayList;
import java.util.List;

/** What a fill was worth a moment later: realized spread by horizon, real against simulated. */
final class Markouts {
    private static final double BPS = 2e4;
    private static final String NONE = "no fill with a usable quote then";

    private Markouts() {}

    static Section of(ReportData data, Pictures pictures) {
        List<String> horizons = horizons(data);
        List<Block> blocks = new ArrayList<>();
        if (horizons.isEmpty()) {
            blocks.add(new Block.Prose("metrics.markout-horizons is empty: there are no markouts."));
            return new Section("markouts", "Markouts", blocks);
        }
        Figures whole = data.whole();
        Figures study = data.aggregate("by_study").stream()
                .filter(row -> row.is("in_study"))
                .findFirst()
                .orElse(Figures.NONE);
        List<Chart.Series> realized = new ArrayList<>();
        realized.add(series("all orders", horizons, whole));
        realized.add(series("study orders, real", horizons, study));
        Figures simulated = data.midpoint();
        boolean matched = horizons.stream().anyMatch(horizon -> simulated.has(half(horizon)));
        if (matched) {
            realized.add(series("study orders, simulated", horizons, simulated));
        }
        List<Chart.Series> impact =
                List.of(impact("all orders", horizons, whole), impact("study orders, real", horizons, study));
        blocks.add(new Block.Charts(List.of(
                pictures.of(
                        "Realized spread by time after the fill",
                        "bps of arrival mid, positive = cost",
                        new Chart.Lines(horizons, realized),
                        SeriesTable.of(
                                "Realized spread", "After the fill", horizons, realized, "bps, + = cost", 2, NONE)),
                pictures.of(
                        "Price impact by time after the fill",
                        "bps of arrival mid, positive = up after buys, down after sells",
                        new Chart.Lines(horizons, impact),
                        SeriesTable.of("Price impact", "After the fill", horizons, impact, "bps", 2, NONE)))));
        blocks.add(new Block.Grid(counts(horizons, whole, study, simulated), true));
        blocks.add(new Block.Prose("Realized spread is twice the signed difference of the price and the midpoint"
                + " a fixed time after the fill (17 CFR 242.600(b)), weighted by value; price impact is the effective"
                + " spread of the same shares less it. A falling realized spread is the price moving on after the"
                + " fill. Horizons after the end of continuous trading have no value."
                + (!matched
                        ? " There is no simulated curve: no study order traded in the simulated midpoint pool, or"
                                + " aggregate scenario_comparison is not in this output."
                        : " The simulated curve values the matches of the midpoint pool by the same real quotes: it"
                                + " cannot include the impact of trades that did not happen.")));
        return new Section("markouts", "Markouts", blocks);
    }

    static List<String> horizons(ReportData data) {
        String setting = data.setting("metrics.markout-horizons");
        return setting.isEmpty() ? List.of() : List.of(setting.split(",\\s*"));
    }

    private static Chart.Series series(String name, List<String> horizons, Figures sums) {
        List<Double> values = new ArrayList<>();
        for (String horizon : horizons) {
            values.add(ratio(sums, half(horizon), "markout_" + horizon + "_base_half_value"));
        }
        return new Chart.Series(name, values);
    }

    private static Chart.Series impact(String name, List<String> horizons, Figures sums) {
        List<Double> values = new ArrayList<>();
        for (String horizon : horizons) {
            values.add(
                    ratio(sums, "price_impact_" + horizon + "_half_value", "markout_" + horizon + "_base_half_value"));
        }
        return new Chart.Series(name, values);
    }

    private static String half(String horizon) {
        return "realized_spread_" + horizon + "_half_value";
    }

    private static Double ratio(Figures sums, String over, String under) {
        Double y = sums.number(over);
        Double x = sums.number(under);
        return y == null || x == null || x == 0 ? null : Double.valueOf(BPS * y / x);
    }

    private static Table counts(List<String> horizons, Figures whole, Figures study, Figures simulated) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String horizon : horizons) {
            Long orders = simulated.count("realized_spread_" + horizon + "_orders");
            rows.add(List.of(
                    Cell.of(horizon),
                    Cell.count(whole.count("realized_spread_" + horizon + "_orders")),
                    Cell.count(study.count("realized_spread_" + horizon + "_orders")),
                    orders == null ? Cell.none("not simulated") : Cell.count(orders)));
        }
        return new Table(
                "What the markouts stand on",
                List.of(
                        Table.Column.text("After the fill"),
                        Table.Column.number("All", "orders"),
                        Table.Column.number("Study, real", "orders"),
                        Table.Column.number("Study, simulated", "orders")),
                rows,
                0,
                "");
    }
}
