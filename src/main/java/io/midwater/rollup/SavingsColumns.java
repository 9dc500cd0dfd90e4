package io.midwater.rollup;

import io.midwater.domain.table.ColumnSpec;
import java.util.List;

/** The ratios of what the simulated orders add up to; savings positive means that the dark pool was better. */
final class SavingsColumns {
    private static final String MID_BPS = "bps of arrival mid";
    private static final String RATIO = "0..1";
    private static final String NS = "ns";
    private static final long BPS = 10_000;

    /** In every keyed aggregate, once per scenario. */
    static final Ratio SAVINGS_BPS = Ratio.of(
            "savings_bps",
            MID_BPS,
            "savings_value",
            "savings_base_value",
            BPS,
            "savings_value / savings_base_value; positive: dark better");

    /** In the comparison of scenarios only. */
    static final List<Ratio> COMPARISON_RATIOS = List.of(
            Ratio.of(
                    "engaged_ratio",
                    RATIO,
                    "engaged_orders",
                    "benchmarked_orders",
                    1,
                    "engaged_orders / benchmarked_orders"),
            Ratio.of(
                    "simulated_ratio",
                    RATIO,
                    "simulated_quantity",
                    "benchmarked_scope_quantity",
                    1,
                    "simulated_quantity / benchmarked_scope_quantity"),
            SAVINGS_BPS,
            Ratio.of(
                    "mean_savings_bps",
                    MID_BPS,
                    "savings_bps_sum",
                    "savings_bps_orders",
                    1,
                    "mean over savings_bps_orders; what does not trade in the dark saves 0"),
            Ratio.of(
                    "mean_engaged_savings_bps",
                    MID_BPS,
                    "engaged_savings_bps_sum",
                    "engaged_savings_bps_orders",
                    1,
                    "mean over engaged_savings_bps_orders"),
            Ratio.of(
                    "mean_time_to_first_fill_ns",
                    NS,
                    "time_to_first_fill_sum_ns",
                    "timed_orders",
                    1,
                    "mean simulated time from arrival to first fill over timed_orders; orders that fill in one world only"
                            + " are left out, their times are in aggregate distributions"),
            Ratio.of(
                    "mean_real_time_to_first_fill_ns",
                    NS,
                    "real_time_to_first_fill_sum_ns",
                    "timed_orders",
                    1,
                    "mean real time from arrival to the first fill after entry, over the same orders"));

    private SavingsColumns() {}

    /** A column of one scenario. */
    static ColumnSpec of(ColumnSpec column, String scenario) {
        return new ColumnSpec(
                column.name() + "_" + scenario,
                column.type(),
                column.unit(),
                column.description() + " (scenario " + scenario + ")");
    }

    /** The simulated fills' realized spread at one markout horizon; cost positive. */
    static Ratio realizedSpread(String horizon) {
        return Ratio.of(
                "realized_spread_" + horizon + "_bps",
                MID_BPS,
                "realized_spread_" + horizon + "_half_value",
                "markout_" + horizon + "_base_half_value",
                2 * BPS,
                "2 S (simulated price − mid " + horizon
                        + " after the match) / arrival mid, value-weighted; cost positive");
    }
}
