package io.midwater.feed;

import io.midwater.domain.table.ColumnBlockEncoder;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.TextDictionary;
import java.util.Arrays;

/** Rejected rows on their way into a block. */
final class RejectLog {
    private static final int MOST_ROWS = 4096;
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int REASON = 2;
    private static final int COLUMN = 3;
    private static final int RAW = 4;

    private final long[][] columns = new long[5][0];
    private final TextDictionary[] dictionaries =
            new TextDictionary[] {null, null, new TextDictionary(), new TextDictionary(), new TextDictionary()};
    private int rows;
    private long characters;

    /** Adds a row; true when the block should be taken. */
    boolean add(long line, RowReader row) {
        if (rows == columns[0].length) {
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Arrays.copyOf(columns[i], Math.max(64, 2 * rows));
            }
        }
        String column = row.rejectedColumn();
        String raw = row.raw();
        columns[0][rows] = line;
        columns[1][rows] = row.offset();
        columns[REASON][rows] = dictionaries[REASON].indexOf(row.reason().name());
        columns[COLUMN][rows] = column == null ? RowGroup.NULL : dictionaries[COLUMN].indexOf(column);
        columns[RAW][rows] = dictionaries[RAW].indexOf(raw);
        rows++;
        characters += raw.length();
        return rows == MOST_ROWS || characters >= MOST_CHARACTERS;
    }

    int rows() {
        return rows;
    }

    byte[] take() {
        byte[] bytes = new ColumnBlockEncoder().encode(BlockSchemas.REJECTS, rows, columns, dictionaries);
        rows = 0;
        characters = 0;
        dictionaries[REASON].clear();
        dictionaries[COLUMN].clear();
        dictionaries[RAW].clear();
        return bytes;
    }
}
