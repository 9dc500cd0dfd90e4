package io.midwater.rollup;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.sink.AggregateTable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Finds values in aggregates by name. */
final class Cells {
    private Cells() {}

    static AggregateTable table(List<AggregateTable> tables, String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table " + name));
    }

    static Object cell(AggregateTable table, int row, String column) {
        return table.rows().get(row)[index(table, column)];
    }

    static List<Object> column(AggregateTable table, String column) {
        int index = index(table, column);
        return Arrays.asList(table.rows().stream().map(row -> row[index]).toArray());
    }

    /** A whole sum as a long. */
    static Long whole(AggregateTable table, int row, String column) {
        Object value = cell(table, row, column);
        return value == null ? null : ((BigDecimal) value).longValueExact();
    }

    private static int index(AggregateTable table, String column) {
        List<String> names = table.columns().stream().map(ColumnSpec::name).toList();
        int index = names.indexOf(column);
        if (index < 0) {
            throw new AssertionError("no column " + column + " in " + table.name() + ": " + names);
        }
        return index;
    }
}
