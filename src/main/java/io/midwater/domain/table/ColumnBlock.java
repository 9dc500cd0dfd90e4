package io.midwater.domain.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A few thousand rows of one table as compact bytes: what travels from the reader to the slice. Each column is coded
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
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FLAG_NULLS = 1;
    private static final int FLAG_DIFFERENCES = 2;
    private static final int HEADER = 2 + 2 * Long.BYTES;

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
        if (differences) {
            long value = (long) LONGS.get(bytes, at);
            long smallest = (long) LONGS.get(bytes, at + 8);
            at += 16;
            into[0] = value;
            for (int i = 1; i < rows; i++) {
                value += smallest + code(at, width, i - 1);
                into[i] = value;
            }
            return;
        }
        if (width == 8) {
            for (int i = 0; i < rows; i++) {
                into[i] = (long) LONGS.get(bytes, at + (i << 3));
            }
            return;
        }
        long base = nulls ? min - 1 : min;
        for (int i = 0; i < rows; i++) {
            long code = code(at, width, i);
            into[i] = nulls && code == 0 ? RowGroup.NULL : base + code;
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

    private long code(int at, int width, int index) {
        return switch (width) {
            case 0 -> 0;
            case 1 -> bytes[at + index] & 0xFFL;
            case 2 -> (short) SHORTS.get(bytes, at + (index << 1)) & 0xFFFFL;
            case 4 -> (int) INTS.get(bytes, at + (index << 2)) & 0xFFFFFFFFL;
            default -> (long) LONGS.get(bytes, at + (index << 3));
        };
    }

    /**
     * Joins blocks of one table, in the order given.
     *
     * @return rows whose texts are numbered by first appearance
     */
    public static PackedRows concat(TableSchema schema, List<ColumnBlock> blocks) {
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
                            ? concatTexts(column, rows, blocks, dictionary, scratch)
                            : concatLongs(column, rows, blocks, scratch));
        }
        return new PackedRows(schema, rows, columns, dictionaries);
    }

    private static PackedColumn concatLongs(int column, int rows, List<ColumnBlock> blocks, long[] scratch) {
        PackedColumn.Range range = PackedColumn.Range.EMPTY;
        for (ColumnBlock block : blocks) {
            range = range.union(block.range(column));
        }
        PackedColumn.Builder builder = new PackedColumn.Builder(rows, range);
        for (ColumnBlock block : blocks) {
            block.decode(column, scratch);
            builder.append(scratch, block.rows);
        }
        return builder.build();
    }

    private static PackedColumn concatTexts(
            int column, int rows, List<ColumnBlock> blocks, TextDictionary dictionary, long[] scratch) {
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
        PackedColumn.Builder builder = new PackedColumn.Builder(rows, range);
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

    /**
     * Codes rows.
     *
     * @param rows at least 1
     * @param columns one array per column of the schema, with at least {@code rows} values
     * @param dictionaries one per column; read for text columns only
     */
    public static byte[] encode(TableSchema schema, int rows, long[][] columns, TextDictionary[] dictionaries) {
        Writer writer = new Writer(rows * columns.length * 2 + 1024);
        writer.putInt(rows);
        int offsets = writer.size;
        for (int i = 0; i < columns.length; i++) {
            writer.putInt(0);
        }
        for (int column = 0; column < columns.length; column++) {
            INTS.set(writer.bytes, offsets + Integer.BYTES * column, writer.size);
            boolean text = schema.columns().get(column).type() == ColumnType.TEXT;
            writer.putColumn(columns[column], rows, !text);
            if (text) {
                writer.putTexts(dictionaries[column]);
            }
        }
        return Arrays.copyOf(writer.bytes, writer.size);
    }

    private static final class Writer {
        private byte[] bytes;
        private int size;

        Writer(int capacity) {
            bytes = new byte[capacity];
        }

        void putColumn(long[] values, int rows, boolean differencesAllowed) {
            PackedColumn.Range range = PackedColumn.Range.of(values, rows);
            int width = range.valueless() ? 0 : width(range.max() - range.min(), range.nulls());
            if (differencesAllowed && width > 1 && !range.nulls()) {
                PackedColumn.Range differences = differences(values, rows);
                int narrow = width(differences.max() - differences.min(), false);
                if (narrow < width) {
                    header(narrow, FLAG_DIFFERENCES, range);
                    putLong(values[0]);
                    putLong(differences.min());
                    ensure(narrow * (rows - 1));
                    for (int i = 1; i < rows; i++) {
                        put(narrow, values[i] - values[i - 1] - differences.min());
                    }
                    return;
                }
            }
            header(width, range.nulls() ? FLAG_NULLS : 0, range);
            ensure(width * rows);
            long base = range.nulls() ? range.min() - 1 : range.min();
            for (int i = 0; i < rows; i++) {
                put(width, width == 8 ? values[i] : values[i] == RowGroup.NULL ? 0 : values[i] - base);
            }
        }

        private static PackedColumn.Range differences(long[] values, int rows) {
            long min = Long.MAX_VALUE;
            long max = Long.MIN_VALUE;
            for (int i = 1; i < rows; i++) {
                long difference = values[i] - values[i - 1];
                min = Math.min(min, difference);
                max = Math.max(max, difference);
            }
            return rows == 1 ? new PackedColumn.Range(0, 0, false) : new PackedColumn.Range(min, max, false);
        }

        private static int width(long spread, boolean nulls) {
            if (spread < 0 || spread > 0xFFFFFFFFL - 1) {
                return 8;
            }
            long largest = nulls ? spread + 1 : spread;
            if (largest == 0) {
                return 0;
            }
            if (largest <= 0xFF) {
                return 1;
            }
            return largest <= 0xFFFF ? 2 : 4;
        }

        private void header(int width, int flags, PackedColumn.Range range) {
            ensure(HEADER);
            bytes[size++] = (byte) width;
            bytes[size++] = (byte) flags;
            putLong(range.min());
            putLong(range.max());
        }

        void putTexts(TextDictionary dictionary) {
            putInt(dictionary.size());
            for (int i = 0; i < dictionary.size(); i++) {
                byte[] text = dictionary.text(i).getBytes(StandardCharsets.UTF_8);
                putInt(text.length);
                ensure(text.length);
                System.arraycopy(text, 0, bytes, size, text.length);
                size += text.length;
            }
        }

        private void put(int width, long code) {
            switch (width) {
                case 0:
                    break;
                case 1:
                    bytes[size] = (byte) code;
                    break;
                case 2:
                    SHORTS.set(bytes, size, (short) code);
                    break;
                case 4:
                    INTS.set(bytes, size, (int) code);
                    break;
                default:
                    LONGS.set(bytes, size, code);
            }
            size += width;
        }

        void putInt(int value) {
            ensure(Integer.BYTES);
            INTS.set(bytes, size, value);
            size += Integer.BYTES;
        }

        void putLong(long value) {
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
}
