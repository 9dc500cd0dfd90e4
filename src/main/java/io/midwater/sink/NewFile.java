package io.midwater.sink;

import io.midwater.domain.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** A file that did not exist before, counted and hashed while it is written, and deleted again unless it is finished. */
final class NewFile extends OutputStream {
    private final FileSystem files;
    private final Path path;
    private final OutputStream out;
    private final MessageDigest digest = Sha256.digest();
    private long bytes;
    private boolean open = true;

    /** @throws FileAlreadyExistsException if there is such a file */
    NewFile(Configuration configuration, Path path) throws IOException {
        this.path = path;
        this.files = path.getFileSystem(configuration);
        this.out = create();
    }

    private OutputStream create() throws IOException {
        // Without its native library Hadoop starts a chmod process for each local file, checksum file and folder, about
        // 10 ms each time. Hadoop reads, renames and deletes local files without checksum files all the same.
        if (files.getClass() != LocalFileSystem.class) {
            return files.create(path, false);
        }
        java.nio.file.Path local = ((LocalFileSystem) files).pathToFile(path).toPath();
        Files.createDirectories(local.getParent());
        try {
            return Files.newOutputStream(local, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (java.nio.file.FileAlreadyExistsException e) {
            throw (IOException) new FileAlreadyExistsException(path + " already exists").initCause(e);
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        out.write(from, offset, length);
        digest.update(from, offset, length);
        bytes += length;
    }

    @Override
    public void flush() {
        // The file counts when it is finished, not before.
    }

    /** Closes the file and keeps it. */
    WrittenFile finish(long rows) throws IOException {
        out.close();
        open = false;
        return new WrittenFile(path.toString(), rows, bytes, Sha256.hex(digest));
    }

    /** Deletes the file unless it is finished. */
    @Override
    public void close() throws IOException {
        if (!open) {
            return;
        }
        open = false;
        try {
            out.close();
        } finally {
            files.delete(path, false);
        }
    }
}
