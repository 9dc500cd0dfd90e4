package io.midwater.sink.parquet;

import io.midwater.domain.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;

/**
 * Files of one table put together as one: their row groups one after the other, the pages with their checksums as they
 * are, and one footer behind them all. A pack of a single {@link ParquetFile} is that file again, byte for byte; so
 * whatever is taken out of a pack can be checked by the hash that it had as a file of its own.
 *
 * <p>The library's own way of appending row groups is not taken, for the reason that {@link ParquetFile} gives.
 */
public final class ParquetPack {
    private static final int BUFFER = 1 << 20;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private final List<RowGroup> groups = new ArrayList<>();
    private FileMetaData footer;
    private long position;
    private long rows;

    /** @param out receives the file; not closed here */
    public ParquetPack(OutputStream out) throws IOException {
        this.out = out;
        write(FileFooter.MAGIC, FileFooter.MAGIC.length);
    }

    /** The number that the next row group will have. */
    public int nextGroup() {
        return groups.size();
    }

    /** Rows taken so far. */
    public long rows() {
        return rows;
    }

    /**
     * Takes the row groups from one on that hold so many rows.
     *
     * @return the SHA-256 that they have as a file of their own, in hex
     * @throws DamagedFileException if they cannot be read; this pack is worth nothing then
     * @throws IOException if they cannot be written
     */
    public String add(PackSource source, int firstGroup, long wanted) throws IOException {
        List<RowGroup> taken = source.groups(firstGroup, wanted);
        long start = position;
        MessageDigest digest = Sha256.digest();
        digest.update(FileFooter.MAGIC);
        if (!taken.isEmpty()) {
            RowGroup last = taken.get(taken.size() - 1);
            long from = taken.get(0).getFile_offset();
            copy(source, from, last.getFile_offset() + last.getTotal_compressed_size(), digest);
            taken.forEach(group -> FileFooter.move(group, FileFooter.MAGIC.length - from));
        }
        PageBytes own = FileFooter.bytes(source.footer(), taken);
        digest.update(own.array(), 0, own.size());
        taken.forEach(group -> FileFooter.move(group, start - FileFooter.MAGIC.length));
        if (footer == null) {
            footer = source.footer();
        } else if (!footer.equals(source.footer())) {
            throw new DamagedFileException(new IOException("it has other columns than the files before it"));
        }
        groups.addAll(taken);
        rows += wanted;
        return Sha256.hex(digest);
    }

    private void copy(PackSource source, long from, long to, MessageDigest digest) throws IOException {
        for (long at = from; at < to; at += buffer.length) {
            int count = (int) Math.min(buffer.length, to - at);
            source.read(at, buffer, count);
            digest.update(buffer, 0, count);
            write(buffer, count);
        }
    }

    /** Writes the footer; something must have been added. */
    public void finish() throws IOException {
        if (footer == null) {
            throw new IllegalStateException("a pack of nothing has no columns");
        }
        PageBytes bytes = FileFooter.bytes(footer, groups);
        write(bytes.array(), bytes.size());
    }

    private void write(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        position += length;
    }
}
