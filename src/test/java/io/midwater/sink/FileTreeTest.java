package io.midwater.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FilterFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
    @TempDir
    Path folder;

    private final FileSystem local = FileSystem.getLocal(new Configuration());

    FileTreeTest() throws IOException {}

    @Test
    void everyFileIsMetOnceWithItsLength() throws IOException {
        file("a.parquet", 3);
        file("tables/orders/date=2024-09-05/b.parquet", 5);
        file("tables/trades/c.parquet", 0);
        Files.createDirectories(folder.resolve("empty"));

        assertThat(lengths(local)).containsOnly(entry("a", 3), entry("b", 5), entry("c", 0));
        assertThat(lengths(new Other(local))).isEqualTo(lengths(local));
    }

    @Test
    void thereIsNothingInAFolderThatIsNotThere() throws IOException {
        FileTree.walk(local, new org.apache.hadoop.fs.Path(folder.toString(), "none"), file -> {
            throw new AssertionError(file.toString());
        });
    }

    /** Is not known to be local. */
    private static final class Other extends FilterFileSystem {
        Other(FileSystem files) {
            super(files);
        }
    }

    private SortedMap<String, Long> lengths(FileSystem files) throws IOException {
        SortedMap<String, Long> lengths = new TreeMap<>();
        FileTree.walk(files, new org.apache.hadoop.fs.Path(folder.toString()), file -> {
            assertThat(lengths.put(name(file), file.getLen())).isNull();
        });
        return lengths;
    }

    private static String name(FileStatus file) {
        return file.getPath().getName().replace(".parquet", "");
    }

    private static java.util.Map.Entry<String, Long> entry(String name, long length) {
        return java.util.Map.entry(name, length);
    }

    private void file(String name, int length) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[length]);
    }
}
