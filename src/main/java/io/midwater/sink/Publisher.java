package io.midwater.sink;

import io.midwater.control.WrittenTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
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

    /** Removes published files, and the folders that are empty without them; one that is not there is no error. */
    public void withdraw(Collection<String> paths) throws IOException {
        for (String path : paths) {
            Path target = new Path(layout.root(), path);
            if (files.util().exists(target)) {
                files.delete(target, false);
                removeEmpty(target.getParent());
            }
        }
    }

    private void removeEmpty(Path folder) throws IOException {
        for (Path empty = folder; !empty.equals(layout.root()); empty = empty.getParent()) {
            if (files.listStatus(empty).hasNext()) {
                return;
            }
            files.delete(empty, false);
        }
    }

    /** True where a published file is there with these contents. */
    public boolean isIntact(String path, String sha256) throws IOException {
        Path target = new Path(layout.root(), path);
        if (!files.util().exists(target)) {
            return false;
        }
        try (FSDataInputStream in = files.open(target)) {
            return DigestUtils.sha256Hex(in).equals(sha256);
        }
    }

    /** Removes what a killed run published and no manifest records. Files that are none of ours stay. */
    public void withdrawAllBut(Set<String> recorded) throws IOException {
        List<String> unrecorded = new ArrayList<>();
        for (Path folder : layout.published()) {
            if (!files.util().exists(folder)) {
                continue;
            }
            RemoteIterator<LocatedFileStatus> found = files.util().listFiles(folder, true);
            while (found.hasNext()) {
                String path = layout.relative(found.next().getPath());
                if (OutputLayout.isOurs(path) && !recorded.contains(path)) {
                    unrecorded.add(path);
                }
            }
        }
        withdraw(unrecorded);
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
