package io.midwater.sink.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;

/** A {@link ParquetFile} or {@link ParquetPack} to take row groups from. */
public final class PackSource {
    private final FileBytes bytes;
    /** Without row groups. */
    private final FileMetaData footer;

    private final List<RowGroup> groups;

    /** @throws DamagedFileException if the file cannot be read or is no Parquet file */
    public PackSource(FileBytes bytes) throws DamagedFileException {
        this.bytes = bytes;
        try {
            this.footer = FileFooter.read(bytes);
            this.groups = FileFooter.takeGroups(footer);
            if (groups.stream().anyMatch(group -> !group.getColumns().stream().allMatch(ColumnChunk::isSetMeta_data))) {
                throw new IOException("its footer does not say where its columns are");
            }
        } catch (IOException | RuntimeException e) {
            throw new DamagedFileException(e);
        }
    }

    /** Columns and words, no row groups; not to be changed. */
    FileMetaData footer() {
        return footer;
    }

    /** Copies of the row groups from that one on that hold so many rows. */
    List<RowGroup> groups(int first, long rows) throws DamagedFileException {
        List<RowGroup> found = new ArrayList<>();
        long left = rows;
        for (int i = first; left > 0 && i < groups.size(); i++) {
            RowGroup group = new RowGroup(groups.get(i));
            found.add(group);
            left -= group.getNum_rows();
        }
        if (left != 0) {
            throw new DamagedFileException(
                    new IOException("its row groups from " + first + " on do not hold just " + rows + " rows"));
        }
        return found;
    }

    void read(long position, byte[] into, int count) throws DamagedFileException {
        try {
            bytes.read(position, into, count);
        } catch (IOException | RuntimeException e) {
            throw new DamagedFileException(e);
        }
    }
}
