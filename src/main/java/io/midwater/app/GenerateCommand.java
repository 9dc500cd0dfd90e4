package io.midwater.app;

import io.midwater.app.output.Json;
import io.midwater.app.output.UsageException;
import io.midwater.config.ByteSize;
import io.midwater.generator.GeneratorOptions;
import io.midwater.generator.GeneratorSummary;
import io.midwater.generator.MarketGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "A synthetic market with known answers: orders, trades, quotes, sessions, reference data,"
                + " participants, and what is true of every order. The same options give the same bytes.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/midwater generate --out target/demo/market --securities 5 --dates 3 --orders 20000",
            "  scripts/midwater generate --out /data/market --securities 40 --dates 5 --size 2g --seed 7",
            "",
            "Exit codes: 0 generated, 2 usage, or --out cannot be written."
        })
final class GenerateCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "DIR", required = true, description = "A new or empty directory.")
    private Path out;

    @Option(names = "--securities", paramLabel = "N", description = "Order books (${DEFAULT-VALUE}).")
    private int securities = 5;

    @Option(names = "--dates", paramLabel = "N", description = "Trading days (${DEFAULT-VALUE}).")
    private int dates = 3;

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            converter = SizeConverter.class,
            description = "Size of all orders files together, such as 500m or 2g.")
    private Long size;

    @Option(
            names = "--orders",
            paramLabel = "N",
            description = "New orders over all securities and dates; 20000 without --size.")
    private Long orders;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed, another market (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        GeneratorOptions options = options();
        requireEmpty();
        PrintWriter terminal = spec.commandLine().getErr();
        try {
            GeneratorSummary summary = new MarketGenerator(options).run((date, done, all, bytes) -> {
                terminal.printf(
                        Locale.ROOT, "%s  %d of %d days, %s of orders%n", date, done, all, ByteSize.format(bytes));
                terminal.flush();
            });
            print(summary);
        } catch (UncheckedIOException e) {
            throw new UsageException("--out cannot be written, was " + out + ": " + e.getMessage(), e);
        }
        return ExitCode.DONE.code();
    }

    private GeneratorOptions options() {
        if (size != null && orders != null) {
            throw new UsageException("give --size or --orders, not both: each decides how large the market is");
        }
        if (orders != null && orders < 1) {
            throw new UsageException("--orders must be positive, was " + orders);
        }
        boolean byDefault = size == null && orders == null;
        try {
            return new GeneratorOptions(
                    out,
                    securities,
                    dates,
                    size == null ? -1 : size,
                    byDefault ? 20_000 : orders == null ? -1 : orders,
                    seed);
        } catch (IllegalArgumentException e) {
            // The names of the options are those of what they set.
            throw new UsageException("--" + e.getMessage(), e);
        }
    }

    private void requireEmpty() {
        if (!Files.exists(out)) {
            return;
        }
        try (Stream<Path> inside = Files.list(out)) {
            if (inside.findAny().isPresent()) {
                throw new UsageException("--out must be a new or empty directory, was " + out);
            }
        } catch (IOException e) {
            throw new UsageException("--out must be a directory that can be read, was " + out, e);
        }
    }

    private void print(GeneratorSummary summary) {
        PrintWriter terminal = spec.commandLine().getOut();
        if (json) {
            terminal.println(Json.write(summary));
        } else {
            terminal.printf(
                    Locale.ROOT,
                    "%,d orders, %,d order events, %,d trade legs: %d files, %s in %s%n",
                    summary.orders(),
                    summary.events(),
                    summary.trades(),
                    summary.files(),
                    ByteSize.format(summary.bytes()),
                    out);
            terminal.println(
                    "Run it: scripts/midwater run --config " + out.resolve("midwater.conf") + " --set output.path=DIR");
        }
        terminal.flush();
    }

    /** "2g" as bytes. */
    static final class SizeConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return ByteSize.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
