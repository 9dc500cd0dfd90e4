package io.midwater.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes tables of rows of figures. */
record Tabulation(List<Item> items) {

    record Item(Table.Column column, Function<Figures, Cell> cell) {
        static Item text(String title, Function<Figures, String> value) {
            return new Item(Table.Column.text(title), row -> Cell.of(value.apply(row)));
        }

        static Item count(String title, String column) {
            return count(title, "", column);
        }

        static Item count(String title, String unit, String column) {
            return new Item(Table.Column.number(title, unit), row -> Cell.count(row.count(column)));
        }

        static Item measure(Measure measure) {
            return new Item(measure.column(), measure::cell);
        }

        /** A number that may be missing for a reason. */
        static Item number(String title, String unit, String column, Function<Double, String> format, String reason) {
            return new Item(Table.Column.number(title, unit), row -> {
                Double value = row.number(column);
                return value == null ? Cell.none(reason) : Cell.of(format.apply(value));
            });
        }
    }

    static Tabulation of(Item... items) {
        return new Tabulation(List.of(items));
    }

    Table table(String caption, List<Figures> rows, String note) {
        return table(caption, rows, 0, note);
    }

    Table table(String caption, List<Figures> rows, int totals, String note) {
        List<List<Cell>> cells = new ArrayList<>();
        for (Figures row : rows) {
            cells.add(items.stream().map(item -> item.cell().apply(row)).toList());
        }
        return new Table(caption, items.stream().map(Item::column).toList(), cells, totals, note);
    }
}
