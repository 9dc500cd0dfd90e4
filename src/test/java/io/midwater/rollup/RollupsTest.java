package io.midwater.rollup;

import static io.midwater.rollup.Cells.cell;
import static io.midwater.rollup.Cells.column;
import static io.midwater.rollup.Cells.table;
import static io.midwater.rollup.Cells.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.sink.AggregateTable;
import io.midwater.totals.Aggregate;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three orders worked out by hand. */
class RollupsTest {
    private static final LocalDate THURSDAY = LocalDate.of(2024, 9, 5);
    private static final LocalDate FRIDAY = LocalDate.of(2024, 9, 6);
    private static final RollupOptions OPTIONS = new RollupOptions(
            EnumSet.allOf(Aggregate.class),
            List.of("PRE_OPEN", "MORNING", "MIDDAY"),
            List.of("TINY", "SMALL"),
            List.of("unlimited", "midpoint"),
            List.of());

    @TempDir
    static Path directory;

    private static List<AggregateTable> tables;

    @BeforeAll
    static void compute() throws IOException {
        SparkSession session = LocalSpark.session();
        List<String> orderSums = metrics().writeSums(directory.resolve("orders [odd] {name}"));
        List<String> scenarioSums = simulation().writeSums(directory.resolve("scenarios"));
        tables = new Rollups(session, OPTIONS).compute(orderSums, scenarioSums);
    }

    private static TableRows metrics() {
        return TableRows.metrics(
                        "in_study",
                        false,
                        "survivor",
                        false,
                        "fills",
                        0,
                        "traded_quantity",
                        0L,
                        "traded_value",
                        0L,
                        "continuous_quantity",
                        0L,
                        "continuous_value",
                        0L,
                        "dark_quantity",
                        0L,
                        "lit_quantity",
                        0L,
                        "auction_quantity",
                        0L,
                        "booked_quantity",
                        0L,
                        "reported_quantity",
                        0L)
                // A buy of 100 at 1010, quote 1000/1010: mid 1005, cost 2·1010 − 2010 = 10 half units a share.
                .add(
                        "order_id",
                        1L,
                        "security_code",
                        7L,
                        "date",
                        THURSDAY,
                        "participant_id",
                        69L, //
                        "fill_class",
                        "FULL",
                        "outcome",
                        "A_IMMEDIATE_FULL",
                        "in_study",
                        true,
                        "survivor",
                        true, //
                        "size_bucket",
                        "TINY",
                        "time_of_day",
                        "MORNING", //
                        "demand_quantity",
                        100L,
                        "initial_quantity",
                        100L,
                        "matched_quantity",
                        100L, //
                        "leaves_quantity",
                        0L,
                        "fill_ratio",
                        1.0,
                        "fills",
                        2, //
                        "traded_quantity",
                        100L,
                        "traded_value",
                        101_000L, //
                        "quoted_spread_bps",
                        99.5,
                        "continuous_quantity",
                        100L,
                        "continuous_value",
                        101_000L, //
                        "arrival_cost_half_value",
                        1_000L,
                        "arrival_base_half_value",
                        201_000L, //
                        "quoted_spread_half_value",
                        2_000L,
                        "price_improvement_value",
                        0L,
                        "improvement_value",
                        0L, //
                        "improved_quantity",
                        0L,
                        "at_quote_quantity",
                        100L,
                        "outside_quote_quantity",
                        0L, //
                        "time_to_first_fill_ns",
                        2_000_000_000L,
                        "time_to_completion_ns",
                        4_000_000_000L, //
                        "weighted_fill_time_ns",
                        3e9,
                        "lit_quantity",
                        100L)
                // A sell of 300, of which 200 matched at the mid 1005 and 20 in the auction.
                .add(
                        "order_id",
                        2L,
                        "security_code",
                        7L,
                        "date",
                        FRIDAY,
                        "participant_id",
                        null, //
                        "fill_class",
                        "PARTIAL",
                        "outcome",
                        "C_PARTIAL_NONE",
                        "in_study",
                        true, //
                        "size_bucket",
                        "SMALL",
                        "time_of_day",
                        "MORNING", //
                        "demand_quantity",
                        300L,
                        "initial_quantity",
                        250L,
                        "matched_quantity",
                        220L, //
                        "leaves_quantity",
                        80L,
                        "fill_ratio",
                        220.0 / 300,
                        "fills",
                        3, //
                        "traded_quantity",
                        220L,
                        "traded_value",
                        221_200L, //
                        "quoted_spread_bps",
                        99.5,
                        "continuous_quantity",
                        200L,
                        "continuous_value",
                        201_000L, //
                        "arrival_cost_half_value",
                        0L,
                        "arrival_base_half_value",
                        402_000L, //
                        "quoted_spread_half_value",
                        4_000L,
                        "price_improvement_value",
                        1_000L, //
                        "improvement_value",
                        1_000L,
                        "improved_quantity",
                        200L,
                        "at_quote_quantity",
                        0L, //
                        "outside_quote_quantity",
                        0L,
                        "time_to_first_fill_ns",
                        6_000_000_000L, //
                        "weighted_fill_time_ns",
                        10e9,
                        "dark_quantity",
                        200L,
                        "auction_quantity",
                        20L)
                // Not filled, no quote: nothing is known of it but its size.
                .add(
                        "order_id",
                        3L,
                        "security_code",
                        8L,
                        "date",
                        FRIDAY,
                        "participant_id",
                        69L, //
                        "fill_class",
                        "NONE",
                        "outcome",
                        "C_PARTIAL_NONE", //
                        "size_bucket",
                        "SMALL",
                        "time_of_day",
                        "MIDDAY", //
                        "demand_quantity",
                        600L,
                        "initial_quantity",
                        600L,
                        "matched_quantity",
                        0L, //
                        "leaves_quantity",
                        600L,
                        "lifetime_ns",
                        3_000_000_000L,
                        "terminal_reason",
                        "CANCELLED_USER",
                        "fill_ratio",
                        0.0);
    }

