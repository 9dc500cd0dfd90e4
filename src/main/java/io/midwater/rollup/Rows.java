package io.midwater.rollup;

import io.midwater.sink.AggregateTable;
import java.util.List;
import java.util.Map;

/** Rows by column name, as rows by position. */
final class Rows {
    private Rows() {}

    static AggregateTable table(String name, List<RollupColumn> columns, List<Object[]> rows) {
        return new AggregateTable(
                name, columns.stream().map(RollupColumn::published).toList(), rows);
    }

    static Object[] cells(List<RollupColumn> columns, Map<String, Object> row) {
        Object[] cells = new Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            String name = columns.get(i).name();
            if (!row.containsKey(name)) {
                throw new IllegalStateException("no value for column " + name);
            }
            cells[i] = row.get(name);
        }
        return cells;
    }
}
