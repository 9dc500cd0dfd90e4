package io.midwater.rollup;

import static io.midwater.rollup.Cells.cell;
import static io.midwater.rollup.Cells.table;
import static io.midwater.rollup.Cells.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.sink.AggregateTable;
import io.midwater.totals.Aggregate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten market orders of 100 shares that filled; four arrived before any quote, so nobody knows what the dark had given. */
class BenchmarkedOrdersTest {
    private static final RollupOptions OPTIONS = new RollupOptions(
            EnumSet.of(Aggregate.GLOBAL, Aggregate.SCENARIO), List.of(), List.of(), List.of("unlimited"), List.of());

    @TempDir
    Path directory;

    private static TableRows orders() {
        TableRows rows = TableRows.simulation(
                "security_code",
                7L,
                "date",
                LocalDate.of(2024, 9, 5),
                "scenario",
                "unlimited",
                "fill_class",
                "FULL",
                "survivor",
                true,
                "scope_quantity",
                100L);
        for (long order = 0; order < 10; order++) {
            if (order < 6) {
                rows.add("order_id", order, "simulated_quantity", 100L, "engaged", true);
            } else {
                rows.add("order_id", order);
            }
        }
        return rows;
    }

    @Test
    void ordersWithoutABenchmarkAreInNoRatio() throws IOException {
        List<AggregateTable> tables =
                new Rollups(LocalSpark.session(), OPTIONS).compute(List.of(), orders().writeSums(directory));
        AggregateTable comparison = table(tables, "scenario_comparison");
        int all = 3;

        assertThat(cell(comparison, all, "fill_class")).isEqualTo("ALL");
        assertThat(cell(comparison, all, "orders")).isEqualTo(10L);
        assertThat(cell(comparison, all, "benchmarked_orders")).isEqualTo(6L);
        assertThat(cell(comparison, all, "engaged_orders")).isEqualTo(6L);
        assertThat(cell(comparison, all, "engaged_ratio")).isEqualTo(1.0);
        assertThat(whole(comparison, all, "scope_quantity")).isEqualTo(1_000);
        assertThat(whole(comparison, all, "benchmarked_scope_quantity")).isEqualTo(600);
        assertThat(whole(comparison, all, "simulated_quantity")).isEqualTo(600);
        assertThat(cell(comparison, all, "simulated_ratio")).isEqualTo(1.0);
        // Six filled in both worlds; of the other four nobody knows whether in reality only.
        assertThat(cell(comparison, all, "both_full_orders")).isEqualTo(6L);
        assertThat(cell(comparison, all, "real_full_orders")).isEqualTo(0L);
        AggregateTable global = table(tables, "global_summary");
        assertThat(whole(global, 0, "benchmarked_scope_quantity_unlimited")).isEqualTo(600);
        assertThat(cell(global, 0, "benchmarked_orders_unlimited")).isEqualTo(6L);
    }
}
