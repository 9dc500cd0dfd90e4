package io.midwater.feed;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Turns paths into files. Directories are searched to the bottom for the names that inputs have; names that begin with a
 * dot or an underscore are passed over.
 */
final class FileFinder {
    private final Configuration configuration;
    private final TreeMap<String, FileStatus> found = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    FileFinder(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Adds what a file, directory or glob names, or a problem. */
    void find(String path) {
        try {
            resolve(path);
        } catch (IOException | RuntimeException e) {
            // Hadoop says in many ways that it knows no such file system, or does not reach it.
            problems.add(path + ": cannot be listed: " + FileReason.of(e));
        }
    }

    /** The files found, by path, each once. */
    Collection<FileStatus> found() {
        return found.values();
    }

    List<String> problems() {
        return problems;
    }

    private void resolve(String path) throws IOException {
        Path pattern = new Path(path);
        FileSystem system = pattern.getFileSystem(configuration);
        FileStatus[] matches = matches(system, pattern);
        if (matches.length == 0) {
            problems.add(path + ": no such file or directory");
        }
        for (FileStatus match : matches) {
            if (!match.isDirectory()) {
                addFile(match);
                continue;
            }
            TreeMap<String, FileStatus> inside = new TreeMap<>();
            search(system, match.getPath(), inside);
            found.putAll(inside);
            if (inside.isEmpty()) {
                problems.add(match.getPath() + ": no .csv, .csv.gz, .csv.bz2 or .csv.zst file in this directory");
            }
        }
    }

    private static FileStatus[] matches(FileSystem system, Path pattern) throws IOException {
        try {
            return new FileStatus[] {system.getFileStatus(pattern)};
        } catch (FileNotFoundException e) {
            FileStatus[] matches = system.globStatus(pattern);
            return matches == null ? new FileStatus[0] : matches;
        }
    }

    private void addFile(FileStatus file) {
        if (Compression.ofName(file.getPath().getName()) == null) {
            problems.add(file.getPath() + ": not an input by its name; give .csv, .csv.gz, .csv.bz2 or .csv.zst files");
        } else {
            found.put(file.getPath().toString(), file);
        }
    }

    private static void search(FileSystem system, Path directory, TreeMap<String, FileStatus> found)
            throws IOException {
        for (FileStatus entry : system.listStatus(directory)) {
            String name = entry.getPath().getName();
            if (name.startsWith(".") || name.startsWith("_")) {
                continue;
            }
            if (entry.isDirectory()) {
                search(system, entry.getPath(), found);
            } else if (Compression.ofName(name) != null) {
                found.put(entry.getPath().toString(), entry);
            }
        }
    }
}
