package io.midwater.sink;

import io.midwater.control.WrittenTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Moves staged files to where readers find them, each by one rename. */
public final class Publisher {
    private final OutputLayout layout;
    private final Storage storage;

    public Publisher(Configuration configuration, OutputLayout layout) throws IOException {
        this.layout = layout;
        this.storage = Storage.of(configuration, layout.root());
    }

    /** Publishes files, replacing what is there. */
    public void publish(List<WrittenTable> tables) throws IOException {
        for (WrittenTable table : tables) {
            storage.move(new Path(table.staged()), new Path(layout.root(), table.path()));
        }
    }

    /** Removes published files; one that is not there is no error. */
    public void withdraw(List<String> paths) throws IOException {
        for (String path : paths) {
            storage.delete(new Path(layout.root(), path));
        }
    }

    /** Writes a text in one step: readers see the old one or the new one. */
    public void write(Path target, String text) throws IOException {
        Path part = new Path(target.getParent(), "." + target.getName() + ".part");
        storage.write(part, text.getBytes(StandardCharsets.UTF_8));
        storage.move(part, target);
    }

    /** Removes what unfinished attempts left. */
    public void clearStaging() throws IOException {
        storage.delete(layout.staging());
    }
}
