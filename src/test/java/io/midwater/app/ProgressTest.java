package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says while it goes on. */
class ProgressTest {
    @TempDir
    private Path folder;

    @Test
    void bytesAreThoseOnStorageCompressedOrNot() throws IOException {
        SmallInput input = new SmallInput(folder);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            rows.append(input.pair(7, "2024-09-05", 1 + 2 * i, 100, 10)[0]);
        }
        input.orders("plain.csv", rows.toString());
        Path compressed = folder.resolve("orders/compressed.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            out.write((SmallInput.ORDERS_HEADER + rows).getBytes(StandardCharsets.UTF_8));
        }
        Path trades = input.trades("trades.csv");

        FullRun run = input.run();

        assertThat(run.code()).as(run.said()).isZero();
        assertThat(events(input.output())).containsSubsequence("run", "unit", "progress", "end");
        long bytes = Files.size(folder.resolve("orders/plain.csv")) + Files.size(compressed) + Files.size(trades);
        String size = Math.round(bytes / 1e3) + " kB";
        assertThat(run.err()).contains("  read " + size + ", 2,400 rows  units 1 done, 0 failed  ");
    }

    /** The events that the run's log tells, in order. */
    private static List<String> events(Path output) throws IOException {
        try (Stream<Path> files = Files.walk(output.resolve("runs"))) {
            Path log =
                    files.filter(file -> file.endsWith("log.jsonl")).findAny().orElseThrow();
            return Files.readAllLines(log).stream()
                    .map(line -> line.replaceAll(".*\"event\":\"([a-z]+)\".*", "$1"))
                    .toList();
        }
    }
}
