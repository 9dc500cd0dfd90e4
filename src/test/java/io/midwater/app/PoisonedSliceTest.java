package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.midwater.domain.InvariantException;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.OutputLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One unit that cannot be done costs no other one, and a later run does that unit alone. */
class PoisonedSliceTest {
    private static final String DAY = "2024-09-05";

    @TempDir
    private Path folder;

    private SmallInput input;

    /** Three securities on one day, each with files of its own. */
    @BeforeEach
    void threeUnits() throws IOException {
        input = new SmallInput(folder.resolve("input"));
        for (int security = 7; security <= 9; security++) {
            String[] pair = input.pair(security, DAY, 10L * security, 100, 10);
            input.orders(security + ".csv", pair[0]);
            input.trades(security + ".csv", pair[1]);
        }
    }

    @Test
    void anEngineThatThrowsCostsItsUnit() throws IOException {
        Pipeline poisoned = new Pipeline(analysis -> (slice, findings, output) -> {
            if (slice.unit().securityCode() == 8) {
                throw new IllegalStateException("an engine of the test");
            }
            return analysis.analyse(slice, findings, output);
        });

        FullRun run = input.run(poisoned);

        assertFailed(run, "ANALYSIS_ERROR", "java.lang.IllegalStateException: an engine of the test");
        assertOnlyThatUnitIsDoneAgain(input.run());
    }

    @Test
    void aBrokenInvariantCostsItsUnit() throws IOException {
        Pipeline poisoned = new Pipeline(analysis -> (slice, findings, output) -> {
            if (slice.unit().securityCode() == 8) {
                throw new InvariantException("match of 1 with 2 at 3 takes more than there is");
            }
            return analysis.analyse(slice, findings, output);
        });

        FullRun run = input.run(poisoned);

        assertFailed(run, "INVARIANT_BROKEN", "match of 1 with 2 at 3 takes more than there is");
        assertOnlyThatUnitIsDoneAgain(input.run());
    }

    @Test
    void anEngineThatRunsForeverIsStopped() throws IOException {
        Pipeline poisoned = new Pipeline(analysis -> (slice, findings, output) -> {
            while (slice.unit().securityCode() == 8) {
                slice.stop().check();
            }
            return analysis.analyse(slice, findings, output);
        });

        FullRun run = input.run(poisoned, "run.unit-timeout=1500ms");

        assertFailed(run, "UNIT_TIMEOUT", "it works longer than the 1500 ms that run.unit-timeout allows");
        assertOnlyThatUnitIsDoneAgain(input.run());
    }

    @Test
    void aSliceBeyondItsShareOfMemoryIsLeftOut() throws IOException {
        StringBuilder orders = new StringBuilder();
        StringBuilder trades = new StringBuilder();
        for (int i = 0; i < 25_000; i++) {
            String[] pair =
                    input.pair(8, DAY, 1_000 + 2L * i * 7919 % 1_000_003, 100 + i * 31 % 97, 1 + i * 13L % 9973);
            orders.append(pair[0]);
            trades.append(pair[1]);
        }
        input.orders("8.csv", orders.toString());
        input.trades("8.csv", trades.toString());

        FullRun run = input.run("run.max-slice-memory=1m");

        assertFailed(run, "SLICE_TOO_LARGE", "more than the 1048576 that run.max-slice-memory allows a slice");
        assertOnlyThatUnitIsDoneAgain(input.run());
    }

    private void assertFailed(FullRun run, String reason, String message) throws IOException {
        assertThat(run.code()).as(run.said()).isEqualTo(4);
        assertThat(run.out()).contains("Units     2 done, 1 failed", "Failed    8/2024-09-05: " + reason, message);
        JsonNode manifest = FullRun.manifest(input.output());
        assertThat(manifest.get("status").asText()).isEqualTo("partial");
        assertThat(FullRun.hashes(input.output()).keySet())
                .anyMatch(path -> path.contains("security_code=7/"))
                .anyMatch(path -> path.contains("security_code=9/"))
                .noneMatch(path -> path.contains("security_code=8/"));
        assertThat(Files.readAllLines(FullRun.newest(input.output()).resolve("units.csv"), StandardCharsets.UTF_8))
                .filteredOn(line -> line.startsWith("8,"))
                .singleElement()
                .asString()
                .startsWith("8,2024-09-05,failed," + reason)
                .contains(message);
    }

    private void assertOnlyThatUnitIsDoneAgain(FullRun again) throws IOException {
        assertThat(again.code()).as(again.said()).isZero();
        assertThat(again.err()).contains("reads 2 of 6 files", "2 units stand, about 1 units to do");
        input.assertSameAsFreshRun(3);
    }

    @Test
    void aFileThatVanishesEndsTheRunAndChangesNothing() throws IOException {
        Path orders = input.folder.resolve("orders/8.csv");
        String text = Files.readString(orders);

        FullRun run = input.run(new Pipeline(analysis -> {
            delete(orders);
            return analysis;
        }));

        assertThat(run.code()).as(run.said()).isEqualTo(3);
        assertThat(run.err())
                .contains(orders + ": vanished while the files were being read; run again when it is back");
        assertThat(FullRun.hashes(input.output())).isEmpty();
        Files.writeString(orders, text);
        assertThat(input.run().code()).isZero();
        input.assertSameAsFreshRun(3);
    }

    @Test
    void aFileCutShortEndsTheRunAndChangesNothing() throws IOException {
        assertThat(input.run().code()).isZero();
        var before = FullRun.hashes(input.output());
        Path orders = input.folder.resolve("orders/8.csv");
        Files.writeString(orders, Files.readString(orders) + "\n");

        FullRun run = input.run(new Pipeline(analysis -> {
            cut(orders);
            return analysis;
        }));

        assertThat(run.code()).as(run.said()).isEqualTo(3);
        assertThat(run.err()).contains(orders + ": changed while it was being read");
        assertThat(FullRun.hashes(input.output())).isEqualTo(before);
    }

    @Test
    void twoRunsAtOnceAreOneTooMany() throws IOException {
        OutputLayout layout =
                new OutputLayout(new org.apache.hadoop.fs.Path(input.output().toUri()));
        try (OutputLock lock = OutputLock.acquire(new Configuration(), layout)) {
            FullRun run = input.run();
            assertThat(run.code()).as(run.said()).isEqualTo(2);
            assertThat(run.err()).contains("is in use by ", "If that run is no more, delete ");
        }
        assertThat(input.run().code()).isZero();
    }

    @Test
    void anotherProcessIsRefusedWhileARunIsAtWork() throws IOException {
        AtomicInteger second = new AtomicInteger(-1);

        FullRun run = input.run(new Pipeline(analysis -> {
            second.set(secondRun());
            return analysis;
        }));

        assertThat(second.get()).isEqualTo(2);
        assertThat(input.folder.resolve("output.log"))
                .content()
                .contains("is in use by ", " process " + ProcessHandle.current().pid() + ". If that run is no more");
        assertThat(run.code()).as(run.said()).isZero();
        input.assertSameAsFreshRun(3);
    }

    private int secondRun() {
        try {
            return ChildRun.of(input, input.output(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLockWithoutANameIsNobodys() throws IOException {
        Files.createDirectories(input.output());
        Files.writeString(input.output().resolve(".lock"), "");

        assertThat(input.run().code()).isZero();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void cut(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            Files.write(file, lines.subList(0, 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
