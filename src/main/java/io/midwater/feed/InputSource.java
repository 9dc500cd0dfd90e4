package io.midwater.feed;

import io.midwater.domain.InputKind;
import java.util.List;
import java.util.Map;

/**
 * Where the files of one kind are.
 *
 * @param paths files, directories or globs of any Hadoop file system
 * @param aliases extra header names per canonical column
 */
public record InputSource(InputKind kind, List<String> paths, Map<String, List<String>> aliases) {
    public InputSource {
        paths = List.copyOf(paths);
        aliases = Map.copyOf(aliases);
    }
}
