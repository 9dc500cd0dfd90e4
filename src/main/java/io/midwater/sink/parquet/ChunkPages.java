package io.midwater.sink.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.Closeable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

/** The compressed pages of one column chunk, each behind its header. One compression context serves a whole file. */
final class ChunkPages implements Closeable {
    private static final int LEVEL = 1;

    private final ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(LEVEL);
    private final PageBytes bytes = new PageBytes();
    private final PageBytes compressed = new PageBytes();
    private final CRC32 crc = new CRC32();
    private final Map<Encoding, Integer> dataPages = new EnumMap<>(Encoding.class);
    private int dictionaryBytes;
    private long uncompressedBytes;

    void clear() {
        bytes.clear();
        dataPages.clear();
        dictionaryBytes = 0;
        uncompressedBytes = 0;
    }

    /** Adds the dictionary page, which goes before all others. */
    void addDictionary(PageBytes page, int values) throws IOException {
        PageHeader header = header(PageType.DICTIONARY_PAGE, page);
        header.setDictionary_page_header(new DictionaryPageHeader(values, Encoding.PLAIN));
        add(header);
        dictionaryBytes = bytes.size();
    }

    /** Adds a data page of {@code rows} rows: definition levels, then values. */
    void addData(PageBytes page, int rows, Encoding encoding) throws IOException {
        PageHeader header = header(PageType.DATA_PAGE, page);
        header.setData_page_header(new DataPageHeader(rows, encoding, Encoding.RLE, Encoding.RLE));
        add(header);
        dataPages.merge(encoding, 1, Integer::sum);
    }

    private PageHeader header(PageType type, PageBytes page) {
        compressed.clear();
        int bound = Math.toIntExact(Zstd.compressBound(page.size()));
        compressed.reserve(bound);
        compressed.advance(zstd.compressByteArray(compressed.array(), 0, bound, page.array(), 0, page.size()));
        // Of the page as it lies in the file: readers that check it find a byte that storage has changed.
        crc.reset();
        crc.update(compressed.array(), 0, compressed.size());
        PageHeader header = new PageHeader(type, page.size(), compressed.size());
        header.setCrc((int) crc.getValue());
        return header;
    }

    private void add(PageHeader header) throws IOException {
        int start = bytes.size();
        Util.writePageHeader(header, bytes);
        uncompressedBytes += bytes.size() - start + header.getUncompressed_page_size();
        bytes.write(compressed.array(), 0, compressed.size());
    }

    PageBytes bytes() {
        return bytes;
    }

    /** Bytes of the dictionary page with its header, 0 where there is none. */
    int dictionaryBytes() {
        return dictionaryBytes;
    }

    /** Bytes of all pages before compression, with headers. */
    long uncompressedBytes() {
        return uncompressedBytes;
    }

    /** How many data pages have which encoding of values. */
    Map<Encoding, Integer> dataPages() {
        return dataPages;
    }

    @Override
    public void close() {
        zstd.close();
    }
}
