package io.midwater.sink;

import io.midwater.control.WrittenTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.fs.permission.FsPermission;

/** Moves staged files to where readers find them, each by one rename. */
public final class Publisher {
    private final OutputLayout layout;
    private final FileContext files;

    public Publisher(Configuration configuration, OutputLayout layout) throws UnsupportedFileSystemException {
        this.layout = layout;
        this.files = FileContext.getFileContext(layout.root().toUri(), configuration);
    }

    /** Publishes files, replacing what is there. */
    public void publish(List<WrittenTable> tables) throws IOException {
        for (WrittenTable table : tables) {
            Path target = new Path(layout.root(), table.path());
            files.mkdir(target.getParent(), FsPermission.getDirDefault(), true);
            files.rename(new Path(table.staged()), target, Options.Rename.OVERWRITE);
        }
    }

    /** Removes published files; one that is not there is no error. */
    public void withdraw(List<String> paths) throws IOException {
        for (String path : paths) {
            Path target = new Path(layout.root(), path);
            if (files.util().exists(target)) {
                files.delete(target, false);
            }
        }
    }

    /** Writes a text in one step: readers see the old one or the new one. */
    public void write(Path target, String text) throws IOException {
        Path part = new Path(target.getParent(), "." + target.getName() + ".part");
        files.mkdir(target.getParent(), FsPermission.getDirDefault(), true);
        try (FSDataOutputStream out = files.create(part, EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        files.rename(part, target, Options.Rename.OVERWRITE);
    }

    /** Removes what unfinished attempts left. */
    public void clearStaging() throws IOException {
        if (files.util().exists(layout.staging())) {
            files.delete(layout.staging(), true);
        }
    }
}
