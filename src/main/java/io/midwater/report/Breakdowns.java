package io.midwater.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The same figures for parts of the orders: participant, security, hour and time of day. */
final class Breakdowns {
    /** Below every breakdown. */
    static final String MEASURED = "Value in currency units; bps of arrival mid, over the measured orders, which traded"
            + " continuously and met a usable quote.";

    /** Rows of a breakdown that stand alone; the others are added up. */
    private static final int MOST_ROWS = 25;

    private static final int MOST_BARS = 12;
    private static final String MIDPOINT = "midpoint";

    private final ReportData data;
    private final Pictures pictures;
    private final Names names;

    Breakdowns(ReportData data, Pictures pictures, Names names) {
        this.data = data;
        this.pictures = pictures;
        this.names = names;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        keyed(blocks, "by participant", "by_participant", "participant_id", names::participant, "Participant");
        keyed(blocks, "by security", "by_security", "security_code", names::security, "Security");
        String zone = "local time, " + data.setting("market.time-zone");
        hours(blocks, zone);
        timesOfDay(blocks, zone);
        return new Section("parts", "By participant, security and hour", blocks);
    }

    private void keyed(
            List<Block> blocks, String by, String aggregate, String key, Function<Long, String> name, String title) {
        List<Figures> rows = new ArrayList<>();
        for (Figures row : data.aggregate(aggregate)) {
            rows.add(Figures.labelled(name.apply(row.count(key)), List.of(row)));
        }
        if (rows.isEmpty()) {
            blocks.add(
                    new Block.Prose("No figures " + by + ": aggregate " + aggregate + " is empty or not published."));
            return;
        }
        rows.sort(Comparator.comparingDouble(Breakdowns::tradedValue).reversed());
        List<Figures> shown = new ArrayList<>(rows.subList(0, Math.min(MOST_ROWS, rows.size())));
        if (rows.size() > MOST_ROWS) {
            List<Figures> others = rows.subList(MOST_ROWS, rows.size());
            shown.add(Figures.labelled(
                    Format.count(others.size()) + (others.size() == 1 ? " other" : " others"), others));
        }
        shown.add(Figures.labelled("all", rows));
        Table table = breakdown(title)
                .table(
                        title + ", largest traded value first",
                        shown,
                        1,
                        MEASURED + " Others and all are added up before ratios are formed.");
        List<Figures> drawn = rows.subList(0, Math.min(MOST_BARS, rows.size()));
        blocks.add(new Block.Charts(List.of(
                pictures.of(
                        "Arrival cost " + by,
                        "bps of arrival mid, positive = cost",
                        bars(drawn, Measure.ARRIVAL_COST),
                        null),
                pictures.of("Fill ratio " + by, "% of demanded shares", bars(drawn, Measure.FILL_RATIO), null))));
        blocks.add(new Block.Grid(table, false));
    }

    private Tabulation breakdown(String title) {
        List<Tabulation.Item> items = new ArrayList<>(List.of(
                Tabulation.Item.text(title, Figures::label),
                Tabulation.Item.count("Orders", "total_orders"),
                Tabulation.Item.number("Traded", "value", "traded_value", data::money, "nothing was traded"),
                Tabulation.Item.measure(Measure.FILL_RATIO),
                Tabulation.Item.count("Measured", "orders", "measured_orders"),
                Tabulation.Item.measure(Measure.ARRIVAL_COST),
                Tabulation.Item.measure(Measure.SHORTFALL),
                Tabulation.Item.measure(Measure.IMPROVED),
                Tabulation.Item.measure(Measure.DARK_SHARE)));
        if (data.whole().has("savings_orders_" + MIDPOINT)) {
            items.add(Tabulation.Item.measure(Measure.savings(MIDPOINT)));
        }
        return new Tabulation(items);
    }

    private void hours(List<Block> blocks, String zone) {
        List<Figures> hours = new ArrayList<>();
        for (Figures row : data.aggregate("by_hour")) {
            hours.add(Figures.labelled(String.format(Locale.ROOT, "%02d:00", row.count("arrival_hour")), List.of(row)));
        }
        if (hours.isEmpty()) {
            blocks.add(new Block.Prose("No figures by hour: aggregate by_hour is empty or not published."));
            return;
        }
        List<String> labels =
                hours.stream().map(row -> row.label().substring(0, 2)).toList();
        List<Double> orders =
                hours.stream().map(row -> row.number("total_orders")).toList();
        blocks.add(new Block.Charts(List.of(
                pictures.of(
                        "Orders by hour of arrival",
                        "orders; " + zone,
                        new Chart.Bars(labels, List.of(new Chart.Series("Orders", orders)), false, false),
                        null),
                pictures.of(
                        "Fill ratio by hour of arrival",
                        "% of demanded shares; " + zone,
                        new Chart.Lines(labels, List.of(Measure.FILL_RATIO.series("Fill ratio", hours))),
                        null))));
        blocks.add(new Block.Grid(
                breakdown("Hour").table("By hour of arrival", hours, "Hours in " + zone + ". " + MEASURED), false));
    }

    private void timesOfDay(List<Block> blocks, String zone) {
        List<Figures> day = new ArrayList<>();
        for (Figures row : data.aggregate("by_time_of_day")) {
            day.add(Figures.labelled(Format.words(String.valueOf(row.text("time_of_day"))), List.of(row)));
        }
        if (!day.isEmpty()) {
            blocks.add(new Block.Grid(
                    breakdown("Time of day")
                            .table("By time of day of arrival", day, "Classes in " + zone + ". " + MEASURED),
                    false));
        }
    }

    private static Chart bars(List<Figures> rows, Measure measure) {
        return new Chart.Bars(
                rows.stream().map(Figures::label).toList(),
                List.of(measure.series(measure.title(), rows)),
                false,
                true);
    }

    private static double tradedValue(Figures row) {
        Double value = row.number("traded_value");
        return value == null ? 0 : value;
    }
}
