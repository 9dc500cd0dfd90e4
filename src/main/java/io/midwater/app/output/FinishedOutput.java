package io.midwater.app.output;

import io.midwater.control.RunManifest;
import io.midwater.feed.FileReason;
import io.midwater.sink.OutputLayout;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** An output folder that holds a finished run, opened without a Spark session. */
public record FinishedOutput(FileSystem system, OutputLayout layout) {

    /**
     * Opens a folder.
     *
     * @throws UsageException if it holds no finished run
     */
    public static FinishedOutput open(Configuration hadoop, String output) throws IOException {
        FileSystem system;
        OutputLayout layout;
        try {
            Path path = new Path(output);
            system = path.getFileSystem(hadoop);
            layout = new OutputLayout(system.makeQualified(path));
        } catch (IOException | RuntimeException e) {
            // Hadoop says in many ways that it knows no such file system, or does not reach it.
            throw new UsageException(output + " cannot be opened: " + FileReason.of(e), e);
        }
        if (!system.exists(layout.latest())) {
            throw UsageException.noRun(output);
        }
        return new FinishedOutput(system, layout);
    }

    /**
     * The manifest of its newest run.
     *
     * @throws UsageException if it cannot be read
     */
    public RunManifest manifest() throws IOException {
        return Manifests.newest(system, layout).orElseThrow();
    }
}
