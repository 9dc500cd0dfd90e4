package io.midwater.feed;

import io.midwater.domain.table.ColumnBlockEncoder;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.TableSchema;
import io.midwater.domain.table.TextDictionary;

/** Turns the rows of a builder into the columns of a block. */
final class BlockCoder {
    private static final int TILE_ROWS = 16;

    private final TableSchema schema;
    private final TextPool texts;
    private final int width;
    private final ColumnBlockEncoder encoder = new ColumnBlockEncoder();
    private final long[][] columns;
    private final long[] tile;
    private final TextDictionary[] dictionaries;
    private final int[] touched = new int[BlockBuilder.MOST_ROWS];
    /** One more than a text's number in the block, by its number in the pool; 0 for none. */
    private int[] known = new int[256];

    BlockCoder(TableSchema schema, TextPool texts) {
        this.schema = schema;
        this.texts = texts;
        this.width = schema.columns().size();
        this.columns = new long[width][BlockBuilder.MOST_ROWS];
        this.tile = new long[TILE_ROWS * width];
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

    /**
     * A few rows at a time, so that both sides stay in the nearest cache. The rows come from far away, as a scan fills
     * many builders at once; copied in one piece they come before they are asked for.
     */
    private void turn(long[] cells, int rows) {
        for (int from = 0; from < rows; from += TILE_ROWS) {
            int count = Math.min(rows - from, TILE_ROWS);
            System.arraycopy(cells, from * width, tile, 0, count * width);
            for (int column = 0; column < width; column++) {
                long[] into = columns[column];
                for (int row = 0; row < count; row++) {
                    into[from + row] = tile[row * width + column];
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
                known[number] = dictionary.add(texts.text(number)) + 1;
                touched[size++] = number;
            }
            numbers[i] = known[number] - 1L;
        }
        for (int i = 0; i < size; i++) {
            known[touched[i]] = 0;
        }
    }
}
