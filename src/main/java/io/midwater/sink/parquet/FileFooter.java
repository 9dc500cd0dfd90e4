package io.midwater.sink.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/** What stands behind the pages of a {@link ParquetFile}: written, read back, and its row groups moved. */
final class FileFooter {
    static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    /** At the very end: the footer's length, and the magic number again. */
    private static final int TAIL = Integer.BYTES + MAGIC.length;

    private FileFooter() {}

    /** All of a file behind its pages. */
    static PageBytes bytes(FileMetaData footer, List<RowGroup> groups) throws IOException {
        FileMetaData whole = new FileMetaData(footer);
        whole.setRow_groups(groups);
        whole.setNum_rows(groups.stream().mapToLong(RowGroup::getNum_rows).sum());
        PageBytes bytes = new PageBytes();
        Util.writeFileMetaData(whole, bytes);
        bytes.writeInt(bytes.size());
        bytes.write(MAGIC, 0, MAGIC.length);
        return bytes;
    }

    /** @throws IOException if the file cannot be read or is no Parquet file */
    static FileMetaData read(FileBytes file) throws IOException {
        byte[] tail = new byte[TAIL];
        file.read(file.length() - TAIL, tail, TAIL);
        if (!Arrays.equals(MAGIC, Arrays.copyOfRange(tail, Integer.BYTES, TAIL))) {
            throw new IOException("it does not end as a Parquet file does");
        }
        int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < 0 || length > file.length() - TAIL - MAGIC.length) {
            throw new IOException("its footer cannot be " + length + " bytes long");
        }
        byte[] footer = new byte[length];
        file.read(file.length() - TAIL - length, footer, length);
        return Util.readFileMetaData(new ByteArrayInputStream(footer));
    }

    /** Takes the row groups out of a footer. */
    static List<RowGroup> takeGroups(FileMetaData footer) {
        List<RowGroup> groups = footer.getRow_groups();
        footer.setRow_groups(new ArrayList<>());
        footer.setNum_rows(0);
        return groups;
    }

    /** Says that a row group's pages lie so many bytes further on. */
    static void move(RowGroup group, long bytes) {
        group.setFile_offset(group.getFile_offset() + bytes);
        for (ColumnChunk chunk : group.getColumns()) {
            chunk.setFile_offset(chunk.getFile_offset() + bytes);
            ColumnMetaData meta = chunk.getMeta_data();
            meta.setData_page_offset(meta.getData_page_offset() + bytes);
            if (meta.isSetDictionary_page_offset()) {
                meta.setDictionary_page_offset(meta.getDictionary_page_offset() + bytes);
            }
        }
    }
}
