package io.midwater.sink;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** All files below a folder, however deep. */
public final class FileTree {
    private FileTree() {}

    /** Meets every file once, in no order; none where there is no such folder. */
    public static void walk(FileSystem files, Path folder, Consumer<FileStatus> file) throws IOException {
        if (files instanceof LocalFileSystem) {
            local(files, folder, file);
        } else if (files.exists(folder)) {
            // Object stores list a whole tree at once.
            RemoteIterator<LocatedFileStatus> found = files.listFiles(folder, true);
            while (found.hasNext()) {
                file.accept(found.next());
            }
        }
    }

    /** Hadoop's own walk asks for the owner of each file, for which it starts a process: 5 ms a file. */
    private static void local(FileSystem files, Path folder, Consumer<FileStatus> file) throws IOException {
        for (FileStatus entry : entries(files, folder)) {
            if (entry.isDirectory()) {
                local(files, entry.getPath(), file);
            } else {
                file.accept(entry);
            }
        }
    }

    private static FileStatus[] entries(FileSystem files, Path folder) throws IOException {
        try {
            return files.listStatus(folder);
        } catch (FileNotFoundException e) {
            return new FileStatus[0];
        }
    }
}
