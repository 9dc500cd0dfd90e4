package io.midwater.app.output;

import io.midwater.audit.Mismatch;
import io.midwater.control.RunManifest;
import io.midwater.sink.OutputLayout;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Reads manifests back. */
public final class Manifests {
    private Manifests() {}

    /**
     * The manifest of the newest run of an output, if there is one.
     *
     * @throws UsageException if it is not there though it is named, or is none that a run can have written
     */
    public static Optional<RunManifest> newest(FileSystem system, OutputLayout layout) throws IOException {
        if (!system.exists(layout.latest())) {
            return Optional.empty();
        }
        try {
            String runId = read(system, layout.latest()).strip();
            RunManifest manifest = Json.read(read(system, layout.runFile(runId, "manifest.json")), RunManifest.class);
            ManifestFields.check(manifest);
            return Optional.of(manifest);
        } catch (FileNotFoundException | ChecksumException | IllegalArgumentException e) {
            throw new UsageException(
                    "the manifest of the newest run in " + layout.root() + " cannot be read: " + e.getMessage() + "\n"
                            + Mismatch.REBUILD,
                    e);
        }
    }

    static String read(FileSystem system, Path path) throws IOException {
        try (FSDataInputStream in = system.open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
