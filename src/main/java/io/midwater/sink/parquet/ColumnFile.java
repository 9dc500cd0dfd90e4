package io.midwater.sink.parquet;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A published Parquet file read back through parquet-hadoop, whole columns at a time.
 *
 * @param names of the columns, in the file's order
 */
public record ColumnFile(Configuration configuration, Path path, long rows, List<String> names) {
    public ColumnFile {
        names = List.copyOf(names);
    }

    /**
     * Reads the footer.
     *
     * @throws IOException if the file cannot be read
     * @throws RuntimeException if it is not a Parquet file
     */
    public static ColumnFile open(Configuration configuration, Path path) throws IOException {
        try (ParquetFileReader reader = reader(configuration, path)) {
            return new ColumnFile(
                    configuration,
                    path,
                    reader.getRecordCount(),
                    reader.getFileMetaData().getSchema().getFields().stream()
                            .map(Type::getName)
                            .toList());
        }
    }

    /**
     * Opens a file. The options are given, because the library otherwise reads Hadoop's configuration files again for
     * every file.
     */
    public static ParquetFileReader reader(Configuration configuration, Path path) throws IOException {
        return ParquetFileReader.open(
                HadoopInputFile.fromPath(path, configuration),
                HadoopReadOptions.builder(configuration).build());
    }

    /**
     * Reads columns.
     *
     * @throws IOException if the file cannot be read
     * @throws RuntimeException if it is damaged or has no such column
     */
    public Map<String, ColumnValues> read(Collection<String> wanted) throws IOException {
        Map<String, ColumnValues> columns = new LinkedHashMap<>();
        try (ParquetFileReader reader = reader(configuration, path)) {
            MessageType all = reader.getFileMetaData().getSchema();
            MessageType chosen = new MessageType(
                    all.getName(), wanted.stream().map(all::getType).toList());
            reader.setRequestedSchema(chosen);
            for (String name : wanted) {
                columns.put(name, new ColumnValues(all.getType(name).asPrimitiveType(), Math.toIntExact(this.rows)));
            }
            String createdBy = reader.getFileMetaData().getCreatedBy();
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                ColumnReadStoreImpl store = new ColumnReadStoreImpl(
                        pages, new GroupRecordConverter(chosen).getRootConverter(), chosen, createdBy);
                for (ColumnDescriptor column : chosen.getColumns()) {
                    read(store.getColumnReader(column), column, pages.getRowCount(), columns);
                }
            }
        }
        return columns;
    }

    private static void read(
            ColumnReader reader, ColumnDescriptor column, long rows, Map<String, ColumnValues> columns) {
        ColumnValues values = columns.get(column.getPath()[0]);
        for (long row = 0; row < rows; row++) {
            values.add(reader, reader.getCurrentDefinitionLevel() == column.getMaxDefinitionLevel());
            reader.consume();
        }
    }
}