    private static TableRows simulation() {
        return TableRows.simulation()
                // 100 at 1005 in place of 1010: saves 500 of a base of 100 · 1005.
                .add(
                        "order_id",
                        1L,
                        "security_code",
                        7L,
                        "date",
                        THURSDAY,
                        "scenario",
                        "unlimited", //
                        "participant_id",
                        69L,
                        "fill_class",
                        "FULL",
                        "survivor",
                        true, //
                        "size_bucket",
                        "TINY",
                        "time_of_day",
                        "MORNING", //
                        "scope_quantity",
                        100L,
                        "simulated_quantity",
                        100L,
                        "simulated_value",
                        100_500.0, //
                        "real_value",
                        101_000.0,
                        "savings_value",
                        500.0,
                        "savings_base_value",
                        100_500.0, //
                        "savings_bps",
                        500.0 / 100_500 * 1e4,
                        "engaged",
                        true)
                .add(
                        "order_id",
                        2L,
                        "security_code",
                        7L,
                        "date",
                        FRIDAY,
                        "scenario",
                        "unlimited", //
                        "participant_id",
                        null,
                        "fill_class",
                        "PARTIAL",
                        "survivor",
                        false, //
                        "size_bucket",
                        "SMALL",
                        "time_of_day",
                        "MORNING", //
                        "scope_quantity",
                        200L,
                        "simulated_quantity",
                        200L,
                        "simulated_value",
                        201_000.0, //
                        "real_value",
                        201_000.0,
                        "savings_value",
                        0.0,
                        "savings_base_value",
                        201_000.0, //
                        "savings_bps",
                        0.0,
                        "engaged",
                        true)
                // No match in the replayed book: saves nothing of a base of 60 · 1005.
                .add(
                        "order_id",
                        1L,
                        "security_code",
                        7L,
                        "date",
                        THURSDAY,
                        "scenario",
                        "midpoint", //
                        "participant_id",
                        69L,
                        "fill_class",
                        "FULL",
                        "survivor",
                        true, //
                        "size_bucket",
                        "TINY",
                        "time_of_day",
                        "MORNING", //
                        "scope_quantity",
                        60L,
                        "simulated_quantity",
                        0L, //
                        "savings_value",
                        0.0,
                        "savings_base_value",
                        60_300.0, //
                        "savings_bps",
                        0.0,
                        "engaged",
                        false)
                // Matched, but without a real price after entry to compare with: no savings known.
                .add(
                        "order_id",
                        2L,
                        "security_code",
                        7L,
                        "date",
                        FRIDAY,
                        "scenario",
                        "midpoint", //
                        "participant_id",
                        null,
                        "fill_class",
                        "PARTIAL",
                        "survivor",
                        false, //
                        "size_bucket",
                        "SMALL",
                        "time_of_day",
                        "MORNING", //
                        "scope_quantity",
                        250L,
                        "simulated_quantity",
                        250L,
                        "simulated_value",
                        251_250.0, //
                        "savings_base_value",
                        251_250.0,
                        "engaged",
                        true);
    }

