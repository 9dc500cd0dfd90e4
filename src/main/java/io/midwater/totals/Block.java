package io.midwater.totals;

import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.TextDictionary;
import java.util.HashMap;
import java.util.Map;

/** A run of rows of a table, few enough for their columns to stay near the processor. A column is read once. */
final class Block {
    /** Rows of a full block. */
    static final int ROWS = 4_096;

    private final RowGroup group;
    private final int from;
    private final int rows;
    private final Map<String, long[]> columns = new HashMap<>();

    Block(RowGroup group, int from) {
        this.group = group;
        this.from = from;
        this.rows = Math.min(ROWS, group.rows() - from);
    }

    int rows() {
        return rows;
    }

    /** The values of a column as {@link RowGroup#read} gives them; not to be changed. */
    long[] column(String name) {
        return columns.computeIfAbsent(name, this::read);
    }

    private long[] read(String name) {
        long[] values = new long[rows];
        group.read(group.schema().indexOf(name), from, rows, values);
        return values;
    }

    /** The texts of a column. */
    TextDictionary texts(String name) {
        return group.dictionary(group.schema().indexOf(name));
    }
}
