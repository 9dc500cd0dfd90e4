package io.midwater.slice;

import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.PackedRows;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.TextDictionary;

/** Compares rows by what they say: the given columns in order, texts as texts; "no value" comes first. */
final class Content implements RowOrder {
    private final PackedRows rows;
    private final int[] columns;
    private final boolean[] texts;

    Content(PackedRows rows, int[] columns) {
        this.rows = rows;
        this.columns = columns.clone();
        this.texts = new boolean[columns.length];
        for (int i = 0; i < columns.length; i++) {
            texts[i] = rows.schema().columns().get(columns[i]).type() == ColumnType.TEXT;
        }
    }

    @Override
    public int compare(int left, int right) {
        for (int i = 0; i < columns.length; i++) {
            long a = rows.column(columns[i]).get(left);
            long b = rows.column(columns[i]).get(right);
            if (a != b) {
                int order = texts[i] ? compareTexts(columns[i], a, b) : Long.compare(a, b);
                if (order != 0) {
                    return order;
                }
            }
        }
        return 0;
    }

    private int compareTexts(int column, long a, long b) {
        if (a == RowGroup.NULL || b == RowGroup.NULL) {
            return Long.compare(a, b);
        }
        TextDictionary dictionary = rows.dictionary(column);
        return dictionary.text((int) a).compareTo(dictionary.text((int) b));
    }
}
