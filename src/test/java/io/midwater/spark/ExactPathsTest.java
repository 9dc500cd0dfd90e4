package io.midwater.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose names look like patterns. */
class ExactPathsTest {
    @TempDir
    private Path folder;

    @Test
    void everyFileIsReadOnceWhateverItsName() throws IOException {
        SparkSession session = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .getOrCreate();
        Path odd = Files.createDirectories(folder.resolve("a[b]{c,d} *?\\e"));
        for (int i = 0; i < 3; i++) {
            session.createDataset(List.of((long) i), Encoders.LONG())
                    .coalesce(1)
                    .write()
                    .parquet(folder.resolve("written-" + i).toString());
            try (var parts = Files.newDirectoryStream(folder.resolve("written-" + i), "*.parquet")) {
                Files.move(parts.iterator().next(), odd.resolve("part-" + i + ".parquet"));
            }
        }
        List<String> files = List.of(
                odd.resolve("part-0.parquet").toString(),
                odd.resolve("part-1.parquet").toString(),
                odd.resolve("part-2.parquet").toString());

        assertThat(session.read()
                        .parquet(ExactPaths.of(files))
                        .as(Encoders.LONG())
                        .collectAsList())
                .containsExactlyInAnyOrder(0L, 1L, 2L);
    }
}
