package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A file system in memory that is really full. A run over an older output ends there as documented, and when there is
 * room again the next one ends as if there had always been.
 */
class FullDiskTest {
    private static final String DAY = "2024-09-05";
    private static final String[] SETTINGS = {"output.aggregates=[global]", "output.formats=[parquet,csv]"};

    @TempDir
    static Path folder;

    private static SmallInput input;
    private static SortedMap<String, String> before;
    private static SortedMap<String, String> after;
    /** Bytes that the run adds to the older output. */
    private static long needed;

    private Path disk;
    private Path output;

    /** The older output has two small units; then comes one of a thousand times the size. */
    @BeforeAll
    static void anOutputThatIsToGrow() throws Exception {
        Path trial = Files.createDirectories(folder.resolve("trial"));
        assumeTrue(mount(trial, "size=64m"), "skipped: this user may not mount a file system");
        try {
            input = new SmallInput(folder.resolve("input"));
            String[] seven = input.pair(7, DAY, 1, 100, 10);
            String[] nine = input.pair(9, DAY, 3, 200, 20);
            input.orders("day1.csv", seven[0], nine[0]);
            input.trades("day1.csv", seven[1], nine[1]);
            assertThat(input.run(SETTINGS).code()).isZero();
            before = FullRun.hashes(input.output());

            StringBuilder orders = new StringBuilder();
            StringBuilder trades = new StringBuilder();
            for (int i = 0; i < 1_000; i++) {
                String[] eight =
                        input.pair(8, DAY, 1_000 + 2L * i * 7919 % 1_000_003, 100 + i * 31 % 97, 1 + i * 13L % 9973);
                orders.append(eight[0]);
                trades.append(eight[1]);
            }
            input.orders("eight.csv", orders.toString());
            input.trades("eight.csv", trades.toString());
            Path expected = trial.resolve("output");
            copyOutput(expected);
            long older = used(trial);
            assertThat(input.runInto(expected, SETTINGS).code()).isZero();
            needed = used(trial) - older;
            after = FullRun.hashes(expected);
        } finally {
            unmount(trial);
        }
    }

    @BeforeEach
    void fill() throws Exception {
        disk = Files.createTempDirectory(folder, "disk");
        assertThat(mount(disk, "size=64m")).isTrue();
        output = disk.resolve("output");
        copyOutput(output);
    }

    @AfterEach
    void empty() throws Exception {
        unmount(disk);
    }

    /** Too little for the lock, for the run's own files, for the large unit. */
    @ParameterizedTest
    @CsvSource({"0, 2", "5, 1", "60, 4"})
    void endsAsDocumented(int percent, int code) throws Exception {
        assertThat(runWithRoom(percent)).isEqualTo(code);
    }

    @Tag("nightly")
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 15, 20, 30, 40, 50, 70, 75, 80, 85, 88, 90, 92, 94, 95, 96, 97, 98, 99, 100})
    void endsAsDocumentedWithAnyRoom(int percent) throws Exception {
        assertThat(runWithRoom(percent)).isIn(0, 1, 2, 4);
    }

    private int runWithRoom(int percent) throws Exception {
        assertThat(mount(disk, "remount,size=" + (used(disk) + needed * percent / 100)))
                .isTrue();

        FullRun run = input.runInto(output, SETTINGS);

        SortedMap<String, String> published = FullRun.hashes(output);
        switch (run.code()) {
            case 1 -> assertThat(run.err()).contains("midwater: the disk is full: free some space and run again");
            case 2 -> assertThat(run.err()).contains("/output cannot be written: No space left on device");
            case 4 -> assertThat(run.out()).contains("Units     2 done, 1 failed", "8/2024-09-05: WRITE_ERROR");
            default -> assertThat(published).isEqualTo(after);
        }
        if (run.code() == 1 || run.code() == 2) {
            assertThat(published).isEqualTo(before);
        }
        assertThat(output.resolve(".lock")).doesNotExist();

        assertThat(mount(disk, "remount,size=64m")).isTrue();
        FullRun again = input.runInto(output, SETTINGS);
        assertThat(again.code()).as(again.said()).isZero();
        assertThat(FullRun.hashes(output)).isEqualTo(after);
        assertThat(output.resolve(".staging")).doesNotExist();
        assertThat(output.resolve(".publishing")).doesNotExist();
        return run.code();
    }

    private static long used(Path place) throws IOException {
        FileStore store = Files.getFileStore(place);
        return store.getTotalSpace() - store.getUnallocatedSpace();
    }

    private static void copyOutput(Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(input.output())) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(input.output().relativize(file).toString()));
            }
        }
    }

    private static boolean mount(Path place, String options) throws IOException, InterruptedException {
        return new ProcessBuilder("mount", "-t", "tmpfs", "-o", options, "midwater-test", place.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static void unmount(Path place) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("umount", place.toString()).start().waitFor())
                .isZero();
    }
}
