package io.midwater.app.output;

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
public final class Verifier {
    private Verifier() {}

    /**
     * What is not as the manifest says, if anything.
     *
     * @throws UsageException if the output holds no finished run
     */
    public static Audit verify(String output) throws IOException {
        Configuration hadoop = SparkHadoopUtil.get().newConfiguration(new SparkConf());
        FinishedOutput finished = FinishedOutput.open(hadoop, output);
        FileSystem system = finished.system();
        OutputLayout layout = finished.layout();
        RunManifest manifest;
        try {
            manifest = finished.manifest();
        } catch (UsageException e) {
            return Audit.unreadable(
                    layout.root().toString(),
                    null,
                    new Mismatch(
                            Mismatch.Kind.MANIFEST,
                            "runs/latest",
                            e.getMessage().lines().findFirst().orElseThrow(),
                            Mismatch.REBUILD));
        }
        Audit audit = new OutputAudit(hadoop, layout)
                .check(
                        manifest,
                        books(system, layout, manifest),
                        Runtime.getRuntime().availableProcessors());
        return system.exists(layout.journal()) ? unfinished(audit) : audit;
    }

    private static Reconciliation books(FileSystem system, OutputLayout layout, RunManifest manifest) {
        try {
            Path path = layout.runFile(manifest.runId(), "reconciliation.json");
            return Json.read(Manifests.read(system, path), Reconciliation.class);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static Audit unfinished(Audit audit) {
        Mismatch later = new Mismatch(
                Mismatch.Kind.MANIFEST,
                ".publishing",
                "a later run has begun to publish and has not ended: files may be newer than the manifest",
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
