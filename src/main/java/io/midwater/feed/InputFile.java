package io.midwater.feed;

import static java.util.Objects.requireNonNull;

import io.midwater.domain.InputKind;
import java.io.Serializable;

/**
 * An input file whose header has been checked.
 *
 * @param index number of the file among all files of the run
 * @param path the full path
 * @param size bytes on storage
 * @param modified milliseconds since 1970-01-01 UTC
 */
public record InputFile(
        int index, InputKind kind, String path, long size, long modified, Compression compression, HeaderMapping header)
        implements Serializable {
    public InputFile {
        requireNonNull(kind, "kind is null");
        requireNonNull(path, "path is null");
        requireNonNull(header, "header is null");
    }

    /** True where several tasks may share the file. */
    public boolean splittable() {
        return compression == Compression.NONE;
    }

    /** The same file under another number. */
    public InputFile withIndex(int newIndex) {
        return new InputFile(newIndex, kind, path, size, modified, compression, header);
    }
}
