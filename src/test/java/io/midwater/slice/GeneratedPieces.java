package io.midwater.slice;

import io.midwater.domain.InputKind;
import io.midwater.domain.MarketRules;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.Slice;
import io.midwater.domain.table.ColumnBlock;
import io.midwater.domain.table.ColumnMemory;
import io.midwater.domain.table.TableSchema;
import io.midwater.feed.BlockSchemas;
import io.midwater.feed.FeedBlock;
import io.midwater.feed.FeedOptions;
import io.midwater.feed.InputFile;
import io.midwater.feed.InputFiles;
import io.midwater.feed.InputSource;
import io.midwater.feed.Split;
import io.midwater.feed.SplitScan;
import io.midwater.feed.Splits;
import io.midwater.generator.GeneratorOptions;
import io.midwater.generator.MarketGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/** A generated market, written, scanned and cut into security-days without Spark. */
public final class GeneratedPieces {
    private GeneratedPieces() {}

    /** @param out an empty folder */
    public static Map<SecurityDay, Map<InputKind, List<Piece>>> of(Path out, int securities, int dates, long orders)
            throws IOException {
        new MarketGenerator(new GeneratorOptions(out, securities, dates, -1, orders, 20240905))
                .run((date, done, all, bytes) -> {});
        Configuration configuration = new Configuration();
        FeedOptions options = FeedOptions.defaults();
        List<InputSource> sources = new ArrayList<>();
        for (InputKind kind : List.of(InputKind.ORDERS, InputKind.TRADES, InputKind.QUOTES, InputKind.SESSIONS)) {
            sources.add(new InputSource(kind, List.of(out.resolve(kind.label()).toString()), Map.of()));
        }
        List<InputFile> files = InputFiles.list(configuration, sources, options);
        Map<SecurityDay, Map<InputKind, List<Piece>>> units = new TreeMap<>();
        for (Split split : Splits.plan(files, 64 << 20)) {
            try (SplitScan scan = new SplitScan(configuration, files.get(split.fileIndex()), split, options)) {
                scan.forEachRemaining(block -> add(block, units));
            }
        }
        return units;
    }

    private static void add(FeedBlock block, Map<SecurityDay, Map<InputKind, List<Piece>>> units) {
        if (block.holdsRows()) {
            units.computeIfAbsent(
                            new SecurityDay(block.securityCode(), block.epochDay()),
                            unit -> new EnumMap<>(InputKind.class))
                    .computeIfAbsent(block.inputKind(), kind -> new ArrayList<>())
                    .add(new Piece(block.fileIndex(), block.split(), block.ordinal(), new ColumnBlock(block.bytes())));
        }
    }

    /** Puts one unit together. */
    public static Slice slice(SecurityDay unit, Map<InputKind, List<Piece>> pieces, MarketRules rules) {
        Map<InputKind, TableSchema> schemas = new EnumMap<>(InputKind.class);
        for (InputKind kind : InputKind.values()) {
            schemas.put(kind, BlockSchemas.of(kind));
        }
        return new SliceAssembler(rules, schemas, new ColumnMemory())
                .assemble(unit, pieces)
                .slice();
    }
}
