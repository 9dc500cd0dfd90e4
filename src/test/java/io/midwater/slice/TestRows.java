package io.midwater.slice;

import io.midwater.domain.InputKind;
import io.midwater.domain.table.ColumnBlock;
import io.midwater.domain.table.ColumnBlockEncoder;
import io.midwater.domain.table.ColumnMemory;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.PackedRows;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.TableSchema;
import io.midwater.domain.table.TextDictionary;
import io.midwater.feed.BlockSchemas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of one input kind, written down by column names; a column that is not named has no value. */
final class TestRows {
    private final TableSchema schema;
    private final TextDictionary[] dictionaries;
    private final List<long[]> rows = new ArrayList<>();

    TestRows(InputKind kind) {
        schema = BlockSchemas.of(kind);
        dictionaries = new TextDictionary[schema.columns().size()];
        Arrays.setAll(dictionaries, i -> new TextDictionary());
    }

    /** @param cells name, value, name, value … ; values are numbers or texts */
    TestRows add(Object... cells) {
        long[] row = new long[dictionaries.length];
        Arrays.fill(row, RowGroup.NULL);
        for (int i = 0; i < cells.length; i += 2) {
            int column = schema.indexOf((String) cells[i]);
            boolean text = schema.columns().get(column).type() == ColumnType.TEXT;
            row[column] =
                    text ? dictionaries[column].indexOf((String) cells[i + 1]) : ((Number) cells[i + 1]).longValue();
        }
        rows.add(row);
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    ColumnBlock block() {
        long[][] columns = new long[dictionaries.length][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = rows.get(row)[column];
            }
        }
        return new ColumnBlock(new ColumnBlockEncoder().encode(schema, rows.size(), columns, dictionaries));
    }

    PackedRows packed() {
        return ColumnBlock.concat(schema, rows.isEmpty() ? List.of() : List.of(block()), new ColumnMemory());
    }
}
