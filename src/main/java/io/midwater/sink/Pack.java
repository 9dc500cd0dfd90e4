package io.midwater.sink;

import static java.util.Objects.requireNonNull;

import io.midwater.control.RunManifest;
import io.midwater.domain.SecurityDay;
import java.io.Serializable;
import java.util.List;

/**
 * A file of one table as it is to be: whose rows it holds, in order, and where these are now.
 *
 * @param path where it belongs, relative to the output
 * @param pieces at least one
 */
public record Pack(String table, String path, List<Piece> pieces) implements Serializable {
    public Pack {
        requireNonNull(table, "table is null");
        requireNonNull(path, "path is null");
        pieces = List.copyOf(pieces);
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException(path + " must hold the rows of at least one unit");
        }
    }

    /**
     * A unit's rows of the table.
     *
     * @param file as the manifest names it now
     * @param place where that file lies now
     */
    public record Piece(SecurityDay unit, RunManifest.File file, String place) implements Serializable {}
}
