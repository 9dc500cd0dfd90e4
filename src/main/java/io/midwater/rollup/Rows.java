package io.midwater.rollup;

import io.midwater.domain.table.ColumnSpec;
import java.util.List;
import java.util.Map;

/** Rows by column name, as rows by position. */
final class Rows {
    private Rows() {}

    static Object[] cells(List<ColumnSpec> columns, Map<String, Object> row) {
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
