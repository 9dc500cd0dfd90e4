package io.midwater.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.Table;
import io.midwater.domain.table.TableSchema;
import io.midwater.domain.table.TextDictionary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParquetTableWriterTest {
    private static final Configuration HADOOP = new Configuration();
    private static final int SEVERAL_PAGES = 40_000;

    @TempDir
    private Path folder;

    @AfterAll
    static void stop() {
        Readers.spark().stop();
    }

    static Stream<Arguments> columns() {
        Random random = new Random(1);
        return Stream.of(
                column("rising clock", ColumnType.LONG, i -> 1_725_497_251_000_000_000L + i * 1_000_003L),
                column("ids in no order", ColumnType.LONG, i -> random.nextLong() | 1),
                column("clustered ids", ColumnType.LONG, i -> 7_000_000_000_000L + random.nextInt(1 << 30)),
                column("prices", ColumnType.LONG, i -> 33_900L + random.nextInt(400)),
                column("few wide values", ColumnType.LONG, i -> 1L << random.nextInt(60)),
                column("constant", ColumnType.LONG, i -> 110_621L),
                column("long extremes", ColumnType.LONG, i -> switch (i % 4) {
                    case 0 -> Long.MAX_VALUE;
                    case 1 -> Long.MIN_VALUE + 1;
                    case 2 -> 0L;
                    default -> (long) i;
                }),
                column("codes", ColumnType.INT, i -> random.nextInt(12)),
                column("int extremes", ColumnType.INT, i -> switch (i % 3) {
                    case 0 -> Integer.MAX_VALUE;
                    case 1 -> Integer.MIN_VALUE;
                    default -> i;
                }),
                column("any int", ColumnType.INT, i -> random.nextInt()),
                column("rows in order", ColumnType.INT, i -> i),
                column("coin", ColumnType.BOOLEAN, i -> random.nextBoolean()),
                column("never", ColumnType.BOOLEAN, i -> false),
                column("always", ColumnType.BOOLEAN, i -> true),
                column("one date", ColumnType.DATE, i -> LocalDate.of(2024, 9, 5)),
                column("dates", ColumnType.DATE, i -> LocalDate.of(1969, 12, 1).plusDays(random.nextInt(40_000))),
                column("measures", ColumnType.DOUBLE, i -> random.nextGaussian() * 25),
                column("few doubles", ColumnType.DOUBLE, i -> random.nextInt(9) / 8.0),
                column("double extremes", ColumnType.DOUBLE, i -> switch (i % 5) {
                    case 0 -> Double.MAX_VALUE;
                    case 1 -> -Double.MAX_VALUE;
                    case 2 -> Double.MIN_VALUE;
                    case 3 -> 0.0;
                    default -> i / 3.0;
                }),
                column("sides", ColumnType.TEXT, i -> random.nextBoolean() ? "BUY" : "SELL"),
                column("one text", ColumnType.TEXT, i -> "SYD"),
                column("own texts", ColumnType.TEXT, i -> "order " + i + " of the day with a longer description"),
                column("unicode", ColumnType.TEXT, i -> switch (i % 5) {
                    case 0 -> "";
                    case 1 -> "Zürich, \"quoted\"\n";
                    case 2 -> "取引所";
                    case 3 -> "\uD83D\uDCC8 up";
                    default -> "\u0000 and a tab\t";
                }));
    }

    private static Arguments column(String name, ColumnType type, IntFunction<Object> value) {
        return Arguments.of(
                name, type, IntStream.range(0, SEVERAL_PAGES).mapToObj(value).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("columns")
    void everyValueComesBack(String name, ColumnType type, List<Object> values) throws Exception {
        List<List<Object>> columns = List.of(
                values,
                withNulls(values, i -> i % 7 == 3),
                withNulls(values, i -> i % 100 != 0),
                withNulls(values, i -> i < 20_000),
                withNulls(values, i -> i >= 1_000 && i < 39_000),
                Collections.nCopies(values.size(), null));
        TableSchema schema = new TableSchema(
                "densities",
                IntStream.range(0, columns.size())
                        .mapToObj(i -> ObjectRows.spec("v" + i, type))
                        .toList());
        List<List<Object>> rows = IntStream.range(0, values.size())
                .mapToObj(i -> Arrays.asList(columns.stream().map(c -> c.get(i)).toArray()))
                .toList();
        Path file = folder.resolve("part-0.parquet");
        WrittenFile written = write(file, new ObjectRows(schema, rows));
        assertThat(written.rows()).isEqualTo(SEVERAL_PAGES);
        assertThat(Readers.duckdb(file)).isEqualTo(rows);
        assertThat(Readers.spark(file)).isEqualTo(rows);
        assertThat(ParquetFooterCheck.problems(HADOOP, hadoop(file), schema, SEVERAL_PAGES))
                .isEmpty();
    }

    private static List<Object> withNulls(List<Object> values, java.util.function.IntPredicate none) {
        List<Object> result = new ArrayList<>(values);
        for (int i = 0; i < values.size(); i++) {
            if (none.test(i)) {
                result.set(i, null);
            }
        }
        return result;
    }

    @Test
    void shortTablesComeBack() throws Exception {
        List<List<Object>> rows = List.of(
                Arrays.asList(1L, -5, true, LocalDate.of(2024, 9, 5), 0.1, "a"),
                Arrays.asList(null, null, null, null, null, null),
                Arrays.asList(Long.MAX_VALUE, Integer.MIN_VALUE, false, LocalDate.of(2100, 1, 1), -1e300, ""));
        for (int count = 0; count <= rows.size(); count++) {
            Path file = folder.resolve("part-" + count + ".parquet");
            List<List<Object>> some = rows.subList(0, count);
            WrittenFile written = write(file, new ObjectRows(ObjectRows.EVERY_TYPE, some));
            assertThat(written.rows()).isEqualTo(count);
            assertThat(Readers.duckdb(file)).isEqualTo(some);
            assertThat(Readers.spark(file)).isEqualTo(some);
        }
    }

    @Test
    void sparkSeesTheTypesOfTheSchema() throws IOException {
        Path file = folder.resolve("empty.parquet");
        write(file, new ObjectRows(ObjectRows.EVERY_TYPE, List.of()));
        assertThat(Readers.spark().read().parquet(file.toString()).schema().toDDL())
                .isEqualTo("a_long BIGINT,an_int INT,a_boolean BOOLEAN,a_date DATE,a_double DOUBLE,a_text STRING");
    }

    @Test
    void rowGroupsAreCutByRows() throws Exception {
        // 150,000 rows in one group, then 10, then 65,536: 65,536 + 65,536 + 18,928, 10, 65,536.
        List<Object> first =
                IntStream.range(0, 150_000).<Object>mapToObj(i -> (long) i * i).toList();
        List<Object> second = Collections.nCopies(10, 3L);
        List<Object> third = IntStream.range(0, Table.GROUP_ROWS)
                .<Object>mapToObj(i -> (long) -i)
                .toList();
        Path file = folder.resolve("part-0.parquet");
        WrittenFile written = write(
                file,
                ObjectRows.oneColumn(ColumnType.LONG, first),
                ObjectRows.oneColumn(ColumnType.LONG, second),
                ObjectRows.oneColumn(ColumnType.LONG, third));
        assertThat(footer(file).getBlocks().stream().map(BlockMetaData::getRowCount))
                .containsExactly(65_536L, 65_536L, 18_928L, 10L, 65_536L);
        assertThat(written.rows()).isEqualTo(215_546);
        List<Object> all = new ArrayList<>(first);
        all.addAll(second);
        all.addAll(third);
        assertThat(Readers.duckdb(file))
                .isEqualTo(ObjectRows.oneColumn(ColumnType.LONG, all).values());
        assertThat(Readers.spark(file))
                .isEqualTo(ObjectRows.oneColumn(ColumnType.LONG, all).values());
    }

    @Test
    void longTextsAreCutIntoPagesOfAMegabyte() throws Exception {
        String tail = "x".repeat(4_000);
        List<Object> values = IntStream.range(0, 3_000)
                .<Object>mapToObj(i -> i % 10 == 0 ? null : i + tail)
                .toList();
        Path file = folder.resolve("part-0.parquet");
        write(file, ObjectRows.oneColumn(ColumnType.TEXT, values));
        assertThat(Readers.duckdb(file))
                .isEqualTo(ObjectRows.oneColumn(ColumnType.TEXT, values).values());
        assertThat(Readers.spark(file))
                .isEqualTo(ObjectRows.oneColumn(ColumnType.TEXT, values).values());
        ColumnChunkMetaData chunk = footer(file).getBlocks().get(0).getColumns().get(0);
        // 2,700 texts of 4 + 4,004 bytes at most: 261 fit into a page of 1,048,576 bytes, so 11 pages.
        assertThat(chunk.getEncodingStats().getNumDataPagesEncodedAs(Encoding.PLAIN))
                .isEqualTo(11);
    }

    @Test
    void theFooterKnowsRangeAndNulls() throws Exception {
        List<List<Object>> rows = List.of(
                Arrays.asList(-3L, 7, false, LocalDate.of(2024, 9, 5), -0.5, "z"),
                Arrays.asList(5L, -7, true, LocalDate.of(2024, 9, 4), 2.5, "aä"),
                Arrays.asList(null, null, null, null, null, null),
                Arrays.asList(4L, 1, true, LocalDate.of(2024, 9, 6), 0.25, "ab"));
        Path file = folder.resolve("part-0.parquet");
        write(file, new ObjectRows(ObjectRows.EVERY_TYPE, rows));
        List<String> ranges = new ArrayList<>();
        for (ColumnChunkMetaData chunk : footer(file).getBlocks().get(0).getColumns()) {
            assertThat(chunk.getStatistics().getNumNulls()).isEqualTo(1);
            ranges.add(chunk.getStatistics().minAsString() + " to "
                    + chunk.getStatistics().maxAsString());
        }
        assertThat(ranges)
                .containsExactly(
                        "-3 to 5", "-7 to 7", "false to true", "2024-09-04 to 2024-09-06", "-0.5 to 2.5", "ab to z");
    }

    @Test
    void theSameRowsGiveTheSameBytes() throws Exception {
        List<Object> values = IntStream.range(0, 100_000)
                .<Object>mapToObj(i -> i % 3 == 0 ? "t" + i % 1000 : null)
                .toList();
        WrittenFile first = write(folder.resolve("a/part-0.parquet"), ObjectRows.oneColumn(ColumnType.TEXT, values));
        WrittenFile second = write(folder.resolve("b/part-0.parquet"), ObjectRows.oneColumn(ColumnType.TEXT, values));
        assertThat(folder.resolve("a/part-0.parquet")).hasSameBinaryContentAs(folder.resolve("b/part-0.parquet"));
        assertThat(first.sha256()).isEqualTo(second.sha256());
    }

    @Test
    void anotherProcessWritesTheSameBytes() throws Exception {
        // Hash orders of the platform differ from one process to the next; none may show in a file.
        WrittenFile here = EveryEncoding.write(folder.resolve("here.parquet"));
        Path there = folder.resolve("there.parquet");
        Path log = folder.resolve("log.txt");
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        EveryEncoding.class.getName(),
                        there.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(exit).as(Files.readString(log)).isZero();
        assertThat(there).hasSameBinaryContentAs(folder.resolve("here.parquet"));
        assertThat(here.bytes()).isEqualTo(Files.size(there));
    }

    /** Writes a file with every type and every encoding; the program of the other process. */
    static final class EveryEncoding {
        private EveryEncoding() {}

        static WrittenFile write(Path file) throws IOException {
            List<List<Object>> rows = IntStream.range(0, 20_000)
                    .<List<Object>>mapToObj(i -> Arrays.asList(
                            i * 31L,
                            i % 7,
                            i % 2 == 0,
                            LocalDate.ofEpochDay(i % 3),
                            i / 7.0,
                            i % 5 == 0 ? null : "t" + i))
                    .toList();
            return ParquetTableWriterTest.write(file, new ObjectRows(ObjectRows.EVERY_TYPE, rows));
        }

        public static void main(String[] args) throws IOException {
            write(Path.of(args[0]));
        }
    }

    @Test
    void otherFileSystemsAreWrittenThroughHadoop() throws IOException {
        Configuration raw = new Configuration();
        raw.setClass("fs.file.impl", RawLocalFileSystem.class, FileSystem.class);
        raw.setBoolean("fs.file.impl.disable.cache", true);
        ObjectRows rows = ObjectRows.oneColumn(ColumnType.LONG, List.of(1L, 2L));
        Path file = folder.resolve("a/part-0.parquet");
        try (ParquetTableWriter writer = new ParquetTableWriter(raw, hadoop(file), rows.schema())) {
            writer.accept(rows);
            writer.finish();
        }
        WrittenFile local = write(folder.resolve("b/part-0.parquet"), rows);
        assertThat(file).hasSameBinaryContentAs(folder.resolve("b/part-0.parquet"));
        assertThat(local.rows()).isEqualTo(2);
        assertThatThrownBy(() -> new ParquetTableWriter(raw, hadoop(file), rows.schema()))
                .isInstanceOf(FileAlreadyExistsException.class);
        try (ParquetTableWriter writer = new ParquetTableWriter(raw, hadoop(folder.resolve("c")), rows.schema())) {
            writer.accept(rows);
        }
        assertThat(folder.resolve("c")).doesNotExist();
    }

    @Test
    void theHashIsThatOfTheFile() throws Exception {
        Path file = folder.resolve("part-0.parquet");
        WrittenFile written = write(file, ObjectRows.oneColumn(ColumnType.LONG, List.of(1L, 2L, 3L)));
        byte[] bytes = Files.readAllBytes(file);
        assertThat(written.bytes()).isEqualTo(bytes.length);
        assertThat(written.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat(new String(bytes, bytes.length - 4, 4, StandardCharsets.US_ASCII))
                .isEqualTo("PAR1");
    }

    @Test
    void aWriterClosedEarlyLeavesNothing() throws IOException {
        ObjectRows rows = ObjectRows.oneColumn(ColumnType.LONG, List.of(1L, 2L));
        try (ParquetTableWriter writer =
                new ParquetTableWriter(HADOOP, hadoop(folder.resolve("part-0.parquet")), rows.schema())) {
            writer.accept(rows);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anExistingFileIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("part-0.parquet"), "precious");
        assertThatThrownBy(() -> new ParquetTableWriter(HADOOP, hadoop(file), ObjectRows.EVERY_TYPE))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("precious");
    }

    @Test
    void whatDoesNotFitItsColumnIsRefused() throws IOException {
        RowGroup wide = ObjectRows.oneColumn(ColumnType.INT, List.of(1L, 2_147_483_648L));
        try (ParquetTableWriter writer =
                new ParquetTableWriter(HADOOP, hadoop(folder.resolve("part-0.parquet")), wide.schema())) {
            assertThatThrownBy(() -> writer.accept(wide))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("column v: 2147483648 does not fit INT");
            assertThatThrownBy(writer::finish).hasMessage("a row group is not complete");
            assertThatThrownBy(() -> writer.accept(new ObjectRows(ObjectRows.EVERY_TYPE, List.of())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a row group of table every_type does not have the schema of table one_column");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDictionaryMayBeLargerThanItsUse() throws Exception {
        TextDictionary dictionary = new TextDictionary();
        for (int i = 0; i < 500_000; i++) {
            dictionary.indexOf("t" + i);
        }
        TableSchema schema = ObjectRows.oneColumn(ColumnType.TEXT, List.of()).schema();
        RowGroup sparse = new RowGroup() {
            @Override
            public TableSchema schema() {
                return schema;
            }

            @Override
            public int rows() {
                return 3;
            }

            @Override
            public void read(int column, int from, int count, long[] into) {
                into[0] = 499_999;
                into[1] = NULL;
                into[2] = 5;
            }

            @Override
            public TextDictionary dictionary(int column) {
                return dictionary;
            }
        };
        Path file = folder.resolve("part-0.parquet");
        write(file, sparse);
        assertThat(Readers.duckdb(file))
                .isEqualTo(ObjectRows.oneColumn(ColumnType.TEXT, Arrays.asList("t499999", null, "t5"))
                        .values());
    }

    @Test
    void theCheckNamesWhatIsWrong() throws IOException {
        Path file = folder.resolve("part-0.parquet");
        write(file, ObjectRows.oneColumn(ColumnType.LONG, List.of(1L, 2L)));
        org.apache.hadoop.fs.Path path = hadoop(file);
        assertThat(ParquetFooterCheck.rows(HADOOP, path)).isEqualTo(2);
        assertThat(ParquetFooterCheck.problems(HADOOP, path, ObjectRows.EVERY_TYPE, 3))
                .containsExactly(
                        path + " has 2 rows, expected 3", path + " does not have the columns of table every_type");
    }

    private static WrittenFile write(Path file, RowGroup... groups) throws IOException {
        try (ParquetTableWriter writer = new ParquetTableWriter(HADOOP, hadoop(file), groups[0].schema())) {
            for (RowGroup group : groups) {
                writer.accept(group);
            }
            return writer.finish();
        }
    }

    private static ParquetMetadata footer(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(hadoop(file), HADOOP))) {
            return reader.getFooter();
        }
    }

    private static org.apache.hadoop.fs.Path hadoop(Path file) {
        return new org.apache.hadoop.fs.Path(file.toUri());
    }
}
