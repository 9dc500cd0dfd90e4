package io.midwater.sink;

import io.midwater.control.FaultPoint;
import io.midwater.control.RunManifest;
import io.midwater.control.WrittenTable;
import io.midwater.domain.SecurityDay;
import io.midwater.sink.parquet.DamagedFileException;
import io.midwater.sink.parquet.FileBytes;
import io.midwater.sink.parquet.PackSource;
import io.midwater.sink.parquet.ParquetPack;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Writes packs to staging. Every piece is checked by its hash on the way, so that rows which storage has changed do not
 * get a new, good hash.
 */
public final class PackWriter {
    private final Configuration configuration;
    private final OutputLayout staging;

    /** @param staging the layout below a folder that no other attempt uses */
    public PackWriter(Configuration configuration, OutputLayout staging) {
        this.configuration = configuration;
        this.staging = staging;
    }

    /** @throws IOException if the pack cannot be written; pieces that cannot be read are told of in the result */
    public WrittenPack write(Pack pack) throws IOException {
        FaultPoint.PACK_STAGING.reached();
        List<Integer> rowGroups = new ArrayList<>();
        Map<SecurityDay, String> damaged = new HashMap<>();
        Path target = staging.file(pack.path());
        try (NewFile out = new NewFile(configuration, target);
                Source source = new Source(configuration)) {
            ParquetPack file = new ParquetPack(out);
            for (Pack.Piece piece : pack.pieces()) {
                rowGroups.add(file.nextGroup());
                String problem = add(piece, source, file);
                if (problem != null) {
                    damaged.put(piece.unit(), piece.file().path() + ": " + problem);
                }
            }
            if (!damaged.isEmpty()) {
                return new WrittenPack(pack, null, List.of(), damaged);
            }
            file.finish();
            WrittenTable written = staging.written(pack.table(), out.finish(file.rows()));
            check(target, file.rows());
            FaultPoint.PACK_STAGED.reached();
            return new WrittenPack(pack, written, rowGroups, damaged);
        }
    }

    /** What is wrong with a piece; null if nothing is. */
    private static String add(Pack.Piece piece, Source source, ParquetPack file) throws IOException {
        RunManifest.File part = piece.file();
        try {
            String hash = file.add(source.of(piece.place()), part.whole() ? 0 : part.rowGroup(), part.rows());
            return hash.equals(part.sha256())
                    ? null
                    : "the unit's rows have the SHA-256 " + hash + ", the manifest says " + part.sha256();
        } catch (DamagedFileException e) {
            return "the unit's rows cannot be read: " + e.getMessage();
        }
    }

    private void check(Path file, long rows) throws IOException {
        long found = ParquetFooterCheck.rows(configuration, file);
        if (found != rows) {
            throw new IOException(file + " has " + found + " rows, expected " + rows);
        }
    }

    /** The file read last stays open: many pieces may come from one. */
    private static final class Source implements Closeable {
        private final Configuration configuration;
        private String place;
        private FSDataInputStream in;
        private PackSource file;

        Source(Configuration configuration) {
            this.configuration = configuration;
        }

        PackSource of(String wanted) throws IOException {
            if (!wanted.equals(place)) {
                close();
                try {
                    Path path = new Path(wanted);
                    FileSystem files = path.getFileSystem(configuration);
                    long length = files.getFileStatus(path).getLen();
                    in = files.open(path);
                    file = new PackSource(bytes(in, length));
                } catch (DamagedFileException e) {
                    throw e;
                } catch (IOException e) {
                    throw new DamagedFileException(e);
                }
                place = wanted;
            }
            return file;
        }

        private static FileBytes bytes(FSDataInputStream in, long length) {
            return new FileBytes() {
                @Override
                public long length() {
                    return length;
                }

                @Override
                public void read(long position, byte[] into, int count) throws IOException {
                    in.readFully(position, into, 0, count);
                }
            };
        }

        @Override
        public void close() throws IOException {
            place = null;
            if (in != null) {
                in.close();
                in = null;
            }
        }
    }
}
