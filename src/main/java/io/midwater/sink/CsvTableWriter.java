package io.midwater.sink;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.TableSchema;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Writes one table as one CSV file with a header, gzip where the name ends in {@code .gz}. No value is an empty cell, an
 * empty text is {@code ""}; doubles are as short as reading them back allows, dates are ISO, booleans true or false. A text
 * that starts with = + - @, a tab or a carriage return gets an apostrophe in front.
 *
 * <pre>
 * order_id,participant_id,limit_px,fill_ratio,date,in_study
 * 7904794000153510508,"Smith, Jones",33900,0.25,2024-09-05,true
 * 7904794000153510509,,,,2024-09-05,false
 * </pre>
 *
 * <p>Not for sharing between threads. A writer closed before {@link #finish} leaves no file.
 */
public final class CsvTableWriter implements RowGroupSink, Closeable {
    private static final int BATCH_ROWS = 1024;

    private final TableSchema schema;
    private final ColumnType[] types;
    private final NewFile file;
    private final Gzip gzip;
    private final CsvBytes csv;
    private final CsvText text = new CsvText();
    private final long[][] batch;
    private long rows;

    /** @throws org.apache.hadoop.fs.FileAlreadyExistsException if there is such a file */
    public CsvTableWriter(Configuration configuration, Path path, TableSchema schema) throws IOException {
        this.schema = schema;
        this.types = schema.columns().stream().map(ColumnSpec::type).toArray(ColumnType[]::new);
        this.batch = new long[types.length][BATCH_ROWS];
        this.file = new NewFile(configuration, path);
        this.gzip = path.getName().endsWith(".gz") ? new Gzip(file) : null;
        this.csv = new CsvBytes(gzip == null ? file : gzip);
        for (int column = 0; column < types.length; column++) {
            separate(column);
            csv.append(text.cell(schema.columns().get(column).name()));
        }
        csv.endRow();
    }

    /**
     * Writes a group's rows.
     *
     * @throws UncheckedIOException if writing fails
     * @throws IllegalArgumentException if the group has another schema
     */
    @Override
    public void accept(RowGroup group) {
        if (!group.schema().equals(schema)) {
            throw new IllegalArgumentException("a row group of table "
                    + group.schema().name() + " does not have the schema of table " + schema.name());
        }
        byte[][][] cells = new byte[types.length][][];
        for (int column = 0; column < types.length; column++) {
            if (types[column].indexed()) {
                cells[column] = new byte[group.dictionary(column).size()][];
            }
        }
        try {
            for (int from = 0; from < group.rows(); from += BATCH_ROWS) {
                write(group, from, Math.min(BATCH_ROWS, group.rows() - from), cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(RowGroup group, int from, int count, byte[][][] cells) throws IOException {
        for (int column = 0; column < types.length; column++) {
            group.read(column, from, count, batch[column]);
        }
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < types.length; column++) {
                separate(column);
                long value = batch[column][row];
                if (value != RowGroup.NULL) {
                    append(group, column, value, cells[column]);
                }
            }
            csv.endRow();
        }
        rows += count;
    }

    private void separate(int column) {
        if (column > 0) {
            csv.comma();
        }
    }

    private void append(RowGroup group, int column, long value, byte[][] cells) {
        switch (types[column]) {
            case LONG, INT -> csv.append(value);
            case BOOLEAN -> csv.append(value != 0);
            case DATE -> csv.appendDate(value);
            case DOUBLE -> csv.append(Double.longBitsToDouble(value));
            case TEXT, DECIMAL_38_0, DECIMAL_38_12 -> {
                int index = (int) value;
                if (cells[index] == null) {
                    String cell = group.dictionary(column).text(index);
                    cells[index] = types[column] == ColumnType.TEXT
                            ? text.cell(cell)
                            : cell.getBytes(StandardCharsets.US_ASCII);
                }
                csv.append(cells[index]);
            }
        }
    }

    /** Ends the file and keeps it. */
    public WrittenFile finish() throws IOException {
        csv.flush();
        if (gzip != null) {
            gzip.finish();
            gzip.release();
        }
        return file.finish(rows);
    }

    /** Gives the file up unless it is finished. */
    @Override
    public void close() throws IOException {
        if (gzip != null) {
            gzip.release();
        }
        file.close();
    }

    /** Fast rather than small; without a time in its header. */
    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(1);
        }

        /** Frees the compressor's memory without closing the file. */
        void release() {
            def.end();
        }
    }
}
