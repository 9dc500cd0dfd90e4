package io.midwater.audit;

import static io.midwater.audit.Mismatch.Kind.UNNAMED;

import io.midwater.control.RunManifest;
import io.midwater.sink.FileTree;
import io.midwater.sink.OutputLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** What lies in the published folders and is in no manifest: whoever reads a folder and not the manifest would read it. */
final class Inventory {
    private Inventory() {}

    /** The files of a manifest that are not there with their recorded lengths, found by listing folders alone. */
    static List<String> altered(Configuration configuration, OutputLayout layout, Collection<RunManifest.File> named)
            throws IOException {
        FileSystem system = layout.root().getFileSystem(configuration);
        Map<String, Long> lengths = new HashMap<>();
        for (Path folder : layout.resultFolders()) {
            FileTree.walk(system, folder, file -> lengths.put(layout.relative(file.getPath()), file.getLen()));
        }
        return named.stream()
                .filter(file -> !Objects.equals(lengths.get(file.path()), file.bytes()))
                .map(RunManifest.File::path)
                .toList();
    }

    static List<Mismatch> unnamed(Configuration configuration, OutputLayout layout, Set<String> named)
            throws IOException {
        FileSystem system = layout.root().getFileSystem(configuration);
        List<Mismatch> found = new ArrayList<>();
        for (Path folder : layout.resultFolders()) {
            FileTree.walk(system, folder, status -> {
                Path file = status.getPath();
                String path = layout.relative(file);
                // Readers of Parquet pass over names that begin with a dot or an underscore.
                if (!named.contains(path) && !file.getName().matches("[._].*")) {
                    found.add(new Mismatch(
                            UNNAMED, path, "the manifest names no such file", "delete it or move it elsewhere"));
                }
            });
        }
        found.sort(Comparator.comparing(Mismatch::where));
        return found;
    }
}