    private static TableRows studied() {
        return TableRows.metrics(
                        "security_code",
                        7L,
                        "date",
                        THURSDAY,
                        "in_study",
                        false,
                        "rest_quantity",
                        9L,
                        "fills",
                        1,
                        "size_bucket",
                        "TINY",
                        "order_kind",
                        "SWEEP",
                        "fill_class",
                        "FULL")
                .add("order_id", 1L, "funnel_step", 5, "in_study", true, "matched_quantity", 100L)
                .add("order_id", 2L, "funnel_step", 1, "in_study", true, "matched_quantity", 220L)
                // Rested, but with an auction trade: in the population, new, filled, own trade, no further.
                .add("order_id", 4L, "funnel_step", 3, "matched_quantity", 40L)
                // Carried over.
                .add("order_id", 5L, "funnel_step", 0, "matched_quantity", 5L)
                // Outside the population.
                .add("order_id", 3L, "matched_quantity", 0L, "rest_quantity", 0L, "fills", 0);
    }

    @Test
    void countsAndAddsTheOrders() {
        AggregateTable global = table(tables, "global_summary");
        assertThat(global.rows()).hasSize(1);
        assertThat(cell(global, 0, "total_orders")).isEqualTo(3L);
        assertThat(cell(global, 0, "full_orders")).isEqualTo(1L);
        assertThat(cell(global, 0, "partial_orders")).isEqualTo(1L);
        assertThat(cell(global, 0, "unfilled_orders")).isEqualTo(1L);
        assertThat(cell(global, 0, "in_study_orders")).isEqualTo(2L);
        assertThat(cell(global, 0, "survivor_orders")).isEqualTo(1L);
        assertThat(whole(global, 0, "demand_quantity")).isEqualTo(1_000);
        assertThat(whole(global, 0, "traded_value")).isEqualTo(322_200); // 101,000 + 221,200
        assertThat(whole(global, 0, "fills")).isEqualTo(5);
        assertThat(cell(global, 0, "securities")).isEqualTo(2L);
        assertThat(cell(global, 0, "dates")).isEqualTo(2L);
        assertThat(cell(global, 0, "participants")).isEqualTo(1L); // the unreported one is nobody
    }

    @Test
    void formsRatiosOfSums() {
        AggregateTable global = table(tables, "global_summary");
        assertThat((Double) cell(global, 0, "fill_ratio")).isEqualTo(0.32); // 320 / 1,000
        // (1 + 0.733333333333 + 0) / 3
        assertThat((Double) cell(global, 0, "mean_fill_ratio")).isEqualTo(0.577777777777666, within(1e-12));
        assertThat((Double) cell(global, 0, "vwap_px")).isEqualTo(1006.875); // 322,200 / 320
        // 1e4 · 1,000 / (201,000 + 402,000)
        assertThat((Double) cell(global, 0, "arrival_cost_bps")).isEqualTo(16.58374792703151, within(1e-12));
        assertThat((Double) cell(global, 0, "effective_spread_bps")).isEqualTo(33.16749585406302, within(1e-12));
        assertThat((Double) cell(global, 0, "eq_ratio")).isEqualTo(1 / 3.0); // 2 · 1,000 / 6,000
        assertThat((Double) cell(global, 0, "time_to_first_fill_ns")).isEqualTo(4e9); // (2 s + 6 s) / 2
        // (3 s · 100 + 10 s · 220) / 320 = 2,500 / 320 s
        assertThat((Double) cell(global, 0, "weighted_fill_time_ns")).isEqualTo(7.8125e9);
        assertThat((Double) cell(global, 0, "dark_ratio")).isEqualTo(0.625); // 200 / 320
        assertThat((Double) cell(global, 0, "auction_ratio")).isEqualTo(0.0625); // 20 / 320
        assertThat((Double) cell(global, 0, "improvement_px")).isEqualTo(5.0); // 1,000 / 200
    }

