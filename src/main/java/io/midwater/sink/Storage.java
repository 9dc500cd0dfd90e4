package io.midwater.sink;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/** The few steps of publishing that must replace what is there, on any file system. */
interface Storage {
    /** Moves a file by one rename; folders are made, and what is at the target is replaced. */
    void move(Path from, Path to) throws IOException;

    /** Writes a whole file, over what is there. */
    void write(Path target, byte[] bytes) throws IOException;

    /**
     * Writes a whole file where there is none. On local disks nobody sees a part of it, unless they know no hard links.
     *
     * @return false where there is one, which stays as it is; of several callers at once one gets true
     */
    boolean createNew(Path target, byte[] bytes) throws IOException;

    /** A file that grows while it is open, over what is there. */
    OutputStream create(Path target) throws IOException;

    /** Deletes a file or folder; false where there is none. */
    boolean delete(Path path) throws IOException;

    static Storage of(Configuration configuration, Path root) throws IOException {
        FileSystem files = root.getFileSystem(configuration);
        return files instanceof LocalFileSystem local && files.getClass() == LocalFileSystem.class
                ? new Local(local)
                : new Remote(files, FileContext.getFileContext(root.toUri(), configuration));
    }

    /** Without its native library Hadoop starts a chmod process for each local folder, about 10 ms each time. */
    record Local(LocalFileSystem files) implements Storage {
        @Override
        public void move(Path from, Path to) throws IOException {
            java.nio.file.Path target = files.pathToFile(to).toPath();
            Files.createDirectories(target.getParent());
            Files.move(
                    files.pathToFile(from).toPath(),
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void write(Path target, byte[] bytes) throws IOException {
            java.nio.file.Path local = files.pathToFile(target).toPath();
            Files.createDirectories(local.getParent());
            Files.write(local, bytes);
        }

        @Override
        public boolean createNew(Path target, byte[] bytes) throws IOException {
            java.nio.file.Path local = files.pathToFile(target).toPath();
            java.nio.file.Path part = local.resolveSibling(local.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                Files.write(part, bytes);
                return linked(local, part, bytes);
            } finally {
                Files.deleteIfExists(part);
            }
        }

        private static boolean linked(java.nio.file.Path local, java.nio.file.Path part, byte[] bytes)
                throws IOException {
            try {
                Files.createLink(local, part);
                return true;
            } catch (java.nio.file.FileAlreadyExistsException e) {
                return false;
            } catch (FileSystemException | UnsupportedOperationException e) {
                return written(local, bytes);
            }
        }

        private static boolean written(java.nio.file.Path local, byte[] bytes) throws IOException {
            try (OutputStream out = Files.newOutputStream(local, StandardOpenOption.CREATE_NEW)) {
                out.write(bytes);
                return true;
            } catch (java.nio.file.FileAlreadyExistsException e) {
                return false;
            }
        }

        @Override
        public OutputStream create(Path target) throws IOException {
            java.nio.file.Path local = files.pathToFile(target).toPath();
            Files.createDirectories(local.getParent());
            return Files.newOutputStream(local);
        }

        @Override
        public boolean delete(Path path) throws IOException {
            return files.delete(path, true);
        }
    }

    /** Through Hadoop. */
    record Remote(FileSystem files, FileContext context) implements Storage {
        @Override
        public void move(Path from, Path to) throws IOException {
            context.mkdir(to.getParent(), FsPermission.getDirDefault(), true);
            context.rename(from, to, Options.Rename.OVERWRITE);
        }

        @Override
        public void write(Path target, byte[] bytes) throws IOException {
            context.mkdir(target.getParent(), FsPermission.getDirDefault(), true);
            try (FSDataOutputStream out = context.create(target, EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE))) {
                out.write(bytes);
            }
        }

        @Override
        public boolean createNew(Path target, byte[] bytes) throws IOException {
            try (FSDataOutputStream out = files.create(target, false)) {
                out.write(bytes);
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            }
        }

        @Override
        public OutputStream create(Path target) throws IOException {
            context.mkdir(target.getParent(), FsPermission.getDirDefault(), true);
            FSDataOutputStream file = context.create(target, EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE));
            return new FilterOutputStream(file) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    file.write(bytes, offset, length);
                }

                @Override
                public void flush() throws IOException {
                    file.hflush();
                }
            };
        }

        @Override
        public boolean delete(Path path) throws IOException {
            return files.delete(path, true);
        }
    }
}
