package io.midwater.sink.parquet;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.TableSchema;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;

/**
 * A Parquet file being written, zstd in all columns, whose bytes depend on the rows alone: no clock, no host, no memory
 * manager. Row groups are written as they are given, one column after the other.
 *
 * <p>The library's own file writer keeps the encodings of a column in a hash set of enum constants, whose order changes
 * from one JVM to the next and shows in the footer; so pages and footer are put together here, from the library's format
 * classes.
 */
public final class ParquetFile implements Closeable {
    private static final String CREATED_BY = "midwater version 1.0.0";
    private static final int VERSION = 1;

    private final OutputStream out;
    private final MessageType schema;
    private final List<ColumnSpec> columns;
    private final ChunkPages pages = new ChunkPages();
    private final ChunkEncoder encoder = new ChunkEncoder();
    private final List<RowGroup> groups = new ArrayList<>();
    private long position;
    private long rows;
    private RowGroup group;

    /** @param out receives the file; not closed here */
    public ParquetFile(OutputStream out, TableSchema table) throws IOException {
        this.out = out;
        this.columns = table.columns();
        this.schema = ParquetSchema.of(table);
        write(FileFooter.MAGIC, FileFooter.MAGIC.length);
    }

    /** Begins a row group; every column follows once, in order. */
    public void startGroup(int groupRows) {
        if (group != null) {
            throw new IllegalStateException("a row group is already open");
        }
        group = new RowGroup(new ArrayList<>(columns.size()), 0, groupRows);
        group.setFile_offset(position);
    }

    /**
     * Writes the next column of the row group.
     *
     * @param values one value a row, as {@link io.midwater.domain.table.RowGroup#read} gives them
     * @param bytesOf the bytes behind an index, for texts and decimals; other types do not ask
     */
    public void writeColumn(long[] values, IntFunction<byte[]> bytesOf) throws IOException {
        ColumnSpec column = columns.get(group.getColumnsSize());
        pages.clear();
        Statistics statistics = encoder.encode(column, values, (int) group.getNum_rows(), bytesOf, pages);
        ColumnMetaData meta = new ColumnMetaData(
                ParquetSchema.physical(column.type()),
                new ArrayList<>(),
                List.of(column.name()),
                CompressionCodec.ZSTD,
                group.getNum_rows(),
                pages.uncompressedBytes(),
                pages.bytes().size(),
                position + pages.dictionaryBytes());
        if (pages.dictionaryBytes() > 0) {
            meta.setDictionary_page_offset(position);
            meta.addToEncodings(Encoding.PLAIN);
            meta.addToEncoding_stats(new PageEncodingStats(PageType.DICTIONARY_PAGE, Encoding.PLAIN, 1));
        }
        meta.addToEncodings(Encoding.RLE);
        for (Map.Entry<Encoding, Integer> used : pages.dataPages().entrySet()) {
            meta.addToEncodings(used.getKey());
            meta.addToEncoding_stats(new PageEncodingStats(PageType.DATA_PAGE, used.getKey(), used.getValue()));
        }
        meta.setStatistics(statistics);
        ColumnChunk chunk = new ColumnChunk(position);
        chunk.setMeta_data(meta);
        group.addToColumns(chunk);
        group.setTotal_byte_size(group.getTotal_byte_size() + pages.uncompressedBytes());
        write(pages.bytes().array(), pages.bytes().size());
    }

    /** Ends the row group; all columns must have been written. */
    public void endGroup() {
        if (group.getColumnsSize() != columns.size()) {
            throw new IllegalStateException(group.getColumnsSize() + " columns of " + columns.size() + " written");
        }
        group.setTotal_compressed_size(position - group.getFile_offset());
        rows += group.getNum_rows();
        groups.add(group);
        group = null;
    }

    /** Writes the footer; no row group may be open, as one is after a failure. */
    public void finish() throws IOException {
        if (group != null) {
            throw new IllegalStateException("a row group is not complete");
        }
        FileMetaData footer = new ParquetMetadataConverter()
                .toParquetMetadata(
                        VERSION,
                        new ParquetMetadata(
                                new org.apache.parquet.hadoop.metadata.FileMetaData(schema, Map.of(), CREATED_BY),
                                List.of()));
        PageBytes bytes = FileFooter.bytes(footer, groups);
        write(bytes.array(), bytes.size());
    }

    /** Rows written so far. */
    public long rows() {
        return rows;
    }

    private void write(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        position += length;
    }

    /** Frees the compression context; writes nothing. */
    @Override
    public void close() {
        pages.close();
    }
}
