package io.midwater.feed;

import io.midwater.domain.table.ColumnBlock;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.TableSchema;
import io.midwater.domain.table.TextDictionary;
import java.util.Arrays;

/** Rows of one security and date on their way into a block. */
final class BlockBuilder {
    /** Rows of a full block. */
    static final int MOST_ROWS = 4096;

    private static final int FIRST_ROWS = 32;
    private static final long[] NOTHING = new long[MOST_ROWS];

    static {
        Arrays.fill(NOTHING, RowGroup.NULL);
    }

    private final TableSchema schema;
    private final long security;
    private final int epochDay;
    /** The columns that the file has; the others are null in every row. */
    private final int[] present;

    private final long[][] columns;
    private int capacity;
    private int rows;

    BlockBuilder(TableSchema schema, int[] present, long security, int epochDay) {
        this.schema = schema;
        this.present = present;
        this.security = security;
        this.epochDay = epochDay;
        this.columns = new long[schema.columns().size()][];
        Arrays.fill(columns, NOTHING);
    }

    long security() {
        return security;
    }

    int epochDay() {
        return epochDay;
    }

    int rows() {
        return rows;
    }

    /** Rows for which memory is held. */
    int capacity() {
        return capacity;
    }

    /** True where the next row needs more memory. */
    boolean mustGrow() {
        return rows == capacity;
    }

    void grow() {
        capacity = capacity == 0 ? FIRST_ROWS : Math.min(MOST_ROWS, 4 * capacity);
        for (int column : present) {
            columns[column] = rows == 0 ? new long[capacity] : Arrays.copyOf(columns[column], capacity);
        }
    }

    /** Appends a row by column of the schema; true when the block is full. */
    boolean append(long[] values) {
        int row = rows;
        for (int column : present) {
            columns[column][row] = values[column];
        }
        rows = row + 1;
        return rows == MOST_ROWS;
    }

    /** Codes the rows and forgets them; the memory stays. */
    byte[] take(TextPool texts, int[] scratch) {
        TextDictionary[] dictionaries = new TextDictionary[columns.length];
        for (int column = 0; column < columns.length; column++) {
            if (schema.columns().get(column).type() == ColumnType.TEXT) {
                dictionaries[column] = new TextDictionary();
                if (columns[column] != NOTHING) {
                    renumber(columns[column], texts, dictionaries[column], scratch);
                }
            }
        }
        byte[] bytes = ColumnBlock.encode(schema, rows, columns, dictionaries);
        rows = 0;
        return bytes;
    }

    /** From numbers in the pool to numbers in the block. */
    private void renumber(long[] numbers, TextPool texts, TextDictionary dictionary, int[] known) {
        int[] touched = new int[rows];
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

    /** Gives the memory back. */
    void release() {
        capacity = 0;
        for (int column : present) {
            columns[column] = NOTHING;
        }
    }
}
