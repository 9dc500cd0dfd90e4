package io.midwater.rollup;

import static io.midwater.rollup.Cells.cell;
import static io.midwater.rollup.Cells.column;
import static io.midwater.rollup.Cells.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.sink.AggregateTable;
import io.midwater.totals.Aggregate;
import io.midwater.totals.OrderSums;
import io.midwater.totals.ScenarioSums;
import io.midwater.totals.SumsTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random orders, added up by Spark and by another database from the same Parquet files. */
class RollupsOracleTest {
    private static final RollupOptions OPTIONS = new RollupOptions(
            EnumSet.allOf(Aggregate.class),
            RandomOrders.TIMES,
            RandomOrders.SIZES,
            RandomOrders.SCENARIOS,
            RandomOrders.HORIZONS);
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    @TempDir
    static Path directory;

    private static RandomOrders.Files files;
    private static List<AggregateTable> tables;

    @BeforeAll
    static void compute() throws Exception {
        files = new RandomOrders(11).write(directory, 3, 150);
        tables = new Rollups(LocalSpark.session(), OPTIONS).compute(files.orderSums(), files.scenarioSums());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"FILL_CLASS", "ORDER_KIND"},
            mode = EnumSource.Mode.EXCLUDE)
    void anotherDatabaseFindsTheSameSumsAndRatios(Grouping grouping) throws Exception {
        AggregateTable table = table(tables, grouping.table());
        Map<String, Map<String, BigDecimal>> expected;
        try (DuckOracle oracle = new DuckOracle(files)) {
            expected = oracle.aggregate(grouping.keys(), grouping.simulated() ? RandomOrders.SCENARIOS : List.of());
        }
        assertThat(table.rows()).hasSize(expected.size());
        for (int row = 0; row < table.rows().size(); row++) {
            Map<String, BigDecimal> values = expected.get(key(table, row, grouping));
            assertThat(values).as("group %s", key(table, row, grouping)).isNotNull();
            compare(table, row, grouping, values);
        }
    }

    private static void compare(AggregateTable table, int row, Grouping grouping, Map<String, BigDecimal> values) {
        for (ColumnSpec column : KeyedTables.columns(grouping, OPTIONS)) {
            if (grouping.keys().contains(column.name()) || Trend.COLUMNS.contains(column)) {
                continue;
            }
            if (column.equals(KeyedTables.SMALL_SAMPLE)) {
                boolean few = values.get("total_orders").compareTo(BigDecimal.valueOf(30)) < 0;
                assertThat(cell(table, row, column.name())).isEqualTo(few);
                continue;
            }
            String where = table.name() + " row " + row + " " + column.name();
            assertThat(values).as(where).containsKey(column.name());
            BigDecimal want = values.get(column.name());
            Object found = cell(table, row, column.name());
            if (want == null) {
                assertThat(found).as(where).isNull();
                continue;
            }
            assertThat(found).as(where).isNotNull();
            BigDecimal have = new BigDecimal(found.toString());
            BigDecimal allowed =
                    switch (column.type()) {
                        case LONG, DECIMAL_38_0 -> BigDecimal.ZERO;
                        case DOUBLE, DECIMAL_38_12 ->
                            TOLERANCE.multiply(want.abs().max(BigDecimal.ONE));
                        case INT, BOOLEAN, DATE, TEXT, BINARY -> throw new AssertionError(where);
                    };
            assertThat(have.subtract(want).abs())
                    .as(where + ": " + have + ", expected " + want)
                    .isLessThanOrEqualTo(allowed);
        }
    }

    private static String key(AggregateTable table, int row, Grouping grouping) {
        List<Object> values = new ArrayList<>();
        grouping.keys().forEach(key -> values.add(cell(table, row, key)));
        return values.toString();
    }

    @Test
    void everyGroupingAddsUpToTheWhole() {
        AggregateTable global = table(tables, "global_summary");
        List<String> additive = new ArrayList<>();
        OrderSums.published(OPTIONS.horizons()).forEach(sum -> additive.add(sum.name()));
        RandomOrders.SCENARIOS.forEach(
                scenario -> ScenarioSums.KEYED.forEach(sum -> additive.add(sum.name() + "_" + scenario)));
        for (String name : List.of(
                "by_security",
                "by_date",
                "by_participant",
                "by_time_of_day",
                "by_order_size",
                "by_hour",
                "by_size_kind_class",
                "time_series")) {
            for (String sum : additive) {
                BigDecimal total = column(table(tables, name), sum).stream()
                        .filter(value -> value != null)
                        .map(value -> new BigDecimal(value.toString()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(total)
                        .as(name + " " + sum)
                        .isEqualByComparingTo(
                                new BigDecimal(cell(global, 0, sum).toString()));
            }
        }
    }

    @Test
    void ratiosOfTheWholeLieBetweenThoseOfItsParts() {
        AggregateTable global = table(tables, "global_summary");
        for (String ratio : List.of("fill_ratio", "vwap_px", "arrival_cost_bps", "savings_bps_midpoint")) {
            List<Double> parts = column(table(tables, "by_security"), ratio).stream()
                    .map(value -> (Double) value)
                    .toList();
            assertThat((Double) cell(global, 0, ratio))
                    .as(ratio)
                    .isBetween(Collections.min(parts), Collections.max(parts));
        }
    }

    @Test
    void orderAndNumberOfFilesChangeNothing() throws Exception {
        List<String> shuffled = new ArrayList<>(files.orderSums());
        Collections.shuffle(shuffled, new Random(5));
        List<String> rewritten = new ArrayList<>();
        LocalSpark.session()
                .read()
                .schema(PublishedTables.struct(SumsTable.ofScenarios(RowGroupSink.none(), OPTIONS.horizons())
                        .schema()))
                .parquet(files.scenarioSums().toArray(String[]::new))
                .repartition(7)
                .write()
                .parquet(directory.resolve("rewritten").toString());
        try (var listed = java.nio.file.Files.list(directory.resolve("rewritten"))) {
            listed.map(Path::toString).filter(name -> name.endsWith(".parquet")).forEach(rewritten::add);
        }
        List<AggregateTable> again = new Rollups(LocalSpark.session(), OPTIONS).compute(shuffled, rewritten);
        for (int i = 0; i < tables.size(); i++) {
            assertThat(again.get(i).rows().toArray(Object[][]::new))
                    .as(tables.get(i).name())
                    .isDeepEqualTo(tables.get(i).rows().toArray(Object[][]::new));
        }
    }

    @Test
    void sumsBeyondSixtyFourBitsAreExact() {
        BigDecimal demand = (BigDecimal) cell(table(tables, "global_summary"), 0, "demand_quantity");
        assertThat(demand.round(new MathContext(1))).isGreaterThan(BigDecimal.valueOf(Long.MAX_VALUE));
    }
}
