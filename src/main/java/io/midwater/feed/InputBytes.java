package io.midwater.feed;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The plain bytes of an input file: opened, decompressed, and checked to be what was listed. */
final class InputBytes extends InputStream {
    private final String path;
    private final Compression compression;
    private final InputStream in;
    private final Storage storage;

    private InputBytes(String path, Compression compression, FSDataInputStream raw) throws IOException {
        this.path = path;
        this.compression = compression;
        this.storage = new Storage(raw);
        this.in = decompress();
    }

    private InputStream decompress() throws IOException {
        if (compression == Compression.NONE) {
            return storage;
        }
        try {
            return compression.decompress(compression == Compression.GZIP ? new MemberAware(storage) : storage);
        } catch (IOException e) {
            storage.close();
            throw damaged(e);
        }
    }

    static InputStream open(Configuration configuration, String path, Compression compression) throws IOException {
        Path file = new Path(path);
        return new InputBytes(
                path, compression, file.getFileSystem(configuration).open(file));
    }

    /**
     * Opens a listed file at an offset into its plain bytes.
     *
     * @throws InputException if the file is no longer what was listed
     */
    static InputStream open(Configuration configuration, InputFile file, long offset) throws IOException {
        Path path = new Path(file.path());
        FileSystem system = path.getFileSystem(configuration);
        FileStatus status = status(system, path);
        if (status.getLen() != file.size() || status.getModificationTime() != file.modified()) {
            throw new InputException(file.path() + ": changed while it was being read (" + file.size() + " bytes, now "
                    + status.getLen() + "); run again when nothing writes to it");
        }
        FSDataInputStream raw = system.open(path);
        if (file.compression() == Compression.NONE) {
            raw.seek(offset);
            return new InputBytes(file.path(), file.compression(), raw);
        }
        InputStream in = new InputBytes(file.path(), file.compression(), raw);
        try {
            in.skipNBytes(offset);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
        return in;
    }

    private static FileStatus status(FileSystem system, Path path) throws IOException {
        try {
            return system.getFileStatus(path);
        } catch (FileNotFoundException e) {
            throw new InputException(path + ": vanished while the files were being read; run again when it is back", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return in.read(into, offset, length);
        } catch (IOException | IndexOutOfBoundsException e) {
            if (compression == Compression.NONE || storage.failed) {
                throw e;
            }
            throw damaged(e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private InputException damaged(Exception cause) {
        String what = cause instanceof EOFException ? "ends too early" : "cannot be decompressed";
        return new InputException(
                path + ": " + what + " as " + compression.extension() + " (" + cause.getMessage()
                        + "); the file is cut short or damaged, fetch it again",
                cause);
    }

    /**
     * Remembers whether the storage failed, which is not the file's fault. Knows its position and says nothing about
     * available bytes, so that the decompressors behave alike on every file system.
     */
    private static final class Storage extends FSInputStream {
        private final FSDataInputStream in;
        private boolean failed;

        Storage(FSDataInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return in.read(into, offset, length);
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }

        @Override
        public long getPos() throws IOException {
            return in.getPos();
        }

        @Override
        public void seek(long position) throws IOException {
            in.seek(position);
        }

        @Override
        public boolean seekToNewSource(long position) throws IOException {
            return in.seekToNewSource(position);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** Says truly whether more bytes follow: the JDK's gzip reader asks, to find the next member of a joined file. */
    private static final class MemberAware extends BufferedInputStream {
        MemberAware(InputStream in) {
            super(in, 1 << 16);
        }

        @Override
        public synchronized int available() throws IOException {
            if (pos < count) {
                return count - pos;
            }
            mark(1);
            int next = read();
            if (next < 0) {
                return 0;
            }
            reset();
            return 1;
        }
    }
}
