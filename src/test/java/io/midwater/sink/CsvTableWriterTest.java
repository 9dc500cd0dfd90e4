package io.midwater.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.midwater.domain.table.ColumnType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableWriterTest {
    private static final Configuration HADOOP = new Configuration();

    @TempDir
    private Path folder;

    @Test
    void everyTypeHasItsPlainForm() throws IOException {
        List<List<Object>> rows = List.of(
                Arrays.asList(7904794000153510508L, -5, true, LocalDate.of(2024, 9, 5), 0.1, "Smith, Jones"),
                Arrays.asList(null, null, null, null, null, null),
                Arrays.asList(Long.MAX_VALUE, Integer.MIN_VALUE, false, LocalDate.of(1969, 12, 31), -1e300, ""),
                Arrays.asList(Long.MIN_VALUE + 1, 0, true, LocalDate.of(2024, 9, 5), 33905.0, "取引所"));
        Path file = folder.resolve("t.csv");
        write(file, new ObjectRows(ObjectRows.EVERY_TYPE, rows));
        assertThat(file).hasContent("""
                        a_long,an_int,a_boolean,a_date,a_double,a_text
                        7904794000153510508,-5,true,2024-09-05,0.1,"Smith, Jones"
                        ,,,,,
                        9223372036854775807,-2147483648,false,1969-12-31,-1.0E300,""
                        -9223372036854775807,0,true,2024-09-05,33905.0,取引所
                        """);
    }

    @Test
    void textsAreQuotedAndGuarded() throws IOException {
        List<Object> texts = Arrays.asList(
                "plain", "a \"b\"", "two\nlines", "=1+1", "+61", "-5", "@cmd", "\tx", "\rx", " =1", "'=1", "=\"a\",b");
        Path file = folder.resolve("t.csv");
        write(file, ObjectRows.oneColumn(ColumnType.TEXT, texts));
        assertThat(Files.readString(file))
                .isEqualTo("v\nplain\n\"a \"\"b\"\"\"\n\"two\nlines\"\n'=1+1\n'+61\n'-5\n'@cmd\n'\tx\n\"'\rx\"\n"
                        + " =1\n'=1\n\"'=\"\"a\"\",b\"\n");
    }

    @Test
    void negativeNumbersAreNotTouched() throws IOException {
        Path file = folder.resolve("t.csv");
        write(file, ObjectRows.oneColumn(ColumnType.LONG, List.of(-5L, 10L, -100L, 99L, 0L)));
        assertThat(Files.readString(file)).isEqualTo("v\n-5\n10\n-100\n99\n0\n");
    }

    @Test
    void manyRowsComeBackFromGzip() throws Exception {
        Random random = new Random(3);
        List<List<Object>> rows = IntStream.range(0, 30_000)
                .<List<Object>>mapToObj(i -> Arrays.asList(
                        random.nextLong() >> random.nextInt(63) | 1,
                        i % 5 == 0 ? null : random.nextInt(),
                        i % 2 == 0,
                        LocalDate.ofEpochDay(random.nextInt(60_000)),
                        random.nextGaussian() * Math.pow(10, random.nextInt(30) - 15),
                        "x".repeat(random.nextInt(i % 1000 == 0 ? 200_000 : 30) + 1)))
                .toList();
        ObjectRows table = new ObjectRows(ObjectRows.EVERY_TYPE, rows);
        Path file = folder.resolve("t.csv.gz");
        WrittenFile written = write(file, table);
        assertThat(written.rows()).isEqualTo(30_000);
        assertThat(written.bytes()).isEqualTo(Files.size(file));
        assertThat(written.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
        List<List<Object>> read = new ArrayList<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .maxBufferSize(1 << 22)
                        .ofCsvRecord(new java.io.InputStreamReader(in, StandardCharsets.UTF_8))) {
            csv.skipLines(1);
            for (CsvRecord line : csv) {
                read.add(Arrays.asList(
                        Long.valueOf(line.getField(0)),
                        line.getField(1).isEmpty() ? null : Integer.valueOf(line.getField(1)),
                        Boolean.valueOf(line.getField(2)),
                        LocalDate.parse(line.getField(3)),
                        Double.valueOf(line.getField(4)),
                        line.getField(5)));
            }
        }
        assertThat(read).isEqualTo(rows);
        write(folder.resolve("again.csv.gz"), table);
        assertThat(folder.resolve("again.csv.gz")).hasSameBinaryContentAs(file);
        // Bytes 4 to 7 of a gzip header are the time of change (RFC 1952).
        assertThat(Arrays.copyOfRange(Files.readAllBytes(file), 4, 8)).containsOnly(0);
    }

    @Test
    void aTableWithoutRowsIsAHeader() throws IOException {
        Path file = folder.resolve("t.csv");
        WrittenFile written = write(file, ObjectRows.oneColumn(ColumnType.LONG, List.of()));
        assertThat(file).hasContent("v\n");
        assertThat(written.rows()).isZero();
    }

    @Test
    void duckDbTellsNoValueFromAnEmptyText() throws Exception {
        Path file = folder.resolve("t.csv");
        ObjectRows rows = ObjectRows.oneColumn(ColumnType.TEXT, Arrays.asList("a", "", "b", null, "c"));
        List<List<Object>> two = rows.values().stream()
                .map(r -> Arrays.asList(r.get(0), (Object) 1L))
                .toList();
        write(
                file,
                new ObjectRows(
                        new io.midwater.domain.table.TableSchema(
                                "t",
                                List.of(ObjectRows.spec("v", ColumnType.TEXT), ObjectRows.spec("n", ColumnType.LONG))),
                        two));
        assertThat(Readers.duckdbQuery("SELECT v, n FROM read_csv('" + file + "', allow_quoted_nulls = false)"))
                .isEqualTo(two);
    }

    @Test
    void aWriterClosedEarlyLeavesNothing() throws IOException {
        ObjectRows rows = ObjectRows.oneColumn(ColumnType.LONG, List.of(1L, 2L));
        for (String name : List.of("t.csv", "t.csv.gz")) {
            try (CsvTableWriter writer = new CsvTableWriter(HADOOP, hadoop(folder.resolve(name)), rows.schema())) {
                writer.accept(rows);
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anExistingFileIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "precious");
        assertThatThrownBy(() -> new CsvTableWriter(HADOOP, hadoop(file), ObjectRows.EVERY_TYPE))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("precious");
    }

    private static WrittenFile write(Path file, ObjectRows rows) throws IOException {
        try (CsvTableWriter writer = new CsvTableWriter(HADOOP, hadoop(file), rows.schema())) {
            writer.accept(rows);
            return writer.finish();
        }
    }

    private static org.apache.hadoop.fs.Path hadoop(Path file) {
        return new org.apache.hadoop.fs.Path(file.toUri());
    }
}
