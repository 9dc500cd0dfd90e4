package io.midwater.domain.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * At most a few thousand rows of one table as compact bytes: what travels from the reader to the slice. Each column is coded
 * apart, as distances from its smallest value or, where that is shorter, as differences between neighbours, in 0, 1, 2, 4
 * or 8 bytes a value.
 *
 * <pre>
 * block  := int rows, int offset of each column, column…
 * column := byte width, byte flags (1 nulls, 2 differences), long min, long max,
 *           [differences: long first, long smallest difference], codes, [text: int size, (int bytes, UTF-8)…]
 * </pre>
 */
public final class ColumnBlock {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final int FLAG_NULLS = 1;
    static final int FLAG_DIFFERENCES = 2;
    static final int HEADER = 2 + 2 * Long.BYTES;

    private final byte[] bytes;
    private final int rows;

    /** A view of coded bytes. */
    public ColumnBlock(byte[] bytes) {
        this.bytes = bytes;
        this.rows = (int) INTS.get(bytes, 0);
    }

    public int rows() {
        return rows;
    }

    /** The range of one column, without decoding it. */
    public PackedColumn.Range range(int column) {
        int at = offset(column);
        return new PackedColumn.Range(
                (long) LONGS.get(bytes, at + 2), (long) LONGS.get(bytes, at + 10), (bytes[at + 1] & FLAG_NULLS) != 0);
    }

    /** Decodes one column; for a text column the values are indexes into {@link #texts}. */
    public void decode(int column, long[] into) {
        int at = offset(column);
        int width = bytes[at];
        boolean nulls = (bytes[at + 1] & FLAG_NULLS) != 0;
        boolean differences = (bytes[at + 1] & FLAG_DIFFERENCES) != 0;
        long min = (long) LONGS.get(bytes, at + 2);
        at += HEADER;
        if (!differences) {
            Codes.read(bytes, at, width, nulls ? min - 1 : min, nulls, 0, rows, into);
            return;
        }
        long value = (long) LONGS.get(bytes, at);
        long smallest = (long) LONGS.get(bytes, at + 8);
        Codes.read(bytes, at + 16, width, smallest, false, 0, rows - 1, into);
        for (int i = 0; i < rows; i++) {
            long difference = into[i];
            into[i] = value;
            value += difference;
        }
    }

    /** The texts of a text column. */
    public List<String> texts(int column) {
        int at = offset(column);
        int width = bytes[at];
        at += HEADER + width * rows;
        int size = (int) INTS.get(bytes, at);
        at += Integer.BYTES;
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            int length = (int) INTS.get(bytes, at);
            texts.add(new String(bytes, at + Integer.BYTES, length, StandardCharsets.UTF_8));
            at += Integer.BYTES + length;
        }
        return texts;
    }

    private int offset(int column) {
        return (int) INTS.get(bytes, Integer.BYTES * (1 + column));
    }

    /**
     * Joins blocks of one table, in the order given.
     *
     * @param memory where the columns are kept
     * @return rows whose texts are numbered by first appearance
     */
    public static PackedRows concat(TableSchema schema, List<ColumnBlock> blocks, ColumnMemory memory) {
        int rows = 0;
        int longest = 0;
        for (ColumnBlock block : blocks) {
            rows = Math.addExact(rows, block.rows);
            longest = Math.max(longest, block.rows);
        }
        long[] scratch = new long[longest];
        List<PackedColumn> columns = new ArrayList<>();
        List<TextDictionary> dictionaries = new ArrayList<>();
        for (int column = 0; column < schema.columns().size(); column++) {
            TextDictionary dictionary = new TextDictionary();
            dictionaries.add(dictionary);
            columns.add(
                    schema.columns().get(column).type() == ColumnType.TEXT
                            ? concatTexts(column, rows, blocks, dictionary, scratch, memory)
                            : concatLongs(column, rows, blocks, scratch, memory));
        }
        return new PackedRows(schema, rows, columns, dictionaries);
    }

    private static PackedColumn concatLongs(
            int column, int rows, List<ColumnBlock> blocks, long[] scratch, ColumnMemory memory) {
        PackedColumn.Range range = PackedColumn.Range.EMPTY;
        for (ColumnBlock block : blocks) {
            range = range.union(block.range(column));
        }
        PackedColumn.Builder builder = new PackedColumn.Builder(rows, range, memory);
        for (ColumnBlock block : blocks) {
            block.decode(column, scratch);
            builder.append(scratch, block.rows);
        }
        return builder.build();
    }

    private static PackedColumn concatTexts(
            int column,
            int rows,
            List<ColumnBlock> blocks,
            TextDictionary dictionary,
            long[] scratch,
            ColumnMemory memory) {
        boolean nulls = false;
        List<long[]> indexes = new ArrayList<>();
        for (ColumnBlock block : blocks) {
            nulls |= block.range(column).nulls();
            indexes.add(
                    block.texts(column).stream().mapToLong(dictionary::indexOf).toArray());
        }
        PackedColumn.Range range = dictionary.size() == 0
                ? new PackedColumn.Range(Long.MAX_VALUE, Long.MIN_VALUE, nulls)
                : new PackedColumn.Range(0, dictionary.size() - 1L, nulls);
        PackedColumn.Builder builder = new PackedColumn.Builder(rows, range, memory);
        for (int b = 0; b < blocks.size(); b++) {
            ColumnBlock block = blocks.get(b);
            block.decode(column, scratch);
            for (int i = 0; i < block.rows; i++) {
                if (scratch[i] != RowGroup.NULL) {
                    scratch[i] = indexes.get(b)[(int) scratch[i]];
                }
            }
            builder.append(scratch, block.rows);
        }
        return builder.build();
    }
}
