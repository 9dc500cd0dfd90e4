package io.midwater.sink;

import io.midwater.control.WrittenTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Moves staged files to where readers find them, each by one rename. */
public final class Publisher {
    private final OutputLayout layout;
    private final FileSystem files;
    private final Storage storage;

    public Publisher(Configuration configuration, OutputLayout layout) throws IOException {
        this.layout = layout;
        this.files = layout.root().getFileSystem(configuration);
        this.storage = Storage.of(configuration, layout.root());
    }

    /** Publishes files, replacing what is there. */
    public void publish(List<WrittenTable> tables) throws IOException {
        for (WrittenTable table : tables) {
            storage.move(new Path(table.staged()), new Path(layout.root(), table.path()));
        }
    }

    /** Removes published files, and the folders that are empty without them; one that is not there is no error. */
    public void withdraw(Collection<String> paths) throws IOException {
        for (String path : paths) {
            Path target = new Path(layout.root(), path);
            if (files.exists(target)) {
                files.delete(target, false);
                removeEmpty(target.getParent());
            }
        }
    }

    private void removeEmpty(Path folder) throws IOException {
        for (Path empty = folder; !empty.equals(layout.root()); empty = empty.getParent()) {
            if (files.listStatus(empty).length > 0) {
                return;
            }
            files.delete(empty, false);
        }
    }

    /** True where a published file is there with these contents. */
    public boolean isIntact(String path, String sha256) throws IOException {
        Path target = new Path(layout.root(), path);
        if (!files.exists(target)) {
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
            if (!files.exists(folder)) {
                continue;
            }
            RemoteIterator<LocatedFileStatus> found = files.listFiles(folder, true);
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
        storage.write(part, text.getBytes(StandardCharsets.UTF_8));
        storage.move(part, target);
    }

    /** A file that readers may follow while it grows, where the storage shows it before it is closed. */
    public OutputStream log(Path target) throws IOException {
        return storage.append(target);
    }

    /** Removes what unfinished attempts left. */
    public void clearStaging() throws IOException {
        storage.delete(layout.staging());
    }
}
