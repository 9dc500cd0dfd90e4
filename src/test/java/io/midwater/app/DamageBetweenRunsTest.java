package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was good in one run is damaged before the next, or the clock has gone back. */
class DamageBetweenRunsTest {
    private static final String DAY = "2024-09-05";
    private static final String NEXT_DAY = "2024-09-06";

    @TempDir
    private Path folder;

    private SmallInput input;
    private byte[] orders;

    /** Two securities on one day, one of them in compressed files. */
    @BeforeEach
    void aGoodRun() throws IOException {
        input = new SmallInput(folder.resolve("input"));
        String[] seven = input.pair(7, DAY, 1, 100, 10);
        input.orders("seven.csv", seven[0]);
        input.trades("seven.csv", seven[1]);
        String[] nine = input.pair(9, DAY, 3, 200, 20);
        orders = compressed(SmallInput.ORDERS_HEADER + nine[0]);
        Files.write(input.folder.resolve("orders/nine.csv.gz"), orders);
        Files.write(input.folder.resolve("trades/nine.csv.gz"), compressed(SmallInput.TRADES_HEADER + nine[1]));
    }

    /** Cut short; a byte of the data; a byte of the checksum, which is the first of the last eight. */
    @ParameterizedTest
    @ValueSource(strings = {"cut", "data", "checksum"})
    void aCompressedFileThatWentBadEndsTheRunAndChangesNothing(String damage) throws IOException {
        assertThat(input.run().code()).isZero();
        SortedMap<String, String> before = FullRun.hashes(input.output());
        Path run = FullRun.newest(input.output());
        Path file = input.folder.resolve("orders/nine.csv.gz");
        byte[] bad = damage.equals("cut") ? Arrays.copyOf(orders, orders.length / 2) : orders.clone();
        if (damage.equals("data")) {
            bad[orders.length / 2] ^= 0x55;
        } else if (damage.equals("checksum")) {
            bad[orders.length - 8] ^= 1;
        }
        Files.write(file, bad);
        // The modification time of a file system may be as coarse as a second.
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));

        FullRun damaged = input.run();

        assertThat(damaged.code()).as(damaged.said()).isEqualTo(3);
        assertThat(damaged.err()).contains("orders/nine.csv.gz").doesNotContain("\tat ");
        assertThat(FullRun.hashes(input.output())).isEqualTo(before);
        assertThat(FullRun.newest(input.output())).isEqualTo(run);
        Files.write(file, orders);
        assertThat(input.run().code()).isZero();
        input.assertSameAsFreshRun(2);
    }

    @Test
    void aPageOfAFinishedUnitThatWentBadIsNotAddedUp() throws IOException {
        String aggregates = "output.aggregates=[global]";
        assertThat(input.run(aggregates).code()).isZero();
        Path sums = input.output().resolve("tables/order_sums/security_code=7/date=" + DAY + "/part-0.parquet");
        long end;
        try (ParquetFileReader reader = ParquetFileReader.open(
                HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(sums.toUri()), new Configuration()))) {
            ColumnChunkMetaData orderCounts = reader.getFooter().getBlocks().get(0).getColumns().stream()
                    .filter(column -> column.getPath().toDotString().equals("total_orders"))
                    .findFirst()
                    .orElseThrow();
            end = orderCounts.getStartingPos() + orderCounts.getTotalSize();
        }
        byte[] bytes = Files.readAllBytes(sums);
        // The length stays, so that nothing but the page itself can tell.
        bytes[(int) end - 1] ^= 1;
        Files.write(sums, bytes);
        SortedMap<String, String> before = FullRun.hashes(input.output());
        String[] next = input.pair(7, NEXT_DAY, 5, 101, 10);
        input.orders("next.csv", next[0]);
        input.trades("next.csv", next[1]);

        FullRun run = input.run(aggregates);

        assertThat(run.code()).as(run.said()).isEqualTo(1);
        assertThat(run.err()).contains("order_sums/security_code=7/date=" + DAY);
        assertThat(FullRun.hashes(input.output())).isEqualTo(before);
        // The remedy of the documentation.
        Terminal verify = Terminal.of("verify", "--output", input.output().toString());
        assertThat(verify.out()).contains("tables/order_sums/security_code=7/date=" + DAY + "/part-0.parquet: ");
        Files.delete(sums);
        assertThat(input.run(aggregates).err()).contains("1 units stand, about 2 units to do");
        input.assertSameAsFreshRun(3, aggregates);
    }

    /** The newest run was made, and the files were written, an hour from now. */
    @Test
    void aClockThatHasGoneBackDecidesNothing() throws IOException {
        assertThat(input.run().code()).isZero();
        Path run = FullRun.newest(input.output());
        String future = "2999" + run.getFileName().toString().substring(4);
        rename(run, future);
        assertThat(input.run().err())
                .contains("nothing to do: inputs, configuration and version are those of run 2999");
        Path file = input.folder.resolve("orders/seven.csv");
        String[] seven = input.pair(7, DAY, 11, 102, 10);
        Files.writeString(file, SmallInput.ORDERS_HEADER + seven[0]);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));

        FullRun changed = input.run();

        assertThat(changed.code()).as(changed.said()).isZero();
        assertThat(changed.out()).doesNotContain("done in -");
        assertThat(FullRun.newest(input.output()).getFileName().toString()).isGreaterThan(future);
        input.assertSameAsFreshRun(2);
    }

    private void rename(Path run, String name) throws IOException {
        Path manifest = run.resolve("manifest.json");
        Files.writeString(
                manifest, Files.readString(manifest).replace(run.getFileName().toString(), name));
        Files.move(run, run.resolveSibling(name));
        Files.writeString(input.output().resolve("runs/latest"), name + "\n");
    }

    private static byte[] compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
