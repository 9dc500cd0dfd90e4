package io.midwater.app;

import io.midwater.control.RunManifest;
import io.midwater.feed.FileReason;
import io.midwater.sink.OutputLayout;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** An output folder that holds a finished run, opened without a Spark session. */
record FinishedOutput(String name, FileSystem system, OutputLayout layout) {

    /** @throws UsageException if the output holds no finished run */
    static FinishedOutput open(Configuration hadoop, String output) throws IOException {
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
        if (!system.exists(new Path(layout.runs(), "latest"))) {
            throw UsageException.noRun(output);
        }
        return new FinishedOutput(output, system, layout);
    }

    /**
     * The newest manifest. One of another hand may lack what every run writes.
     *
     * @throws IOException if it is not there
     * @throws IllegalArgumentException if it is none
     */
    RunManifest manifest() throws IOException {
        RunManifest manifest = Manifests.newest(system, layout).orElseThrow();
        if (Stream.of(manifest.inputs(), manifest.units(), manifest.aggregates(), manifest.rejects())
                        .anyMatch(list -> list == null || list.contains(null))
                || Stream.of(manifest.runId(), manifest.status(), manifest.version(), manifest.configuration())
                        .anyMatch(text -> text == null)) {
            throw new IllegalArgumentException(
                    "it lacks run_id, status, version, configuration, inputs, units, aggregates or rejects");
        }
        for (RunManifest.Unit unit : manifest.units()) {
            if (unit.status() == null || unit.files() == null || unit.sums() == null) {
                throw new IllegalArgumentException("unit " + unit.unit() + " lacks status, files or sums");
            }
        }
        return manifest;
    }
}
