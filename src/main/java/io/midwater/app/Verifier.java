package io.midwater.app;

import io.midwater.audit.Audit;
import io.midwater.audit.Mismatch;
import io.midwater.audit.OutputAudit;
import io.midwater.control.Reconciliation;
import io.midwater.control.RunManifest;
import io.midwater.sink.OutputLayout;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;

/** Checks the newest finished run of an output. Starts no Spark session. */
final class Verifier {
    private Verifier() {}

    /** @throws UsageException if the output holds no finished run */
    static Audit verify(String output) throws IOException {
        Configuration hadoop = SparkHadoopUtil.get().newConfiguration(new SparkConf());
        Path path = new Path(output);
        FileSystem system = path.getFileSystem(hadoop);
        OutputLayout layout = new OutputLayout(system.makeQualified(path));
        if (!system.exists(new Path(layout.runs(), "latest"))) {
            throw new UsageException(output + " holds no finished run");
        }
        RunManifest manifest;
        try {
            manifest = whole(Manifests.newest(system, layout).orElseThrow());
        } catch (IOException | RuntimeException e) {
            String why = e.getMessage().lines().findFirst().orElse("");
            return Audit.unreadable(
                    layout.root().toString(),
                    null,
                    new Mismatch(
                            Mismatch.Kind.MANIFEST,
                            "runs/latest",
                            "the manifest of the newest run cannot be read: " + why,
                            Mismatch.REBUILD));
        }
        Audit audit = new OutputAudit(hadoop, layout)
                .check(
                        manifest,
                        books(system, layout, manifest),
                        Runtime.getRuntime().availableProcessors());
        return system.exists(layout.unfinished()) ? unfinished(audit) : audit;
    }

    private static Reconciliation books(FileSystem system, OutputLayout layout, RunManifest manifest) {
        try {
            Path path = layout.runFile(manifest.runId(), "reconciliation.json");
            return Json.read(Manifests.read(system, path), Reconciliation.class);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** A manifest of another hand may lack what every run writes. */
    private static RunManifest whole(RunManifest manifest) {
        if (Stream.of(manifest.inputs(), manifest.units(), manifest.aggregates(), manifest.rejects())
                        .anyMatch(list -> list == null || list.contains(null))
                || manifest.runId() == null
                || manifest.status() == null) {
            throw new IllegalArgumentException("it lacks run_id, status, inputs, units, aggregates or rejects");
        }
        for (RunManifest.Unit unit : manifest.units()) {
            if (unit.status() == null || unit.files() == null || unit.sums() == null) {
                throw new IllegalArgumentException("unit " + unit.unit() + " lacks status, files or sums");
            }
        }
        return manifest;
    }

    private static Audit unfinished(Audit audit) {
        Mismatch later = new Mismatch(
                Mismatch.Kind.MANIFEST,
                ".unfinished",
                "a later run has not ended, and may have replaced files",
                "wait for it, or run again");
        return new Audit(
                audit.output(),
                audit.runId(),
                false,
                audit.units(),
                audit.failedUnits(),
                audit.files(),
                audit.bytes(),
                audit.rows(),
                Stream.concat(Stream.of(later), audit.mismatches().stream()).toList());
    }
}
