package io.midwater.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.midwater.control.WrittenTable;
import io.midwater.domain.InputKind;
import io.midwater.domain.SecurityDay;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputLayoutTest {
    private static final SecurityDay UNIT = new SecurityDay(110_621, LocalDate.of(2024, 9, 5));

    private final OutputLayout layout = new OutputLayout(new Path("hdfs://market/out"));

    @Test
    void everyFileHasItsPlace() {
        assertThat(layout.unitFile("metrics", UNIT))
                .hasToString("hdfs://market/out/tables/metrics/security_code=110621/date=2024-09-05/part-0.parquet");
        assertThat(layout.dateFile("metrics", UNIT.date(), 3))
                .hasToString("hdfs://market/out/tables/metrics/date=2024-09-05/part-00003.parquet");
        assertThat(layout.rejectsFile(InputKind.ORDERS, 0))
                .hasToString("hdfs://market/out/tables/rejects/kind=orders/part-0.parquet");
        assertThat(layout.unitCsv(OutputLayout.UnitCsv.ORDERS, UNIT))
                .hasToString("hdfs://market/out/by_security/SEC_110621/2024-09-05/orders.csv.gz");
        assertThat(layout.unitCsv(OutputLayout.UnitCsv.CLASSIFIED, UNIT).getName())
                .isEqualTo("classified.csv.gz");
        assertThat(layout.unitCsv(OutputLayout.UnitCsv.METRICS, UNIT).getName()).isEqualTo("metrics.csv");
        assertThat(layout.unitCsv(OutputLayout.UnitCsv.SIMULATION, UNIT).getName())
                .isEqualTo("simulation.csv.gz");
        assertThat(layout.aggregateParquet("by_date")).hasToString("hdfs://market/out/aggregated/by_date.parquet");
        assertThat(layout.aggregateCsv("by_date")).hasToString("hdfs://market/out/aggregated/by_date.csv");
        assertThat(layout.runFile("2024-09-06T101500Z", "manifest.json"))
                .hasToString("hdfs://market/out/runs/2024-09-06T101500Z/manifest.json");
    }

    @Test
    void stagedFilesLieAsPublishedOnesDo() {
        OutputLayout staged = layout.staging("run-1", "7-0");
        assertThat(staged.root()).hasToString("hdfs://market/out/.staging/run-1/7-0");
        assertThat(staged.unitFile("orders", UNIT))
                .isEqualTo(
                        new Path(staged.root(), "tables/orders/security_code=110621/date=2024-09-05/part-0.parquet"));
    }

    @Test
    void ourFilesAreKnownFromOthers() {
        for (Path ours : List.of(
                layout.unitFile("metrics", UNIT),
                layout.unitFile("rule605_sums", UNIT),
                layout.dateFile("simulated_trades", UNIT.date(), 3),
                layout.emptyFile("order_sums"),
                layout.rejectsFile(InputKind.ORDERS, 12),
                layout.unitCsv(OutputLayout.UnitCsv.ORDERS, UNIT),
                layout.unitCsv(OutputLayout.UnitCsv.METRICS, UNIT))) {
            assertThat(OutputLayout.isOurs(layout.relative(ours)))
                    .as(ours.toString())
                    .isTrue();
        }
        assertThat(OutputLayout.isPublished("aggregated/rule605.csv")).isTrue();
        for (String other : List.of(
                "tables/note.txt",
                "tables/metrics/part-1.parquet",
                "tables/metrics/security_code=1/date=2024-09-05/notes.parquet",
                "tables/metrics/security_code=x/date=2024-09-05/part-0.parquet",
                "by_security/SEC_1/2024-09-05/mine.xlsx",
                "aggregated/by_date.parquet",
                "runs/latest")) {
            assertThat(OutputLayout.isOurs(other)).as(other).isFalse();
        }
    }

    @Test
    void pathsSayWhatAFileHolds() {
        String parquet = layout.relative(layout.unitFile("metrics", UNIT));
        String csv = layout.relative(layout.unitCsv(OutputLayout.UnitCsv.METRICS, UNIT));
        String rejects = layout.relative(layout.rejectsFile(InputKind.ORDERS, 0));

        assertThat(OutputLayout.isCsvTree(csv)).isTrue();
        assertThat(OutputLayout.isCsvTree(parquet)).isFalse();
        assertThat(OutputLayout.isRejects(rejects)).isTrue();
        assertThat(OutputLayout.isRejects(parquet)).isFalse();
        assertThat(OutputLayout.isPublishedParquet(parquet)).isTrue();
        assertThat(OutputLayout.isPublishedParquet(csv)).isFalse();
        assertThat(OutputLayout.isPublishedParquet("tables/../secret.parquet")).isFalse();
    }

    @Test
    void aStagedFileLiesInStagingAndTheOthersWhereTheyArePublished() {
        OutputLayout staged = layout.staging("run-1", "7-0");
        Path file = staged.unitFile("metrics", UNIT);
        String path = staged.relative(file);
        UnaryOperator<String> places =
                layout.places(List.of(new WrittenTable("metrics", path, file.toString(), 1, 1, "")));

        assertThat(places.apply(path)).isEqualTo(file.toString());
        assertThat(places.apply("aggregated/by_date.csv")).isEqualTo("hdfs://market/out/aggregated/by_date.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "../x", ".hidden", "a b", "a\\b", "a\nb", "café"})
    void noNameLeadsElsewhere(String name) {
        assertThatThrownBy(() -> layout.table(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a name for a file: \"" + name + "\"");
        assertThatThrownBy(() -> layout.run(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> layout.staging("run-1", name)).isInstanceOf(IllegalArgumentException.class);
    }
}
