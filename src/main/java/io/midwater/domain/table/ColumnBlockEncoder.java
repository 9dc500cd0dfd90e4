package io.midwater.domain.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Codes rows as a {@link ColumnBlock}. The buffers are kept from block to block. */
public final class ColumnBlockEncoder {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[1024];
    private int size;
    private long[] differences = new long[0];

    /**
     * Codes rows.
     *
     * @param rows at least 1
     * @param columns one array per column of the schema, with at least {@code rows} values
     * @param dictionaries one per column; read for text columns only
     */
    public byte[] encode(TableSchema schema, int rows, long[][] columns, TextDictionary[] dictionaries) {
        if (differences.length < rows) {
            differences = new long[rows];
        }
        size = 0;
        putInt(rows);
        int offsets = size;
        for (int i = 0; i < columns.length; i++) {
            putInt(0);
        }
        for (int column = 0; column < columns.length; column++) {
            INTS.set(bytes, offsets + Integer.BYTES * column, size);
            boolean text = schema.columns().get(column).type() == ColumnType.TEXT;
            putColumn(columns[column], rows, !text);
            if (text) {
                putTexts(dictionaries[column]);
            }
        }
        return Arrays.copyOf(bytes, size);
    }

    private void putColumn(long[] values, int rows, boolean differencesAllowed) {
        PackedColumn.Range range = PackedColumn.Range.of(values, rows);
        int width = range.valueless() ? 0 : Codes.width(range.max() - range.min(), range.nulls());
        if (differencesAllowed && width > 1 && !range.nulls() && putDifferences(values, rows, width, range)) {
            return;
        }
        header(width, range.nulls() ? ColumnBlock.FLAG_NULLS : 0, range);
        putCodes(values, rows, width, range.nulls() ? range.min() - 1 : range.min());
    }

    /** False where differences are no narrower than the distances from the smallest value. */
    private boolean putDifferences(long[] values, int rows, int width, PackedColumn.Range range) {
        long smallest = Long.MAX_VALUE;
        long largest = Long.MIN_VALUE;
        for (int i = 1; i < rows; i++) {
            long difference = values[i] - values[i - 1];
            differences[i - 1] = difference;
            smallest = Math.min(smallest, difference);
            largest = Math.max(largest, difference);
        }
        int narrow = Codes.width(largest - smallest, false);
        if (narrow >= width) {
            return false;
        }
        header(narrow, ColumnBlock.FLAG_DIFFERENCES, range);
        putLong(values[0]);
        putLong(smallest);
        putCodes(differences, rows - 1, narrow, smallest);
        return true;
    }

    private void header(int width, int flags, PackedColumn.Range range) {
        ensure(ColumnBlock.HEADER);
        bytes[size++] = (byte) width;
        bytes[size++] = (byte) flags;
        putLong(range.min());
        putLong(range.max());
    }

    private void putCodes(long[] values, int count, int width, long base) {
        ensure(width * count);
        Codes.write(values, count, width, base, bytes, size);
        size += width * count;
    }

    private void putTexts(TextDictionary dictionary) {
        putInt(dictionary.size());
        for (int i = 0; i < dictionary.size(); i++) {
            byte[] text = dictionary.text(i).getBytes(StandardCharsets.UTF_8);
            putInt(text.length);
            ensure(text.length);
            System.arraycopy(text, 0, bytes, size, text.length);
            size += text.length;
        }
    }

    private void putInt(int value) {
        ensure(Integer.BYTES);
        INTS.set(bytes, size, value);
        size += Integer.BYTES;
    }

    private void putLong(long value) {
        ensure(Long.BYTES);
        LONGS.set(bytes, size, value);
        size += Long.BYTES;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
