package io.midwater.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsCsvTest {
    @TempDir
    Path folder;

    @Test
    void numbersAreNotTouchedAndTextsAreGuarded() throws Exception {
        AggregateTable table = new AggregateTable(
                "global_summary",
                List.of(
                        new ColumnSpec("arrival_cost_bps", ColumnType.DOUBLE, "", ""),
                        new ColumnSpec("savings_value", ColumnType.DECIMAL_38_12, "", ""),
                        new ColumnSpec("label", ColumnType.TEXT, "", ""),
                        new ColumnSpec("vwap_px", ColumnType.DOUBLE, "", "")),
                List.<Object[]>of(new Object[] {-0.5, new BigDecimal("-12.5"), "=1+1", null}));
        Path file = folder.resolve("global_summary.csv");
        new AggregateTableWriter(new Configuration()).writeMetrics(new org.apache.hadoop.fs.Path(file.toUri()), table);
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "metric,value", "arrival_cost_bps,-0.5", "savings_value,-12.5", "label,'=1+1", "vwap_px,");
    }
}
