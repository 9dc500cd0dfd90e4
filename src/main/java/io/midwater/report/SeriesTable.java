package io.midwater.report;

import java.util.ArrayList;
import java.util.List;

/** The table of a chart of several series over the same points. */
final class SeriesTable {
    private SeriesTable() {}

    static Table of(
            String caption,
            String first,
            List<String> points,
            List<Chart.Series> series,
            String unit,
            int decimals,
            String reason) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.text(first));
        series.forEach(s -> columns.add(Table.Column.number(s.name(), unit)));
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.of(points.get(i)));
            for (Chart.Series s : series) {
                Double value = s.values().get(i);
                row.add(value == null ? Cell.none(reason) : Cell.of(Format.decimals(value, decimals)));
            }
            rows.add(row);
        }
        return new Table(caption, columns, rows, 0, "");
    }
}
