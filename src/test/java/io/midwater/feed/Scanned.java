package io.midwater.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.InputKind;
import io.midwater.domain.table.ColumnBlock;
import io.midwater.domain.table.ColumnMemory;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.PackedRows;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.TableSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/** What scanning files gives, decoded for people: rows per unit in file order, rejects with file lines, the totals. */
record Scanned(Map<String, List<Map<String, String>>> units, List<Map<String, String>> rejects, SplitSummary total) {

    static Scanned of(Path path, InputKind kind, FeedOptions options, long splitBytes) {
        return of(path, kind, options, file -> Splits.plan(List.of(file), splitBytes));
    }

    static Scanned of(
            Path path, InputKind kind, FeedOptions options, java.util.function.Function<InputFile, List<Split>> plan) {
        Configuration configuration = new Configuration();
        InputSource source = new InputSource(kind, List.of(path.toString()), Map.of());
        InputFile file =
                InputFiles.list(configuration, List.of(source), options).get(0);
        List<FeedBlock> blocks = new ArrayList<>();
        for (Split split : plan.apply(file)) {
            blocks.addAll(blocks(configuration, file, split, options));
        }
        return of(kind, blocks);
    }

    static List<FeedBlock> blocks(Configuration configuration, InputFile file, Split split, FeedOptions options) {
        List<FeedBlock> blocks = new ArrayList<>();
        try (SplitScan scan = new SplitScan(configuration, file, split, options)) {
            scan.forEachRemaining(blocks::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(blocks.get(blocks.size() - 1).kind()).isEqualTo(FeedBlock.SUMMARY);
        return blocks;
    }

    static Scanned of(InputKind kind, List<FeedBlock> blocks) {
        return of(kind, blocks, 0);
    }

    /** @param elsewhere rows kept that are not among the blocks */
    static Scanned of(InputKind kind, List<FeedBlock> blocks, int elsewhere) {
        Map<String, List<Map<String, String>>> units = new TreeMap<>();
        List<Map<String, String>> rejects = new ArrayList<>();
        SplitSummary total = SplitSummary.empty();
        Map<Integer, Long> linesOf = new TreeMap<>();
        Map<Integer, Long> linesBefore = new TreeMap<>();
        blocks.stream().filter(b -> b.kind() == FeedBlock.SUMMARY).forEach(b -> {
            assertThat(linesOf.put(b.split(), SplitSummary.decode(b.bytes()).lines()))
                    .isNull();
        });
        long before = 1;
        for (Map.Entry<Integer, Long> split : linesOf.entrySet()) {
            linesBefore.put(split.getKey(), before);
            before += split.getValue();
        }
        for (FeedBlock block : blocks.stream().sorted(FeedBlock.ORDER).toList()) {
            assertThat(new ColumnBlock(block.bytes()).rows()).isEqualTo(block.rows());
            if (block.kind() == FeedBlock.SUMMARY) {
                total = total.plus(SplitSummary.decode(block.bytes()));
            } else if (block.kind() == FeedBlock.REJECTS) {
                rejects.addAll(rows(BlockSchemas.REJECTS, block, linesBefore));
            } else {
                String unit = block.securityCode() + "/" + java.time.LocalDate.ofEpochDay(block.epochDay());
                units.computeIfAbsent(unit, u -> new ArrayList<>())
                        .addAll(rows(BlockSchemas.of(kind), block, linesBefore));
            }
        }
        assertThat(total.rows()).isEqualTo(total.kept() + total.filtered() + total.rejectedRows());
        assertThat(total.lines()).isEqualTo(total.rows() + total.blank());
        assertThat(total.rejectedRows()).isEqualTo(rejects.size());
        assertThat(total.kept())
                .isEqualTo(
                        elsewhere + units.values().stream().mapToInt(List::size).sum());
        return new Scanned(units, rejects, total);
    }

    private static List<Map<String, String>> rows(TableSchema schema, FeedBlock block, Map<Integer, Long> linesBefore) {
        PackedRows packed = ColumnBlock.concat(schema, List.of(new ColumnBlock(block.bytes())), new ColumnMemory());
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < packed.rows(); i++) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int c = 0; c < schema.columns().size(); c++) {
                String name = schema.columns().get(c).name();
                long value = packed.column(c).get(i);
                if (value == RowGroup.NULL) {
                    row.put(name, null);
                } else if (schema.columns().get(c).type() == ColumnType.TEXT) {
                    row.put(name, packed.dictionary(c).text((int) value));
                } else {
                    boolean line = name.equals(BlockSchemas.LINE);
                    row.put(name, String.valueOf(line ? value + linesBefore.get(block.split()) : value));
                }
            }
            rows.add(row);
        }
        return rows;
    }

    List<Map<String, String>> rows() {
        return units.values().stream().flatMap(List::stream).toList();
    }

    /** "line reason column" of every reject, in file order. */
    List<String> rejectLines() {
        return rejects.stream()
                .map(r -> r.get(BlockSchemas.LINE) + " " + r.get("reason") + " " + r.get("column"))
                .collect(Collectors.toList());
    }
}
