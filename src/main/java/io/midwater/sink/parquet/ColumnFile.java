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
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A published Parquet file, or row groups of one that follow each other, read back through parquet-hadoop, whole columns
 * at a time.
 */
public final class ColumnFile {
    private final Configuration configuration;
    private final Path path;
    private final ParquetMetadata footer;
    private final long rows;
    private final List<String> names;

    private ColumnFile(Configuration configuration, Path path, ParquetMetadata footer) {
        this.configuration = configuration;
        this.path = path;
        this.footer = footer;
        this.rows = footer.getBlocks().stream()
                .mapToLong(BlockMetaData::getRowCount)
                .sum();
        this.names = footer.getFileMetaData().getSchema().getFields().stream()
                .map(Type::getName)
                .toList();
    }

    /**
     * Reads the footer.
     *
     * @throws IOException if the file cannot be read
     * @throws RuntimeException if it is not a Parquet file
     */
    public static ColumnFile open(Configuration configuration, Path path) throws IOException {
        try (ParquetFileReader reader = reader(configuration, path)) {
            return new ColumnFile(configuration, path, reader.getFooter());
        }
    }

    /**
     * The row groups from one on that hold so many rows, as if they were a file.
     *
     * @throws IllegalArgumentException if there are no such row groups
     */
    public ColumnFile part(int firstGroup, long wanted) {
        List<BlockMetaData> all = footer.getBlocks();
        int end = firstGroup;
        long left = wanted;
        while (left > 0 && end < all.size()) {
            left -= all.get(end++).getRowCount();
        }
        if (left != 0) {
            throw new IllegalArgumentException(
                    path + " has no row groups from " + firstGroup + " on that hold just " + wanted + " rows");
        }
        return new ColumnFile(
                configuration,
                path,
                new ParquetMetadata(footer.getFileMetaData(), List.copyOf(all.subList(firstGroup, end))));
    }

    public long rows() {
        return rows;
    }

    /** Of the columns, in the file's order. */
    public List<String> names() {
        return names;
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
        try (ParquetFileReader reader = reader()) {
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

    private ParquetFileReader reader() throws IOException {
        HadoopInputFile file = HadoopInputFile.fromPath(path, configuration);
        return ParquetFileReader.open(
                file, footer, HadoopReadOptions.builder(configuration).build(), file.newStream());
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
