package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
    @TempDir
    private Path folder;

    @Test
    void writesAMarketThatPlanUnderstands() {
        Path out = folder.resolve("market");

        Terminal generate = Terminal.of(
                "generate", "--out", out.toString(), "--securities", "2", "--dates", "2", "--orders", "300");

        assertThat(generate.code()).isZero();
        assertThat(generate.out())
                .contains("300 orders, ", "scripts/midwater run --config " + out.resolve("midwater.conf"));
        assertThat(generate.err()).contains("2 of 2 days");
        Terminal plan =
                Terminal.of("plan", "--config", out.resolve("midwater.conf").toString());
        assertThat(plan.code()).as(plan.err()).isZero();
        // Two securities on two dates.
        assertThat(plan.out()).contains("units         4 (security × business date)");
    }

    @Test
    void refusesADirectoryInUse() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "keep");

        Terminal generate = Terminal.of("generate", "--out", folder.toString());

        assertThat(generate.code()).isEqualTo(2);
        assertThat(generate.err()).isEqualTo("midwater: --out must be a new or empty directory, was " + folder + "\n");
        assertThat(folder).isDirectoryContaining("glob:**mine.txt");
    }

    @Test
    void refusesSizeTogetherWithOrders() {
        Terminal generate =
                Terminal.of("generate", "--out", folder.resolve("m").toString(), "--size", "1m", "--orders", "5");

        assertThat(generate.code()).isEqualTo(2);
        assertThat(generate.err())
                .isEqualTo("midwater: give --size or --orders, not both: each decides how large the market is\n");
    }
}
