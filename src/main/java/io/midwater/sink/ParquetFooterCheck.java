package io.midwater.sink;

import io.midwater.domain.table.TableSchema;
import io.midwater.sink.parquet.ColumnFile;
import io.midwater.sink.parquet.ParquetSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;

/** Reads a Parquet file's footer back and compares it with what was meant. */
public final class ParquetFooterCheck {
    private ParquetFooterCheck() {}

    /** The rows of a file. */
    public static long rows(Configuration configuration, Path path) throws IOException {
        return rows(footer(configuration, path));
    }

    /**
     * What is wrong with a file's rows and schema, in words; empty if nothing is.
     *
     * @throws IOException if the file cannot be read
     * @throws RuntimeException if it is not a Parquet file
     */
    public static List<String> problems(Configuration configuration, Path path, TableSchema expected, long rows)
            throws IOException {
        ParquetMetadata footer = footer(configuration, path);
        List<String> problems = new ArrayList<>();
        long found = rows(footer);
        if (found != rows) {
            problems.add(path + " has " + found + " rows, expected " + rows);
        }
        MessageType schema = ParquetSchema.of(expected);
        if (!footer.getFileMetaData().getSchema().equals(schema)) {
            problems.add(path + " does not have the columns of table " + expected.name());
        }
        return problems;
    }

    private static ParquetMetadata footer(Configuration configuration, Path path) throws IOException {
        try (ParquetFileReader reader = ColumnFile.reader(configuration, path)) {
            return reader.getFooter();
        }
    }

    private static long rows(ParquetMetadata footer) {
        return footer.getBlocks().stream().mapToLong(BlockMetaData::getRowCount).sum();
    }
}
