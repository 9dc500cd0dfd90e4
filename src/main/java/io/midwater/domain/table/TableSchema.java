package io.midwater.domain.table;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A named list of columns; names are unique. */
public record TableSchema(String name, List<ColumnSpec> columns) {
    public TableSchema {
        requireNonNull(name, "name is null");
        columns = List.copyOf(columns);
        Set<String> seen = new HashSet<>();
        for (ColumnSpec column : columns) {
            if (!seen.add(column.name())) {
                throw new IllegalArgumentException("table " + name + " has column " + column.name() + " twice");
            }
        }
    }

    /** The position of a column; it must exist. */
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("table " + name + " has no column " + column);
    }
}
