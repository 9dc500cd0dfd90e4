package io.midwater.audit;

import static io.midwater.audit.Mismatch.Kind.CHANGED;
import static io.midwater.audit.Mismatch.Kind.MANIFEST;
import static io.midwater.audit.Mismatch.Kind.MISSING;
import static io.midwater.audit.Mismatch.Kind.ROWS;

import io.midwater.control.RunManifest;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.ParquetFooterCheck;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** One published file against its entry in the manifest: there, length, hash, rows. */
final class FileAudit {
    private static final int BUFFER = 1 << 16;

    private final Configuration configuration;
    private final FileSystem system;
    private final OutputLayout layout;

    FileAudit(Configuration configuration, OutputLayout layout) throws IOException {
        this.configuration = configuration;
        this.system = layout.root().getFileSystem(configuration);
        this.layout = layout;
    }

    /** What is wrong; empty if nothing is. */
    List<Mismatch> check(RunManifest.File file) {
        List<Mismatch> found = new ArrayList<>();
        if (!OutputLayout.isPublished(file.path())) {
            return List.of(Mismatch.rebuild(
                    MANIFEST, file.path(), "the manifest names a file that no run publishes; it was not opened"));
        }
        Path path = layout.file(file.path());
        try {
            if (!system.exists(path)) {
                return List.of(new Mismatch(MISSING, file.path(), "the file is not there", remedy(file, "")));
            }
            long bytes = system.getFileStatus(path).getLen();
            if (bytes != file.bytes()) {
                found.add(new Mismatch(
                        CHANGED,
                        file.path(),
                        "the file has " + bytes + " bytes, the manifest says " + file.bytes(),
                        remedy(file, "")));
            } else {
                String hash = sha256(path);
                if (!hash.equals(file.sha256())) {
                    found.add(new Mismatch(
                            CHANGED,
                            file.path(),
                            "the file's SHA-256 is " + hash + ", the manifest says " + file.sha256(),
                            remedy(file, "delete it, then ")));
                }
            }
            long rows = rows(path);
            if (rows != file.rows()) {
                found.add(Mismatch.rebuild(
                        ROWS, file.path(), "the file has " + rows + " rows, the manifest says " + file.rows()));
            }
        } catch (IOException | RuntimeException e) {
            found.add(Mismatch.rebuild(CHANGED, file.path(), "the file cannot be read: " + line(e)));
        }
        return found;
    }

    /** The next run does what is not as long as it was; it looks at no more, and only at files of units and aggregates. */
    private static String remedy(RunManifest.File file, String first) {
        return OutputLayout.isRejects(file.path()) ? Mismatch.REBUILD : first + Mismatch.NEXT_RUN;
    }

    private String sha256(Path path) throws IOException {
        try (FSDataInputStream in = system.open(path)) {
            return DigestUtils.sha256Hex(in);
        }
    }

    private long rows(Path path) throws IOException {
        return path.getName().endsWith(".parquet") ? ParquetFooterCheck.rows(configuration, path) : lines(path) - 1;
    }

    private long lines(Path path) throws IOException {
        boolean compressed = path.getName().endsWith(".gz");
        try (FSDataInputStream raw = system.open(path);
                InputStream in = compressed ? new GZIPInputStream(raw, BUFFER) : raw) {
            byte[] buffer = new byte[BUFFER];
            long lines = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
            return lines;
        }
    }

    /** The first line of an error. */
    static String line(Exception e) {
        return e.toString().lines().findFirst().orElse("");
    }
}