    @Test
    void roundsDoublesHalfEvenToTwelvePlacesBeforeAdding() {
        // 1 + 0.733333333333|33… + 0
        assertThat(cell(table(tables, "global_summary"), 0, "fill_ratio_sum"))
                .isEqualTo(new BigDecimal("1.733333333333"));
    }

    @Test
    void whatNobodyKnowsIsNullNotZero() {
        AggregateTable bySecurity = table(tables, "by_security");
        assertThat(column(bySecurity, "security_code")).containsExactly(7L, 8L);
        assertThat(whole(bySecurity, 1, "traded_quantity")).isZero();
        for (String unknown : List.of(
                "vwap_px",
                "arrival_cost_half_value",
                "arrival_cost_bps",
                "improved_quantity",
                "time_to_first_fill_sum_ns",
                "time_to_first_fill_ns",
                "dark_ratio",
                "savings_value_unlimited",
                "savings_bps_unlimited")) {
            assertThat(cell(bySecurity, 1, unknown)).as(unknown).isNull();
        }
        assertThat(cell(bySecurity, 1, "mean_fill_ratio")).isEqualTo(0.0);
        assertThat(cell(bySecurity, 1, "measured_orders")).isEqualTo(0L);
    }

    @Test
    void everyConfiguredBucketHasARow() {
        AggregateTable times = table(tables, "by_time_of_day");
        assertThat(column(times, "time_of_day")).containsExactly("PRE_OPEN", "MORNING", "MIDDAY");
        assertThat(column(times, "total_orders")).containsExactly(0L, 2L, 1L);
        assertThat(whole(times, 0, "demand_quantity")).isZero();
        assertThat(cell(times, 0, "fill_ratio")).isNull();
        assertThat(cell(times, 0, "fill_ratio_sum")).isNull();
        assertThat(cell(times, 0, "securities")).isEqualTo(0L);
        assertThat(column(table(tables, "by_order_size"), "size_bucket")).containsExactly("TINY", "SMALL");
    }

    @Test
    void unreportedParticipantsAreARowOfTheirOwn() {
        AggregateTable participants = table(tables, "by_participant");
        assertThat(column(participants, "participant_id")).containsExactly(69L, null);
        assertThat(column(participants, "total_orders")).containsExactly(2L, 1L);
        assertThat(column(participants, "dates")).containsExactly(2L, 1L);
    }

    @Test
    void savingsAreSumsOverOrdersThatHaveThem() {
        AggregateTable global = table(tables, "global_summary");
        assertThat((BigDecimal) cell(global, 0, "savings_value_unlimited")).isEqualByComparingTo("500");
        // 1e4 · 500 / 301,500
        assertThat((Double) cell(global, 0, "savings_bps_unlimited")).isEqualTo(16.58374792703151, within(1e-12));
        // Order 2 has no savings, so its base does not count either.
        assertThat((BigDecimal) cell(global, 0, "savings_base_value_midpoint")).isEqualByComparingTo("60300");
        assertThat(cell(global, 0, "savings_orders_midpoint")).isEqualTo(1L);
        assertThat(cell(global, 0, "engaged_orders_unlimited")).isEqualTo(2L);
        assertThat(cell(global, 0, "engaged_orders")).isEqualTo(1L); // in midpoint
    }

    @Test
    void trendComparesWithTheSecuritysPreviousDate() {
        AggregateTable series = table(tables, "time_series");
        assertThat(column(series, "security_code")).containsExactly(7L, 7L, 8L);
        assertThat(column(series, "previous_date")).containsExactly(null, THURSDAY, null);
        assertThat(cell(series, 0, "traded_quantity_change")).isNull();
        assertThat(whole(series, 1, "traded_quantity_change")).isEqualTo(120); // 220 − 100
        assertThat(whole(series, 1, "traded_value_change")).isEqualTo(120_200); // 221,200 − 101,000
        assertThat((Double) cell(series, 1, "fill_ratio_change")).isEqualTo(220.0 / 300 - 1, within(1e-15));
        // 0 − 1e4 · 1,000 / 201,000
        assertThat((Double) cell(series, 1, "arrival_cost_bps_change")).isEqualTo(-49.75124378109453, within(1e-12));
        assertThat(cell(series, 2, "traded_quantity_change")).isNull();
    }

