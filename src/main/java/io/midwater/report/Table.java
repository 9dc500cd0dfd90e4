package io.midwater.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of the report. Missing values show a dash and the letter of a reason below the table.
 *
 * @param totals number of rows at the end that add up others
 */
record Table(String caption, List<Column> columns, List<List<Cell>> rows, int totals, String note) {
    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        caption + ": a row of " + row.size() + " cells for " + columns.size() + " columns");
            }
        }
    }

    /** @param unit with sign convention, empty for none */
    record Column(String title, String unit, boolean numeric) {
        Column {
            unit = Format.together(unit);
        }

        static Column text(String title) {
            return new Column(title, "", false);
        }

        static Column number(String title, String unit) {
            return new Column(title, unit, true);
        }
    }

    /** A row for {@code totals} has its own look. */
    boolean total(int row) {
        return row >= rows.size() - totals;
    }

    /** The different reasons for missing values, in order of appearance. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        for (List<Cell> row : rows) {
            for (Cell cell : row) {
                if (cell.missing() && !reasons.contains(cell.reason())) {
                    reasons.add(cell.reason());
                }
            }
        }
        return reasons;
    }

    static String letter(int reason) {
        return String.valueOf((char) ('a' + reason));
    }

    /** The letter of a missing value's reason, empty for a value. */
    String letter(Cell cell) {
        return cell.missing() ? letter(reasons().indexOf(cell.reason())) : "";
    }

    boolean hasFew() {
        return rows.stream().anyMatch(row -> row.stream().anyMatch(Cell::few));
    }
}
