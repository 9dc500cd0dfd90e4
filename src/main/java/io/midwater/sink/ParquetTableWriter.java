package io.midwater.sink;

import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.Table;
import io.midwater.domain.table.TableSchema;
import io.midwater.domain.table.TextDictionary;
import io.midwater.sink.parquet.ParquetFile;
import io.midwater.sink.parquet.ParquetSchema;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntFunction;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Writes one table as one zstd Parquet file, column by column. The same row groups give the same bytes on every machine.
 *
 * <p>Not for sharing between threads. A writer closed before {@link #finish} leaves no file.
 */
public final class ParquetTableWriter implements RowGroupSink, Closeable {
    private static final IntFunction<byte[]> NO_TEXTS = index -> new byte[0];

    private final TableSchema schema;
    private final NewFile out;
    private final ParquetFile file;
    private long[] values = new long[0];

    /** @throws org.apache.hadoop.fs.FileAlreadyExistsException if there is such a file */
    public ParquetTableWriter(Configuration configuration, Path path, TableSchema schema) throws IOException {
        this.schema = schema;
        this.out = new NewFile(configuration, path);
        try {
            this.file = new ParquetFile(out, schema);
        } catch (IOException | RuntimeException e) {
            out.close();
            throw e;
        }
    }

    /**
     * Writes a group's rows as row groups of at most {@link Table#GROUP_ROWS} rows; the last may be short.
     *
     * @throws UncheckedIOException if writing fails
     * @throws IllegalArgumentException if the group has another schema or a value does not fit its column
     */
    @Override
    public void accept(RowGroup group) {
        if (!group.schema().equals(schema)) {
            throw new IllegalArgumentException("a row group of table "
                    + group.schema().name() + " does not have the schema of table " + schema.name());
        }
        try {
            for (int from = 0; from < group.rows(); from += Table.GROUP_ROWS) {
                write(group, from, Math.min(Table.GROUP_ROWS, group.rows() - from));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(RowGroup group, int from, int rows) throws IOException {
        if (values.length < rows) {
            values = new long[rows];
        }
        file.startGroup(rows);
        for (int column = 0; column < schema.columns().size(); column++) {
            group.read(column, from, rows, values);
            file.writeColumn(values, texts(group, column));
        }
        file.endGroup();
    }

    private IntFunction<byte[]> texts(RowGroup group, int column) {
        ColumnType type = schema.columns().get(column).type();
        if (!type.indexed()) {
            return NO_TEXTS;
        }
        TextDictionary dictionary = group.dictionary(column);
        return index -> ParquetSchema.stored(type, dictionary.text(index));
    }

    /** Ends the file and keeps it. */
    public WrittenFile finish() throws IOException {
        file.finish();
        file.close();
        return out.finish(file.rows());
    }

    /** Gives the file up unless it is finished. */
    @Override
    public void close() throws IOException {
        file.close();
        out.close();
    }
}
