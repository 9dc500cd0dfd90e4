package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.generator.GeneratorOptions;
import io.midwater.generator.MarketGenerator;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A generated market and one run over it, made once and looked at by several test classes. */
public final class MarketRun {
    private static MarketRun shared;

    final Path market;
    final Path output;
    final FullRun run;

    private MarketRun(Path folder) {
        market = folder.resolve("market");
        output = folder.resolve("output");
        new MarketGenerator(new GeneratorOptions(market, 4, 2, -1, 8_000, 5)).run((date, done, of, bytes) -> {});
        run = FullRun.of(
                "run",
                "--master",
                "local[2]",
                "--config",
                market.resolve("midwater.conf").toString(),
                "--set",
                "output.path=" + output);
    }

    /** The output of a run with every default over four securities on two dates and 8,000 new orders. */
    public static Path output() {
        return shared().output;
    }

    static synchronized MarketRun shared() {
        if (shared == null) {
            shared = new MarketRun(temporary("market-run"));
        }
        assertThat(shared.run.code()).as(shared.run.said()).isZero();
        return shared;
    }

    /** A folder that goes when this process ends. */
    static Path temporary(String name) {
        try {
            Path folder = Files.createTempDirectory(name);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