    @Test
    void quartilesAreOfOrdersNotOfSums() {
        AggregateTable global = table(tables, "global_summary");
        // Fill ratios 0, 0.7333, 1: the second of three; 0.7333 = 0.10111011|10…₂, rounded up to 188 of 256.
        assertThat(cell(global, 0, "median_fill_ratio")).isEqualTo(188 / 256.0);
        assertThat(cell(global, 0, "p25_fill_ratio")).isEqualTo(0.0);
        // 2 s and 6 s: the lower one. 2e9 = 1110111|0011…₂ × 2²³ with eight digits 238 × 2²³.
        assertThat(cell(global, 0, "median_time_to_first_fill_ns")).isEqualTo(238 * 0x1p23);
        assertThat(cell(global, 0, "p75_savings_bps_midpoint")).isEqualTo(0.0);
        assertThat(cell(table(tables, "by_security"), 1, "median_time_to_first_fill_ns"))
                .isNull();
    }

    @Test
    void unfilledOrdersCountInTheTimeToFill() {
        AggregateTable curves = table(tables, "time_to_fill");
        int fiveSeconds = TimeToFill.HORIZONS.indexOf(5_000_000_000L);
        assertThat(column(curves, "grouping").subList(0, TimeToFill.HORIZONS.size()))
                .containsOnly("ALL");
        assertThat(cell(curves, 0, "orders")).isEqualTo(3L);
        assertThat(cell(curves, 0, "at_risk")).isEqualTo(3L);
        // One filled after 2 s, one cancelled after 3 s, one filled after 6 s.
        assertThat(cell(curves, fiveSeconds, "at_risk")).isEqualTo(1L);
        assertThat(cell(curves, fiveSeconds, "filled")).isEqualTo(1L);
        assertThat(cell(curves, fiveSeconds, "cancelled")).isEqualTo(1L);
        assertThat((Double) cell(curves, fiveSeconds, "kaplan_meier")).isEqualTo(1 / 3.0, within(1e-15));
        // Then the last one: if none were cancelled all would be filled; of three, two are.
        assertThat((Double) cell(curves, fiveSeconds + 1, "kaplan_meier")).isEqualTo(1.0);
        assertThat((Double) cell(curves, fiveSeconds + 1, "fill_incidence")).isEqualTo(2 / 3.0, within(1e-15));
        assertThat(column(curves, "name")).contains("TINY", "SMALL");
    }

    @Test
    void comparesScenariosByFillClass() {
        AggregateTable comparison = table(tables, "scenario_comparison");
        assertThat(column(comparison, "fill_class"))
                .containsExactly("FULL", "PARTIAL", "NONE", "ALL", "FULL", "PARTIAL", "NONE", "ALL");
        assertThat(column(comparison, "orders")).containsExactly(1L, 1L, 0L, 2L, 1L, 1L, 0L, 2L);
        assertThat(column(comparison, "engaged_orders")).containsExactly(1L, 1L, 0L, 2L, 0L, 1L, 0L, 1L);
        assertThat((BigDecimal) cell(comparison, 3, "real_value")).isEqualByComparingTo("302000");
        assertThat((BigDecimal) cell(comparison, 3, "simulated_value")).isEqualByComparingTo("301500");
        // 1e4 · 500 / 100,500 = 49.751243781095, of two orders
        assertThat((Double) cell(comparison, 3, "mean_savings_bps")).isEqualTo(24.8756218905475, within(1e-12));
        // Midpoint: one order has savings, 0; it is not the engaged one.
        assertThat(cell(comparison, 7, "mean_savings_bps")).isEqualTo(0.0);
        assertThat(cell(comparison, 7, "savings_bps_orders")).isEqualTo(1L);
        assertThat(cell(comparison, 7, "mean_engaged_savings_bps")).isNull();
        assertThat(cell(comparison, 7, "compared_orders")).isEqualTo(0L);
        assertThat(cell(comparison, 7, "real_value")).isNull();
        assertThat(whole(comparison, 7, "simulated_quantity")).isEqualTo(250);
    }

