package io.midwater.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The same figures for parts of the orders: size, kind, class, participant, security, date, hour. */
final class Breakdowns {
    /** Rows of a breakdown that stand alone; the others are added up. */
    static final int MOST_ROWS = 25;

    private static final String TITLE = "By size, kind and class";
    private static final int MOST_BARS = 12;
    private static final String LABEL = "label";
    private static final String MIDPOINT = "midpoint";

    private final ReportData data;
    private final Pictures pictures;
    private final Names names;

    Breakdowns(ReportData data, Pictures pictures, Names names) {
        this.data = data;
        this.pictures = pictures;
        this.names = names;
    }

    Section classes() {
        List<Figures> cells = data.aggregate("by_size_kind_class");
        List<Block> blocks = new ArrayList<>();
        if (cells.isEmpty()) {
            blocks.add(new Block.Prose("Aggregate by_size_kind_class is not in this output, or there are no orders."));
            return new Section("classes", TITLE, blocks);
        }
        List<Figures> kinds = grouped(cells, "order_kind", Breakdowns::kind);
        List<Figures> sizes = bySize(cells);
        Tabulation mix = Tabulation.of(
                Tabulation.Item.text("", row -> row.text(LABEL)),
                Tabulation.Item.count("Orders", "total_orders"),
                Tabulation.Item.count("Full", "orders", "full_orders"),
                Tabulation.Item.count("Partial", "orders", "partial_orders"),
                Tabulation.Item.count("Unfilled", "orders", "unfilled_orders"),
                Tabulation.Item.measure(Measure.FILL_RATIO),
                Tabulation.Item.measure(Measure.ARRIVAL_COST),
                Tabulation.Item.measure(Measure.FIRST_FILL));
        blocks.add(new Block.Charts(List.of(
                pictures.of(
                        "How orders end, by kind",
                        "% of orders",
                        outcome(kinds),
                        mix.table("Orders by kind", kinds, "")),
                pictures.of(
                        "How orders end, by size",
                        "% of orders",
                        outcome(sizes),
                        mix.table("Orders by size", sizes, "Sizes of the quantity at arrival: " + buckets())))));
        blocks.add(new Block.Grid(cross(cells), true));
        return new Section("classes", TITLE, blocks);
    }

