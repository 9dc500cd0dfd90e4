package io.midwater.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How orders end, by their size and kind, and every combination that occurs. */
final class SizeKindClass {
    private static final String TITLE = "By size, kind and class";
    private static final String UNREPORTED = "not reported";

    private final ReportData data;
    private final Pictures pictures;

    SizeKindClass(ReportData data, Pictures pictures) {
        this.data = data;
        this.pictures = pictures;
    }

    Section section() {
        List<Figures> cells = data.aggregate("by_size_kind_class");
        List<Block> blocks = new ArrayList<>();
        if (cells.isEmpty()) {
            blocks.add(new Block.Prose("Aggregate by_size_kind_class is not in this output, or there are no orders."));
            return new Section("classes", TITLE, blocks);
        }
        List<Figures> kinds = grouped(cells, "order_kind", SizeKindClass::kind);
        List<Figures> sizes = grouped(bySize(cells), "size_bucket", SizeKindClass::size);
        Tabulation mix = Tabulation.of(
                Tabulation.Item.text("", Figures::label),
                Tabulation.Item.count("Orders", "total_orders"),
                Tabulation.Item.count("Full", "orders", "full_orders"),
                Tabulation.Item.count("Partial", "orders", "partial_orders"),
                Tabulation.Item.count("Unfilled", "orders", "unfilled_orders"),
                Tabulation.Item.measure(Measure.FILL_RATIO),
                Tabulation.Item.measure(Measure.ARRIVAL_COST),
                Tabulation.Item.measure(Measure.FIRST_FILL));
        String buckets = data.setting("classification.size-buckets") + ".";
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
                        mix.table("Orders by size", sizes, "Sizes of the quantity at arrival: " + buckets)))));
        blocks.add(new Block.Grid(cross(cells), true));
        return new Section("classes", TITLE, blocks);
    }

    private Table cross(List<Figures> cells) {
        Map<List<String>, List<Figures>> groups = new LinkedHashMap<>();
        for (Figures row : bySize(cells)) {
            List<String> key = List.of(
                    size(row.text("size_bucket")), kind(row.text("order_kind")), fillClass(row.text("fill_class")));
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        List<Figures> rows = new ArrayList<>();
        groups.forEach((key, members) -> rows.add(Figures.sum(members)
                .with("size", key.get(0))
                .with("kind", key.get(1))
                .with("class", key.get(2))));
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

    private static Chart outcome(List<Figures> rows) {
        List<Chart.Series> series = new ArrayList<>();
        for (String part : List.of("full", "partial", "unfilled")) {
            List<Double> shares = new ArrayList<>();
            for (Figures row : rows) {
                Double orders = row.number("total_orders");
                Double count = row.number(part + "_orders");
                shares.add(orders == null || count == null || orders == 0 ? null : 100 * count / orders);
            }
            series.add(new Chart.Series(part, shares, part.equals("unfilled")));
        }
        return new Chart.Bars(rows.stream().map(Figures::label).toList(), series, true, true);
    }

    private static List<Figures> grouped(List<Figures> cells, String key, Function<String, String> label) {
        Map<String, List<Figures>> groups = new LinkedHashMap<>();
        for (Figures row : cells) {
            groups.computeIfAbsent(label.apply(row.text(key)), k -> new ArrayList<>())
                    .add(row);
        }
        List<Figures> rows = new ArrayList<>();
        groups.forEach((name, members) -> rows.add(Figures.labelled(name, members)));
        return rows;
    }

    /** Sizes in the order of their classes, as the aggregate has them, then by kind and class. */
    private List<Figures> bySize(List<Figures> cells) {
        List<String> sizes = data.aggregate("by_order_size").stream()
                .map(row -> String.valueOf(row.text("size_bucket")))
                .toList();
        List<Figures> sorted = new ArrayList<>(cells);
        sorted.sort(Comparator.comparingInt((Figures row) -> position(sizes, row.text("size_bucket")))
                .thenComparing(row -> String.valueOf(row.text("order_kind")))
                .thenComparing(row -> String.valueOf(row.text("fill_class"))));
        return sorted;
    }

    private static int position(List<String> sizes, String size) {
        int position = sizes.indexOf(String.valueOf(size));
        return position < 0 ? sizes.size() : position;
    }

    private static String size(String size) {
        return size == null ? UNREPORTED : size;
    }

    static String kind(String kind) {
        return kind == null ? UNREPORTED : kind.replace("CP_", "CP ").replace('_', ' ');
    }

    static String fillClass(String fillClass) {
        if (fillClass == null) {
            return UNREPORTED;
        }
        return switch (fillClass) {
            case "FULL" -> "full";
            case "PARTIAL" -> "partial";
            case "NONE" -> "unfilled";
            default -> Format.foreign(fillClass);
        };
    }
}