    @Test
    void funnelWithAndWithoutTheFullFill() throws IOException {
        RollupOptions options =
                new RollupOptions(EnumSet.of(Aggregate.GLOBAL), List.of(), List.of(), List.of(), List.of());
        AggregateTable funnel = table(
                new Rollups(LocalSpark.session(), options)
                        .compute(studied().writeSums(directory.resolve("studied")), List.of()),
                "funnel");
        assertThat(column(funnel, "step")).containsExactly(0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4);
        assertThat(column(funnel, "orders")).containsExactly(4L, 3L, 2L, 2L, 1L, 1L, 4L, 3L, 3L, 2L, 2L);
        assertThat(whole(funnel, 0, "matched_quantity")).isEqualTo(365); // 100 + 220 + 40 + 5
        assertThat(whole(funnel, 5, "matched_quantity")).isEqualTo(100);
        assertThat(whole(funnel, 10, "matched_quantity")).isEqualTo(320); // 100 + 220
        assertThat(cell(funnel, 5, "orders_ratio")).isEqualTo(0.25);
        assertThat(cell(funnel, 9, "orders_ratio")).isEqualTo(0.5);
    }

    @Test
    void sixGroupMetrics() {
        AggregateTable groups = table(tables, "group_metrics");
        assertThat(column(groups, "fill_class")).containsExactly("FULL", "PARTIAL", "NONE", "OVERALL");
        assertThat(column(groups, "order_count")).containsExactly(1L, 1L, 1L, 3L);
        assertThat(column(groups, "num_full_fills")).containsExactly(1L, 0L, 0L, 1L);
        assertThat(column(groups, "num_partial_fills")).containsExactly(0L, 1L, 0L, 1L);
        assertThat(whole(groups, 3, "quantity_traded")).isEqualTo(320);
        assertThat(whole(groups, 3, "total_order_quantity")).isEqualTo(1_000);
        // 101,000 / 100; 221,200 / 220; no fills; 322,200 / 320
        assertThat(column(groups, "avg_execution_cost")).containsExactly(1010.0, 221_200 / 220.0, null, 1006.875);
        assertThat(column(groups, "order_fill_ratio")).containsExactly(1.0, 220 / 300.0, 0.0, 0.32);
    }

    @Test
    void noInputGivesZeroCounts() {
        List<AggregateTable> empty = new Rollups(LocalSpark.session(), OPTIONS).compute(List.of(), List.of());
        assertThat(empty.stream().map(AggregateTable::name))
                .containsExactlyElementsOf(
                        tables.stream().map(AggregateTable::name).toList());
        AggregateTable global = table(empty, "global_summary");
        assertThat(cell(global, 0, "total_orders")).isEqualTo(0L);
        assertThat(whole(global, 0, "demand_quantity")).isZero();
        assertThat(cell(global, 0, "fill_ratio")).isNull();
        assertThat(table(empty, "by_security").rows()).isEmpty();
        assertThat(column(table(empty, "by_time_of_day"), "total_orders")).containsExactly(0L, 0L, 0L);
        assertThat(column(table(empty, "funnel"), "orders")).containsOnly(0L);
        assertThat(column(table(empty, "funnel"), "matched_quantity")).containsOnly(BigDecimal.ZERO);
        assertThat(column(table(empty, "scenario_comparison"), "orders"))
                .hasSize(8)
                .containsOnly(0L);
        assertThat(column(table(empty, "group_metrics"), "order_count")).containsOnly(0L);
    }

    @Test
    void publishesWhatIsAskedFor() {
        RollupOptions some = new RollupOptions(
                EnumSet.of(Aggregate.DATE), OPTIONS.timeOfDay(), OPTIONS.orderSizes(), List.of(), List.of());
        List<AggregateTable> byDate = new Rollups(LocalSpark.session(), some).compute(List.of(), List.of());
        assertThat(byDate.stream().map(AggregateTable::name)).containsExactly("by_date");
        RollupOptions none =
                new RollupOptions(EnumSet.noneOf(Aggregate.class), List.of(), List.of(), List.of(), List.of());
        assertThat(new Rollups(LocalSpark.session(), none).compute(List.of(), List.of()))
                .isEmpty();
    }

    @Test
    void dictionaryDescribesEveryColumn() {
        var dictionary = Rollups.dictionary(OPTIONS);
        assertThat(dictionary.keySet())
                .containsExactlyElementsOf(
                        tables.stream().map(AggregateTable::name).toList());
        for (AggregateTable table : tables) {
            assertThat(dictionary.get(table.name()).stream().map(ColumnSpec::name))
                    .containsExactlyElementsOf(
                            table.columns().stream().map(ColumnSpec::name).toList());
            assertThat(dictionary.get(table.name()))
                    .allSatisfy(column -> assertThat(column.description()).isNotBlank());
        }
    }
}
