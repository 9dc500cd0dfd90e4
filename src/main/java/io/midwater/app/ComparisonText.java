package io.midwater.app;

import io.midwater.audit.ColumnDifference;
import io.midwater.audit.Comparison;
import io.midwater.audit.TableDifference;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints a comparison for people. */
final class ComparisonText {
    private static final int MOST_LINES = 20;

    private final PrintWriter out;

    ComparisonText(PrintWriter out) {
        this.out = out;
    }

    void print(Comparison comparison) {
        if (comparison.identical()) {
            line("identical: %,d tables and aggregates with equal hashes", comparison.files());
        } else {
            line(
                    "different: %,d of %,d tables and aggregates, %,d order-days",
                    comparison.opened(), comparison.files(), comparison.orderCount());
            list(
                    "units only in the first",
                    comparison.unitsOnlyInFirst(),
                    comparison.unitsOnlyInFirst().size());
            list(
                    "units only in the second",
                    comparison.unitsOnlyInSecond(),
                    comparison.unitsOnlyInSecond().size());
            comparison.tables().forEach(this::print);
            list("orders", comparison.orders(), comparison.orderCount());
            out.println("likely reason");
            comparison.reasons().forEach(reason -> out.println("  " + reason));
        }
        out.flush();
    }

    private void print(TableDifference table) {
        line("%s: %,d files differ", table.table(), table.files());
        if (table.onlyInFirst() > 0 || table.onlyInSecond() > 0) {
            line("  %,d rows only in the first, %,d only in the second", table.onlyInFirst(), table.onlyInSecond());
        }
        for (ColumnDifference column : table.columns()) {
            line(
                    "  %s: %,d rows%s, first %s: %s against %s",
                    column.column(),
                    column.rows(),
                    column.lastDigits() ? " (last digits)" : "",
                    column.where(),
                    shown(column.first()),
                    shown(column.second()));
        }
        if (!table.missingColumns().isEmpty()) {
            line("  columns that only one of them has: %s", String.join(", ", table.missingColumns()));
        }
        if (table.columns().isEmpty()
                && table.missingColumns().isEmpty()
                && table.onlyInFirst() + table.onlyInSecond() == 0) {
            out.println("  the same rows in other bytes or another order");
        }
    }

    private static String shown(String value) {
        return value == null ? "no value" : value;
    }

    private void list(String what, List<String> names, long count) {
        if (count > 0) {
            line("%s: %,d", what, count);
            names.stream().limit(MOST_LINES).forEach(name -> out.println("  " + name));
            if (count > MOST_LINES) {
                line("  and %,d more", count - MOST_LINES);
            }
        }
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
