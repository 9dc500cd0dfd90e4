package io.midwater.sink;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A finished file.
 *
 * @param path where it was written
 * @param rows data rows, a header apart
 * @param bytes its length
 * @param sha256 the hash of its bytes, 64 lower-case hexadecimal digits
 */
public record WrittenFile(String path, long rows, long bytes, String sha256) implements Serializable {
    public WrittenFile {
        requireNonNull(path, "path is null");
        requireNonNull(sha256, "sha256 is null");
    }
}
