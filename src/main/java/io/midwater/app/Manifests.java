package io.midwater.app;

import io.midwater.audit.Mismatch;
import io.midwater.control.RunManifest;
import io.midwater.sink.OutputLayout;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Reads manifests back. */
final class Manifests {
    private Manifests() {}

    /** The manifest of the newest run of an output, if there is one. */
    static Optional<RunManifest> newest(FileSystem system, OutputLayout layout) throws IOException {
        Path latest = new Path(layout.runs(), "latest");
        if (!system.exists(latest)) {
            return Optional.empty();
        }
        String runId = read(system, latest).strip();
        return Optional.of(Json.read(read(system, layout.runFile(runId, "manifest.json")), RunManifest.class));
    }

    /**
     * The same, for those who cannot go on without.
     *
     * @throws UsageException if it is not there though it is named, or is none
     */
    static Optional<RunManifest> usable(FileSystem system, OutputLayout layout) throws IOException {
        try {
            return newest(system, layout);
        } catch (FileNotFoundException | IllegalArgumentException e) {
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
