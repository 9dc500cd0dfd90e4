package io.midwater.simulation;

import io.midwater.domain.InputColumn;
import io.midwater.domain.InputKind;
import io.midwater.domain.table.PackedColumn;
import io.midwater.domain.table.PackedRows;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.TextDictionary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Rows of one input kind by column name, put in the total order. */
final class InputRows {
    private final InputKind kind;
    private final List<Map<String, Long>> rows = new ArrayList<>();

    InputRows(InputKind kind) {
        this.kind = kind;
    }

    void add(Map<String, Long> row) {
        for (String column : row.keySet()) {
            kind.schema().indexOf(column);
        }
        rows.add(row);
    }

    PackedRows sorted() {
        String time = kind.columns().get(kind.timeColumn()).name();
        rows.sort(Comparator.<Map<String, Long>>comparingLong(row -> row.get(time))
                .thenComparingLong(row -> row.getOrDefault("sequence", 0L)));
        List<PackedColumn> columns = new ArrayList<>();
        List<TextDictionary> dictionaries = new ArrayList<>();
        for (InputColumn column : kind.columns()) {
            columns.add(PackedColumn.of(rows.stream()
                    .mapToLong(row -> row.getOrDefault(column.name(), RowGroup.NULL))
                    .toArray()));
            dictionaries.add(new TextDictionary());
        }
        return new PackedRows(kind.schema(), rows.size(), columns, dictionaries);
    }
}
