package io.midwater.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AggregateTableWriterTest {
    private static final BigDecimal LARGEST =
            new BigDecimal(BigInteger.TEN.pow(38).subtract(BigInteger.ONE));
    private static final List<ColumnSpec> COLUMNS = List.of(
            new ColumnSpec("security_code", ColumnType.LONG, "", ""),
            new ColumnSpec("orders", ColumnType.INT, "", ""),
            new ColumnSpec("complete", ColumnType.BOOLEAN, "", ""),
            new ColumnSpec("date", ColumnType.DATE, "", ""),
            new ColumnSpec("cost_bps", ColumnType.DOUBLE, "", ""),
            new ColumnSpec("name", ColumnType.TEXT, "", ""),
            new ColumnSpec("traded_value", ColumnType.DECIMAL_38_0, "", ""),
            new ColumnSpec("sum_bps", ColumnType.DECIMAL_38_12, "", ""));

    private final AggregateTableWriter writer = new AggregateTableWriter(new Configuration());

    @TempDir
    private Path folder;

    @AfterAll
    static void stop() {
        Readers.spark().stop();
    }

    private static AggregateTable table() {
        return new AggregateTable(
                "by_test",
                COLUMNS,
                List.of(
                        new Object[] {
                            110_621L,
                            3,
                            true,
                            LocalDate.of(2024, 9, 5),
                            -0.25,
                            "=SUM(A1), \"x\"",
                            LARGEST,
                            new BigDecimal("-1.5")
                        },
                        new Object[8],
                        new Object[] {
                            -1L,
                            0,
                            false,
                            LocalDate.of(1970, 1, 1),
                            Double.NaN,
                            "",
                            LARGEST.negate(),
                            new BigDecimal("0.000000000001")
                        },
                        new Object[] {
                            0L, 1, false, LocalDate.of(2024, 9, 5), -0.0, "取引所", BigDecimal.ZERO, new BigDecimal("1200")
                        }));
    }

    private static List<List<Object>> expected() {
        return List.of(
                Arrays.asList(
                        110_621L,
                        3,
                        true,
                        LocalDate.of(2024, 9, 5),
                        -0.25,
                        "=SUM(A1), \"x\"",
                        LARGEST,
                        new BigDecimal("-1.500000000000")),
                Collections.nCopies(8, null),
                Arrays.asList(
                        -1L,
                        0,
                        false,
                        LocalDate.of(1970, 1, 1),
                        null,
                        "",
                        LARGEST.negate(),
                        new BigDecimal("0.000000000001")),
                Arrays.asList(
                        0L,
                        1,
                        false,
                        LocalDate.of(2024, 9, 5),
                        0.0,
                        "取引所",
                        BigDecimal.ZERO,
                        new BigDecimal("1200.000000000000")));
    }

    @Test
    void everyValueComesBack() throws Exception {
        Path file = folder.resolve("t.parquet");
        WrittenFile written = writer.writeParquet(hadoop(file), table());
        assertThat(written.rows()).isEqualTo(4);
        assertThat(Readers.duckdb(file)).isEqualTo(expected());
        assertThat(Readers.spark(file)).isEqualTo(expected());
        WrittenFile again = writer.writeParquet(hadoop(folder.resolve("u.parquet")), table());
        assertThat(again.sha256()).isEqualTo(written.sha256());
    }

    @Test
    void csvIsPlain() throws IOException {
        Path file = folder.resolve("t.csv");
        WrittenFile written = writer.writeCsv(hadoop(file), table());
        assertThat(written.rows()).isEqualTo(4);
        assertThat(file).hasContent("""
                        security_code,orders,complete,date,cost_bps,name,traded_value,sum_bps
                        110621,3,true,2024-09-05,-0.25,"'=SUM(A1), ""x""\",99999999999999999999999999999999999999,-1.5
                        ,,,,,,,
                        -1,0,false,1970-01-01,,"",-99999999999999999999999999999999999999,0.000000000001
                        0,1,false,2024-09-05,0.0,取引所,0,1200
                        """);
    }

    @Test
    void aTableWithoutRowsHasItsColumns() throws Exception {
        AggregateTable empty = new AggregateTable("by_test", COLUMNS, List.of());
        Path file = folder.resolve("t.parquet");
        writer.writeParquet(hadoop(file), empty);
        assertThat(Readers.duckdb(file)).isEmpty();
        assertThat(Readers.spark().read().parquet(file.toString()).schema().toDDL())
                .isEqualTo("security_code BIGINT,orders INT,complete BOOLEAN,date DATE,cost_bps DOUBLE,name STRING,"
                        + "traded_value DECIMAL(38,0),sum_bps DECIMAL(38,12)");
    }

    @Test
    void whatDoesNotFitIsNamed() {
        List<ColumnSpec> one = List.of(new ColumnSpec("c", ColumnType.DECIMAL_38_0, "", ""));
        assertThatThrownBy(() -> rows(one, new BigDecimal("0.5")))
                .hasMessage("table t, column c: 0.5 (BigDecimal) does not fit DECIMAL_38_0");
        assertThatThrownBy(() -> rows(one, LARGEST.add(BigDecimal.ONE)))
                .hasMessage("table t, column c: 1" + "0".repeat(38) + " (BigDecimal) does not fit DECIMAL_38_0");
        assertThatThrownBy(() -> rows(one, 5L)).hasMessage("table t, column c: 5 (Long) does not fit DECIMAL_38_0");
        assertThatThrownBy(() -> rows(one, null, null)).hasMessage("table t has 1 columns, got 2 values: [null, null]");
        List<ColumnSpec> number = List.of(new ColumnSpec("c", ColumnType.DOUBLE, "", ""));
        assertThatThrownBy(() -> rows(number, Double.NEGATIVE_INFINITY))
                .hasMessage("table t, column c: -Infinity (Double) does not fit DOUBLE");
        List<ColumnSpec> bytes = List.of(new ColumnSpec("c", ColumnType.BINARY, "", ""));
        assertThatThrownBy(() -> rows(bytes, "x")).hasMessage("no aggregate shows bytes: c");
    }

    private static AggregateTable rows(List<ColumnSpec> columns, Object... row) {
        return new AggregateTable("t", columns, List.<Object[]>of(row));
    }

    private static org.apache.hadoop.fs.Path hadoop(Path file) {
        return new org.apache.hadoop.fs.Path(file.toUri());
    }
}
