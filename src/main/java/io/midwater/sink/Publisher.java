package io.midwater.sink;

import io.midwater.control.FaultPoint;
import io.midwater.control.WrittenTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Moves staged files to where readers find them. Everything a run made is published in one piece: first a journal of all
 * renames is written, then they are done, then the run is made the newest, then what is no longer in the manifest goes.
 * Killed before the journal has its name, a run leaves everything as it was; killed later, it is finished by the next.
 */
public final class Publisher {
    private final OutputLayout layout;
    private final FileSystem files;
    private final Storage storage;

    public Publisher(Configuration configuration, OutputLayout layout) throws IOException {
        this.layout = layout;
        this.files = layout.root().getFileSystem(configuration);
        this.storage = Storage.of(configuration, layout.root());
    }

    /** Publishes everything a run made, and withdraws the given paths relative to the output. */
    public void publish(String runId, List<WrittenTable> written, Collection<String> gone) throws IOException {
        Journal journal = new Journal(
                runId,
                written.stream()
                        .map(file -> new Journal.Move(layout.relative(new Path(file.staged())), file.path()))
                        .toList(),
                List.copyOf(gone));
        Path part = part(layout.journal());
        storage.write(part, journal.text().getBytes(StandardCharsets.UTF_8));
        FaultPoint.JOURNAL_STAGED.reached();
        storage.move(part, layout.journal());
        FaultPoint.JOURNAL_WRITTEN.reached();
        finish(journal);
    }

    /**
     * Finishes a publication that was cut off.
     *
     * @return the run that had begun it, null if none was
     */
    public String finishPublication() throws IOException {
        if (!files.exists(layout.journal())) {
            return null;
        }
        Journal journal;
        try (FSDataInputStream in = files.open(layout.journal())) {
            journal = Journal.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        finish(journal);
        return journal.runId();
    }

    /** Every step may have been done before. */
    private void finish(Journal journal) throws IOException {
        for (Journal.Move move : journal.moves()) {
            Path staged = layout.file(move.staged());
            Path target = layout.file(move.path());
            if (files.exists(staged)) {
                storage.move(staged, target);
            } else if (!files.exists(target)) {
                throw new IOException("neither " + staged + " nor " + target + " is there: run again with --fresh after"
                        + " deleting " + layout.journal());
            }
            FaultPoint.FILE_PUBLISHED.reached();
        }
        write(layout.latest(), journal.runId() + "\n");
        FaultPoint.LATEST_WRITTEN.reached();
        withdraw(journal.gone());
        storage.delete(layout.journal());
        FaultPoint.JOURNAL_REMOVED.reached();
    }

    /** Publishes files that no manifest will name, for people to look at until the next run. */
    public void show(List<WrittenTable> written) throws IOException {
        for (WrittenTable file : written) {
            storage.move(new Path(file.staged()), layout.file(file.path()));
        }
    }

    /** Removes published files, and the folders that are empty without them; one that is not there is no error. */
    public void withdraw(Collection<String> paths) throws IOException {
        for (String path : paths) {
            Path target = layout.file(path);
            if (files.exists(target)) {
                files.delete(target, false);
                FaultPoint.FILE_WITHDRAWN.reached();
            }
            removeEmpty(target.getParent());
        }
    }

    private void removeEmpty(Path folder) throws IOException {
        for (Path empty = folder; !empty.equals(layout.root()); empty = empty.getParent()) {
            if (files.exists(empty)) {
                if (files.listStatus(empty).length > 0) {
                    return;
                }
                files.delete(empty, false);
            }
        }
    }

    /**
     * Length of every file that a run can have published for a unit or as rejects, by path relative to the output. Files
     * that are none of ours are passed over.
     */
    public SortedMap<String, Long> published() throws IOException {
        SortedMap<String, Long> lengths = new TreeMap<>();
        for (Path folder : layout.unitFolders()) {
            FileTree.walk(files, folder, file -> {
                String path = layout.relative(file.getPath());
                if (OutputLayout.isOurs(path)) {
                    lengths.put(path, file.getLen());
                }
            });
        }
        return lengths;
    }

    /** Length of a published file, −1 where there is none. */
    public long length(String path) throws IOException {
        Path target = layout.file(path);
        return files.exists(target) ? files.getFileStatus(target).getLen() : -1;
    }

    /** Writes a text in one step: readers see the old one or the new one. */
    public void write(Path target, String text) throws IOException {
        Path part = part(target);
        storage.write(part, text.getBytes(StandardCharsets.UTF_8));
        storage.move(part, target);
    }

    private static Path part(Path target) {
        return new Path(target.getParent(), "." + target.getName() + ".part");
    }

    /** Writes a text to staging, to be published at the same place of the output. */
    public WrittenTable stage(OutputLayout staging, Path target, String text) throws IOException {
        String path = layout.relative(target);
        Path staged = staging.file(path);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        storage.write(staged, bytes);
        FaultPoint.RECORD_STAGED.reached();
        return new WrittenTable(target.getName(), path, staged.toString(), 0, bytes.length, "");
    }

    /** A file that readers may follow while it grows, where the storage shows it before it is closed. */
    public OutputStream log(Path target) throws IOException {
        return storage.create(target);
    }

    /** Removes what unfinished attempts left. */
    public void clearStaging() throws IOException {
        storage.delete(layout.staging());
        storage.delete(part(layout.journal()));
    }

    /** Removes the published files that a manifest does not record. */
    public void withdrawAllBut(Collection<String> recorded, Collection<String> published) throws IOException {
        List<String> unrecorded = new ArrayList<>(published);
        unrecorded.removeAll(recorded);
        withdraw(unrecorded);
    }
}
