package io.midwater.feed;

import io.midwater.domain.table.ColumnBlockEncoder;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.TableSchema;
import io.midwater.domain.table.TextDictionary;

/** Turns the rows of a builder into the columns of a block. */
final class BlockCoder {
    private final TableSchema schema;
    private final TextPool texts;
    private final int width;
    private final ColumnBlockEncoder encoder = new ColumnBlockEncoder();
    private final long[][] columns;
    private final TextDictionary[] dictionaries;
    private final int[] touched = new int[BlockBuilder.MOST_ROWS];
    /** One more than a text's number in the block, by its number in the pool; 0 for none. */
    private int[] known = new int[256];

    BlockCoder(TableSchema schema, TextPool texts) {
        this.schema = schema;
        this.texts = texts;
        this.width = schema.columns().size();
        this.columns = new long[width][BlockBuilder.MOST_ROWS];
        this.dictionaries = new TextDictionary[width];
        for (int column = 0; column < width; column++) {
            if (schema.columns().get(column).type() == ColumnType.TEXT) {
                dictionaries[column] = new TextDictionary();
            }
        }
    }

    byte[] encode(BlockBuilder rows) {
        turn(rows.cells(), rows.rows());
        if (texts.size() > known.length) {
            known = new int[Math.max(2 * known.length, texts.size())];
        }
        for (int column = 0; column < width; column++) {
            if (dictionaries[column] != null) {
                dictionaries[column].clear();
                renumber(columns[column], rows.rows(), dictionaries[column]);
            }
        }
        return encoder.encode(schema, rows.rows(), columns, dictionaries);
    }

    /** A few rows at a time, so that both sides stay in the nearest cache. */
    private void turn(long[] cells, int rows) {
        for (int from = 0; from < rows; from += 16) {
            int to = Math.min(rows, from + 16);
            for (int column = 0; column < width; column++) {
                long[] into = columns[column];
                for (int row = from; row < to; row++) {
                    into[row] = cells[row * width + column];
                }
            }
        }
    }

    /** From numbers in the pool to numbers in the block. */
    private void renumber(long[] numbers, int rows, TextDictionary dictionary) {
        int size = 0;
        for (int i = 0; i < rows; i++) {
            if (numbers[i] == RowGroup.NULL) {
                continue;
            }
            int number = (int) numbers[i];
            if (known[number] == 0) {
                known[number] = dictionary.indexOf(texts.text(number)) + 1;
                touched[size++] = number;
            }
            numbers[i] = known[number] - 1L;
        }
        for (int i = 0; i < size; i++) {
            known[touched[i]] = 0;
        }
    }
}
