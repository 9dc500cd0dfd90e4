package io.midwater.feed;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;

/** Finds the input files and checks the header of each. */
public final class InputFiles {
    private final Configuration configuration;
    private final HeaderReader headers;
    private final List<String> problems = new ArrayList<>();
    private final List<InputFile> files = new ArrayList<>();

    private InputFiles(Configuration configuration, FeedOptions options) {
        this.configuration = configuration;
        this.headers = new HeaderReader(options);
    }

    /**
     * The files of all sources, numbered in the order of the sources and, within one, of their paths. Directories are
     * searched to the bottom for .csv, .csv.gz, .csv.bz2 and .csv.zst; names that begin with a dot or an underscore are
     * passed over. A file that two patterns of one source find is taken once.
     *
     * @throws InputException with every problem of every file
     */
    public static List<InputFile> list(Configuration configuration, List<InputSource> sources, FeedOptions options) {
        InputFiles files = new InputFiles(configuration, options);
        for (InputSource source : sources) {
            files.add(source);
        }
        if (!files.problems.isEmpty()) {
            throw new InputException(files.problems);
        }
        return List.copyOf(files.files);
    }

    /** Bytes of files. */
    public static long bytes(Collection<InputFile> files) {
        return files.stream().mapToLong(InputFile::size).sum();
    }

    private void add(InputSource source) {
        FileFinder finder = new FileFinder(configuration);
        source.paths().forEach(finder::find);
        problems.addAll(finder.problems());
        for (FileStatus status : finder.found()) {
            check(status, source);
        }
    }

    private void check(FileStatus status, InputSource source) {
        String path = status.getPath().toString();
        Compression compression = Compression.ofName(status.getPath().getName());
        List<String> wrong = new ArrayList<>();
        try {
            if (status.getLen() == 0) {
                problems.add(
                        path + ": the file is empty: it has no header; fetch it again, or take it out of the input");
                return;
            }
            HeaderMapping header = read(path, compression, source, wrong);
            for (String problem : wrong) {
                problems.add(path + ": " + problem);
            }
            if (header != null) {
                files.add(new InputFile(
                        files.size(),
                        source.kind(),
                        path,
                        status.getLen(),
                        status.getModificationTime(),
                        compression,
                        header));
            }
        } catch (InputException e) {
            problems.addAll(e.problems());
        } catch (IOException e) {
            problems.add(path + ": cannot be read: " + e.getMessage());
        }
    }

    private HeaderMapping read(String path, Compression compression, InputSource source, List<String> wrong)
            throws IOException {
        try (InputStream in = InputBytes.open(configuration, path, compression)) {
            return headers.read(in, source.kind(), source.aliases(), wrong);
        }
    }
}