    /** Every combination of size, kind and class that occurs. */
    private Table cross(List<Figures> cells) {
        Map<String, List<Figures>> groups = new LinkedHashMap<>();
        List<String> sizes = sizes();
        List<Figures> sorted = new ArrayList<>(cells);
        sorted.sort(Comparator.comparingInt((Figures row) -> order(sizes, row.text("size_bucket")))
                .thenComparing(row -> String.valueOf(row.text("order_kind")))
                .thenComparing(row -> String.valueOf(row.text("fill_class"))));
        for (Figures row : sorted) {
            String key = kindOf(row.text("size_bucket")) + "\t" + kind(row.text("order_kind")) + "\t"
                    + className(row.text("fill_class"));
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        List<Figures> rows = new ArrayList<>();
        groups.forEach((key, members) -> {
            String[] parts = key.split("\t");
            Figures sum = labelled(key, members);
            Map<String, Object> values = new HashMap<>(sum.values());
            values.put("size", parts[0]);
            values.put("kind", parts[1]);
            values.put("class", parts[2]);
            rows.add(new Figures(values));
        });
        return Tabulation.of(
                        Tabulation.Item.text("Size", row -> row.text("size")),
                        Tabulation.Item.text("Kind", row -> row.text("kind")),
                        Tabulation.Item.text("Class", row -> row.text("class")),
                        Tabulation.Item.count("Orders", "total_orders"),
                        Tabulation.Item.count("Demanded", "shares", "demand_quantity"),
                        Tabulation.Item.measure(Measure.FILL_RATIO),
                        Tabulation.Item.measure(Measure.ARRIVAL_COST),
                        Tabulation.Item.measure(Measure.EFFECTIVE_SPREAD),
                        Tabulation.Item.measure(Measure.IMPROVED),
                        Tabulation.Item.measure(Measure.FIRST_FILL))
                .table("Size × kind × class", rows, "Class: filled in full, in part or not at all on the date.");
    }

    Section parts() {
        List<Block> blocks = new ArrayList<>();
        keyed(blocks, "by participant", "by_participant", "participant_id", names::participant, "Participant");
        keyed(blocks, "by security", "by_security", "security_code", names::security, "Security");
        hours(blocks);
        return new Section("parts", "By participant, security and hour", blocks);
    }

    private void keyed(
            List<Block> blocks, String by, String aggregate, String key, Function<Long, String> name, String title) {
        List<Figures> rows = new ArrayList<>();
        for (Figures row : data.aggregate(aggregate)) {
            rows.add(labelled(name.apply(row.count(key)), List.of(row)));
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
            shown.add(labelled(Format.count(others.size()) + (others.size() == 1 ? " other" : " others"), others));
        }
        shown.add(labelled("all", rows));
        Table table = breakdown(title)
                .table(
                        title + ", largest traded value first",
                        shown,
                        1,
                        "Value in currency units; bps of arrival mid, over the measured orders, which traded continuously and met a usable"
                                + " quote. Others and all are added up before ratios are formed.");
        List<Figures> drawn = rows.subList(0, Math.min(MOST_BARS, rows.size()));
        blocks.add(new Block.Charts(List.of(
                pictures.of(
                        "Arrival cost " + by,
                        "bps of arrival mid; cost positive",
                        bars(drawn, Measure.ARRIVAL_COST),
                        null),
                pictures.of("Fill ratio " + by, "% of demanded shares", bars(drawn, Measure.FILL_RATIO), null))));
        blocks.add(new Block.Grid(table, false));
    }

    private Tabulation breakdown(String title) {
        List<Tabulation.Item> items = new ArrayList<>(List.of(
                Tabulation.Item.text(title, row -> row.text(LABEL)),
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

    private void hours(List<Block> blocks) {
        List<Figures> hours = new ArrayList<>();
        for (Figures row : data.aggregate("by_hour")) {
            hours.add(
                    labelled(String.format(java.util.Locale.ROOT, "%02d:00", row.count("arrival_hour")), List.of(row)));
        }
        String zone = "local time, " + data.setting("market.time-zone");
        Table byHour = Tabulation.of(
                        Tabulation.Item.text("Arrival", row -> row.text(LABEL)),
                        Tabulation.Item.count("Orders", "total_orders"),
                        Tabulation.Item.count("Full", "orders", "full_orders"),
                        Tabulation.Item.count("Demanded", "shares", "demand_quantity"),
                        Tabulation.Item.count("Matched", "shares", "matched_quantity"),
                        Tabulation.Item.measure(Measure.FILL_RATIO))
                .table("Orders by hour of arrival", hours, "Hours in " + zone + ".");
        List<String> labels =
                hours.stream().map(row -> row.text(LABEL).substring(0, 2)).toList();
        blocks.add(new Block.Charts(List.of(
                pictures.of(
                        "Orders by hour of arrival",
                        "orders; " + zone,
                        new Chart.Bars(
                                labels,
                                List.of(new Chart.Series("Orders", column(hours, "total_orders"))),
                                false,
                                false),
                        byHour),
                pictures.of(
                        "Fill ratio by hour of arrival",
                        "% of demanded shares; " + zone,
                        new Chart.Lines(labels, List.of(series("Fill ratio", hours, Measure.FILL_RATIO))),
                        null))));
        List<Figures> day = new ArrayList<>();
        for (Figures row : data.aggregate("by_time_of_day")) {
            day.add(labelled(Format.words(String.valueOf(row.text("time_of_day"))), List.of(row)));
        }
        if (!day.isEmpty()) {
            blocks.add(new Block.Grid(
                    breakdown("Time of day").table("Costs by time of day of arrival", day, "Classes in " + zone + "."),
                    false));
        }
    }

    private static List<Double> column(List<Figures> rows, String column) {
        return rows.stream().map(row -> row.number(column)).toList();
    }

    private static Chart.Series series(String name, List<Figures> rows, Measure measure) {
        List<Double> values = new ArrayList<>();
        rows.forEach(row -> values.add(measure.axis(row)));
        return new Chart.Series(name, values);
    }

    private static Chart bars(List<Figures> rows, Measure measure) {
        return new Chart.Bars(
                rows.stream().map(row -> row.text(LABEL)).toList(),
                List.of(series(measure.title(), rows, measure)),
                false,
                true);
    }

    private static Chart outcome(List<Figures> rows) {
        List<Chart.Series> series = new ArrayList<>();
        for (String[] part :
                new String[][] {{"full", "full_orders"}, {"partial", "partial_orders"}, {"unfilled", "unfilled_orders"}
                }) {
            List<Double> shares = new ArrayList<>();
            for (Figures row : rows) {
                Double orders = row.number("total_orders");
                Double count = row.number(part[1]);
                shares.add(orders == null || count == null || orders == 0 ? null : 100 * count / orders);
            }
            series.add(new Chart.Series(part[0], shares, part[0].equals("unfilled")));
        }
        return new Chart.Bars(rows.stream().map(row -> row.text(LABEL)).toList(), series, true, true);
    }

    private List<Figures> bySize(List<Figures> cells) {
        List<String> sizes = sizes();
        List<Figures> sorted = new ArrayList<>(cells);
        sorted.sort(Comparator.comparingInt(row -> order(sizes, row.text("size_bucket"))));
        return grouped(sorted, "size_bucket", Breakdowns::kindOf);
    }

    static List<Figures> grouped(List<Figures> cells, String key, Function<String, String> label) {
        Map<String, List<Figures>> groups = new LinkedHashMap<>();
        for (Figures row : cells) {
            groups.computeIfAbsent(label.apply(row.text(key)), k -> new ArrayList<>())
                    .add(row);
        }
        List<Figures> rows = new ArrayList<>();
        groups.forEach((name, members) -> rows.add(labelled(name, members)));
        return rows;
    }

    /** The sum of some rows under a name. */
    static Figures labelled(String label, List<Figures> rows) {
        Map<String, Object> values = new HashMap<>(Figures.sum(rows).values());
        values.put(LABEL, label);
        return new Figures(values);
    }

    /** Size classes in their order, as the aggregate has them. */
    private List<String> sizes() {
        return data.aggregate("by_order_size").stream()
                .map(row -> String.valueOf(row.text("size_bucket")))
                .toList();
    }

    private String buckets() {
        return data.setting("classification.size-buckets") + ".";
    }

    private static int order(List<String> sizes, String size) {
        int position = sizes.indexOf(String.valueOf(size));
        return position < 0 ? sizes.size() : position;
    }

    private static double tradedValue(Figures row) {
        Double value = row.number("traded_value");
        return value == null ? 0 : value;
    }

    static String kind(String kind) {
        return kind == null ? "not reported" : kind.replace("CP_", "CP ").replace('_', ' ');
    }

    private static String kindOf(String size) {
        return size == null ? "not reported" : size;
    }

    private static String className(String fillClass) {
        return switch (String.valueOf(fillClass)) {
            case "FULL" -> "full";
            case "PARTIAL" -> "partial";
            case "NONE" -> "unfilled";
            default -> Format.foreign(String.valueOf(fillClass));
        };
    }
}
