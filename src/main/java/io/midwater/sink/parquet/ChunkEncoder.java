package io.midwater.sink.parquet;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.RowGroup;
import java.io.IOException;
import java.util.function.IntFunction;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.Statistics;

/**
 * Turns one column of one row group into pages. The encoding follows from the values alone: a dictionary where values
 * repeat, differences for other integers, plain values for the rest.
 */
final class ChunkEncoder {
    static final int PAGE_ROWS = 16_384;
    static final int PAGE_BYTES = 1 << 20;
    private static final int DICTIONARY_BYTES = 1 << 20;
    private static final int DICTIONARY_VALUES = 16_384;

    private final ChunkValues values = new ChunkValues();
    private final ValueDictionary dictionary = new ValueDictionary();
    private final ChunkTexts texts = new ChunkTexts();
    private final DeltaEncoder differences = new DeltaEncoder();
    private final PageBytes page = new PageBytes();
    private int[] levels = new int[0];
    private Encoding encoding = Encoding.PLAIN;
    private int idWidth;

    /**
     * Encodes the first {@code rows} values of a column into empty pages.
     *
     * @param bytesOf the bytes behind an index, for texts and decimals
     * @return the statistics of the chunk
     */
    Statistics encode(ColumnSpec column, long[] from, int rows, IntFunction<byte[]> bytesOf, ChunkPages pages)
            throws IOException {
        ColumnType type = column.type();
        values.load(from, rows);
        check(column);
        encoding = choose(type, bytesOf);
        if (encoding == Encoding.RLE_DICTIONARY) {
            idWidth = RleEncoder.width(dictionary.size());
            page.clear();
            writeDictionary(type);
            pages.addDictionary(page, dictionary.size());
        }
        int at = 0;
        int row = 0;
        while (row < rows) {
            int end = pageEnd(type, from, row, at);
            page.clear();
            int present = writeLevels(from, row, end);
            writeValues(type, at, present);
            pages.addData(page, end - row, encoding);
            row = end;
            at += present;
        }
        return ChunkStatistics.of(type, values, dictionary, encoding == Encoding.RLE_DICTIONARY, texts);
    }

    private void check(ColumnSpec column) {
        ColumnType type = column.type();
        boolean low = values.count() > 0 && values.min() < ParquetSchema.smallest(type);
        boolean high = values.count() > 0 && values.max() > ParquetSchema.largest(type);
        if (low || high) {
            long wrong = low ? values.min() : values.max();
            throw new IllegalArgumentException("column " + column.name() + ": " + wrong + " does not fit " + type);
        }
    }

    private Encoding choose(ColumnType type, IntFunction<byte[]> bytesOf) {
        int count = values.count();
        if (count == 0) {
            return Encoding.PLAIN;
        }
        return switch (type) {
            case LONG, INT, DATE ->
                (values.constant() || !values.rising()) && repeats(count / 4)
                        ? Encoding.RLE_DICTIONARY
                        : Encoding.DELTA_BINARY_PACKED;
            case DOUBLE -> repeats(count / 2) ? Encoding.RLE_DICTIONARY : Encoding.PLAIN;
            case BOOLEAN -> Encoding.PLAIN;
            case TEXT, BINARY, DECIMAL_38_0, DECIMAL_38_12 -> {
                dictionary.build(values.present(), count, values.min(), values.max(), count);
                long bytes = texts.load(dictionary, bytesOf);
                yield bytes <= DICTIONARY_BYTES ? Encoding.RLE_DICTIONARY : Encoding.PLAIN;
            }
        };
    }

    /** Numbers the distinct values, unless there are more than {@code most}. */
    private boolean repeats(int most) {
        int limit = Math.min(most, DICTIONARY_VALUES);
        return dictionary.build(values.present(), values.count(), values.min(), values.max(), limit);
    }

    private void writeDictionary(ColumnType type) {
        switch (type) {
            case LONG, DOUBLE -> page.writeLongs(dictionary.values(), 0, dictionary.size());
            case INT, DATE -> {
                for (int id = 0; id < dictionary.size(); id++) {
                    page.writeInt((int) dictionary.value(id));
                }
            }
            case TEXT, BINARY, DECIMAL_38_0, DECIMAL_38_12 -> {
                for (int id = 0; id < dictionary.size(); id++) {
                    writeText(type, id);
                }
            }
            case BOOLEAN -> throw new IllegalStateException("booleans have no dictionary");
        }
    }

    private void writeText(ColumnType type, int id) {
        byte[] text = texts.bytes(id);
        if (type == ColumnType.TEXT || type == ColumnType.BINARY) {
            page.writeInt(text.length);
        }
        page.write(text, 0, text.length);
    }

    /** The row behind a page's last: pages end after so many rows, or before so many bytes of plain text. */
    private int pageEnd(ColumnType type, long[] from, int row, int at) {
        int rows = values.rows();
        if (values.constant() || values.count() == 0) {
            return rows;
        }
        int end = Math.min(rows, row + PAGE_ROWS);
        if (encoding != Encoding.PLAIN || !type.indexed()) {
            return end;
        }
        long bytes = 0;
        int position = at;
        for (int i = row; i < end; i++) {
            if (from[i] != RowGroup.NULL) {
                bytes += 4 + texts.bytes(dictionary.ids()[position++]).length;
                if (bytes > PAGE_BYTES && i > row) {
                    return i;
                }
            }
        }
        return end;
    }

    /** Writes which rows of [from, to) have a value; returns how many do. */
    private int writeLevels(long[] column, int from, int to) {
        int start = page.size();
        page.writeInt(0);
        int present = to - from;
        if (values.nulls() == 0) {
            RleEncoder.run(present, 1, 1, page);
        } else {
            if (levels.length < present) {
                levels = new int[present];
            }
            int nulls = 0;
            for (int i = from; i < to; i++) {
                int level = column[i] == RowGroup.NULL ? 0 : 1;
                levels[i - from] = level;
                nulls += 1 - level;
            }
            RleEncoder.encode(levels, 0, present, 1, page);
            present -= nulls;
        }
        page.setInt(start, page.size() - start - 4);
        return present;
    }

    /** Writes the page's values: {@code count} of those present, from position {@code at}. */
    private void writeValues(ColumnType type, int at, int count) {
        if (encoding == Encoding.RLE_DICTIONARY) {
            page.write(idWidth);
            RleEncoder.encode(dictionary.ids(), at, at + count, idWidth, page);
            return;
        }
        if (values.count() == 0) {
            return;
        }
        switch (type) {
            case LONG -> differences.encode(values.present(), at, count, false, page);
            case INT, DATE -> differences.encode(values.present(), at, count, true, page);
            case DOUBLE -> page.writeLongs(values.present(), at, count);
            case BOOLEAN -> page.pack(values.present(), at, count, 1);
            case TEXT, BINARY, DECIMAL_38_0, DECIMAL_38_12 -> {
                for (int i = at; i < at + count; i++) {
                    writeText(type, dictionary.ids()[i]);
                }
            }
        }
    }
}
