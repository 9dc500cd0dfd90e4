package io.midwater.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.sink.AggregateTable;
import io.midwater.sink.AggregateTableWriter;
import io.midwater.sink.parquet.ColumnFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two small tables with every type of column. */
class TableComparisonTest {
    private static final List<ColumnSpec> COLUMNS = List.of(
            new ColumnSpec("order_id", ColumnType.LONG, "", ""),
            new ColumnSpec("date", ColumnType.DATE, "", ""),
            new ColumnSpec("outcome", ColumnType.TEXT, "", ""),
            new ColumnSpec("survivor", ColumnType.BOOLEAN, "", ""),
            new ColumnSpec("step", ColumnType.INT, "", ""),
            new ColumnSpec("value", ColumnType.DECIMAL_38_12, "", ""),
            new ColumnSpec("cost_bps", ColumnType.DOUBLE, "", ""));
    private static final LocalDate DAY = LocalDate.of(2024, 9, 5);

    @TempDir
    private Path folder;

    private int files;

    @Test
    void sameRowsInAnotherOrderDoNotDiffer() throws IOException {
        TableComparison comparison = comparison(rows(row(1, 2.5), row(2, null)), rows(row(2, null), row(1, 2.5)));

        TableDifference difference = comparison.compare();

        assertThat(difference.columns()).isEmpty();
        assertThat(difference.onlyInFirst() + difference.onlyInSecond()).isZero();
        assertThat(comparison.orders()).isEmpty();
    }

    @Test
    void everyTypeOfValueIsComparedAndShown() throws IOException {
        Object[] other = {1L, DAY.plusDays(1), "B", false, 4, new BigDecimal("7.25"), null};

        List<ColumnDifference> found =
                comparison(rows(row(1, 2.5)), rows(other)).compare().columns();

        assertThat(found)
                .containsExactly(
                        difference("date", "2024-09-05", "2024-09-06"),
                        difference("outcome", "A", "B"),
                        difference("survivor", "true", "false"),
                        difference("step", "3", "4"),
                        difference("value", "7.500000000000", "7.250000000000"),
                        difference("cost_bps", "2.5", null));
    }

    @Test
    void rowsAreFoundByKeyAndTheFirstDifferenceIsNamed() throws IOException {
        TableComparison comparison = comparison(
                rows(row(1, 1.0), row(2, 2.0), row(3, 3.0), row(5, 5.0)),
                rows(row(2, 2.5), row(3, 3.5), row(4, 4.0), row(5, 5.0)));

        TableDifference difference = comparison.compare();

        assertThat(difference.onlyInFirst()).isEqualTo(1);
        assertThat(difference.onlyInSecond()).isEqualTo(1);
        assertThat(difference.columns())
                .containsExactly(new ColumnDifference("cost_bps", 2, "7/2024-09-05 order_id 2", "2.0", "2.5", false));
        assertThat(comparison.orders()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void lastDigitsAreToldFromRealDifferences() throws IOException {
        // 1 part in 10¹², below 1 in 10⁹; and 1 in 10⁸, above.
        TableDifference rounding =
                comparison(rows(row(1, 1e6)), rows(row(1, 1e6 + 1e-6))).compare();
        TableDifference real =
                comparison(rows(row(1, 1e6)), rows(row(1, 1e6 + 1e-2))).compare();

        assertThat(rounding.columns()).singleElement().matches(ColumnDifference::lastDigits);
        assertThat(rounding.lastDigitsOnly()).isTrue();
        assertThat(real.lastDigitsOnly()).isFalse();
        assertThat(rounding.plus(real).columns())
                .singleElement()
                .satisfies(column -> assertThat(column.rows()).isEqualTo(2))
                .matches(column -> !column.lastDigits());
    }

    @Test
    void columnsThatOnlyOneHasAreNamed() throws IOException {
        ColumnFile left = file(COLUMNS, rows(row(1, 1.0)));
        ColumnFile right =
                file(COLUMNS.subList(0, 6), rows(new Object[] {1L, DAY, "A", true, 3, new BigDecimal("7.5")}));

        TableDifference difference = new TableComparison("metrics", "", left, right).compare();

        assertThat(difference.missingColumns()).containsExactly("cost_bps");
        assertThat(difference.lastDigitsOnly()).isFalse();
    }

    private static ColumnDifference difference(String column, String first, String second) {
        return new ColumnDifference(column, 1, "7/2024-09-05 order_id 1", first, second, false);
    }

    private static List<Object[]> rows(Object[]... rows) {
        return List.of(rows);
    }

    private static Object[] row(long order, Double cost) {
        return new Object[] {order, DAY, "A", true, 3, new BigDecimal("7.5"), cost};
    }

    private TableComparison comparison(List<Object[]> first, List<Object[]> second) throws IOException {
        return new TableComparison("metrics", "7/2024-09-05", file(COLUMNS, first), file(COLUMNS, second));
    }

    private ColumnFile file(List<ColumnSpec> columns, List<Object[]> rows) throws IOException {
        Configuration configuration = new Configuration();
        var path = new org.apache.hadoop.fs.Path(
                folder.resolve("t" + ++files + ".parquet").toUri());
        new AggregateTableWriter(configuration).writeParquet(path, new AggregateTable("metrics", columns, rows));
        return ColumnFile.open(configuration, path);
    }
}
