package io.midwater.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Dark against lit: where shares traded, and what orders paid that traded in one of them only. */
final class Venues {
    private static final List<String> VENUES = List.of("DARK", "LIT", "BOTH");
    private static final String[][] QUANTITIES = {
        {"dark (Centre Point)", "dark_quantity"},
        {"lit, continuous", "lit_quantity"},
        {"auction", "auction_quantity"},
        {"booked crossing", "booked_quantity"}
    };

    private Venues() {}

    static Section of(ReportData data, Pictures pictures) {
        List<Figures> venues = new ArrayList<>();
        for (String venue : VENUES) {
            List<Figures> members = data.aggregate("by_venue").stream()
                    .filter(row -> venue.equals(row.text("venue")))
                    .toList();
            if (!members.isEmpty()) {
                venues.add(Figures.labelled(label(venue), members));
            }
        }
        Table costs = Tabulation.of(
                        Tabulation.Item.text("Continuous fills", Figures::label),
                        Tabulation.Item.count("Orders", "total_orders"),
                        Tabulation.Item.count("Measured", "shares", "measured_quantity"),
                        Tabulation.Item.measure(Measure.EFFECTIVE_SPREAD),
                        Tabulation.Item.measure(Measure.QUOTED_SPREAD),
                        Tabulation.Item.measure(Measure.ARRIVAL_COST),
                        Tabulation.Item.measure(Measure.IMPROVED),
                        Tabulation.Item.measure(Measure.FIRST_FILL))
                .table("Orders by where they traded continuously", venues, "");
        List<String> names = venues.stream().map(Figures::label).toList();
        List<Double> effective = new ArrayList<>();
        List<Double> quoted = new ArrayList<>();
        venues.forEach(row -> effective.add(Measure.EFFECTIVE_SPREAD.of(row)));
        venues.forEach(row -> quoted.add(Measure.QUOTED_SPREAD.of(row)));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Charts(List.of(
                quantities(data, pictures),
                pictures.of(
                        "Effective and quoted spread",
                        "bps of arrival mid, positive = cost",
                        new Chart.Bars(
                                names,
                                List.of(
                                        new Chart.Series("effective", effective),
                                        new Chart.Series("quoted at arrival", quoted)),
                                false,
                                false),
                        costs))));
        blocks.add(new Block.Grid(costs, false));
        blocks.add(new Block.Prose("Orders choose where they trade, so a difference between these groups is not the"
                + " effect of the venue: the study compares the same orders instead."));
        return new Section("venues", "Dark against lit", blocks);
    }

    private static Block.Picture quantities(ReportData data, Pictures pictures) {
        Figures whole = data.whole();
        List<String> names = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        Double traded = whole.number("traded_quantity");
        for (String[] part : QUANTITIES) {
            Double quantity = whole.number(part[1]);
            Double share = quantity == null || traded == null || traded == 0 ? null : Double.valueOf(quantity / traded);
            names.add(part[0]);
            shares.add(share == null ? null : Double.valueOf(100 * share));
            rows.add(List.of(
                    Cell.of(part[0]),
                    Cell.count(whole.count(part[1])),
                    share == null ? Cell.none("nothing was traded") : Cell.of(Format.percent(share))));
        }
        Table table = new Table(
                "Traded shares by trade class",
                List.of(
                        Table.Column.text("Class"),
                        Table.Column.number("Quantity", "shares"),
                        Table.Column.number("Part", "% of traded shares")),
                rows,
                0,
                "Both legs of a match count, as both orders traded. Classes that are not named here, such as trading"
                        + " after the close, make up the rest.");
        return pictures.of(
                "Where shares traded",
                "% of traded shares",
                new Chart.Bars(names, List.of(new Chart.Series("Traded", shares)), false, true),
                table);
    }

    private static String label(String venue) {
        return switch (venue) {
            case "DARK" -> "dark only";
            case "LIT" -> "lit only";
            default -> "dark and lit";
        };
    }

    /** Dates in order, for the trend. */
    static List<Figures> dates(ReportData data) {
        List<Figures> dates = new ArrayList<>(data.aggregate("by_date"));
        dates.sort(Comparator.comparing(row -> String.valueOf(row.text("date"))));
        return dates;
    }
}
