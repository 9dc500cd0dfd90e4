package io.midwater.rollup;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.TableSchema;
import io.midwater.totals.Rule605Table;
import io.midwater.totals.Sum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The columns of {@code rule605}: the sums, then the averages of the rule's report and of its execution-quality summary.
 * Averages have six decimal places, the sixth rounded half up, as the summary's technical specification asks; names of the
 * specification are given in brackets. Shares of the midpoint and of shares are fractions, not percentages.
 */
final class Rule605Columns {
    private static final int PLACES = 6;
    private static final long MS = 1_000;
    private static final String CURRENCY = "currency units";
    private static final String OF_MID = "of midpoint";
    private static final String MILLISECONDS = "ms";
    private static final String FRACTION = "0..1";
    private static final String EXECUTED = "executed_quantity";

    /** Called by their formulas: they are divided, and are no columns. */
    private static final String AT_OR_BETTER = "(improved_quantity + at_quote_quantity)";

    private static final String NET = "(improved_value − outside_quote_value)";

    private final List<ColumnSpec> all = new ArrayList<>();
    private final List<Average> averages = new ArrayList<>();

    /** A quotient of two sums. */
    private record Average(String name, String above, String below, long factor) {
        Double of(Map<String, Object> sums) {
            BigDecimal numerator = Ratio.number(sums.get(above));
            BigDecimal denominator = Ratio.number(sums.get(below));
            if (numerator == null || denominator == null || denominator.signum() == 0) {
                return null;
            }
            return numerator
                    .multiply(BigDecimal.valueOf(factor))
                    .divide(denominator, PLACES, RoundingMode.HALF_UP)
                    .doubleValue();
        }
    }

    Rule605Columns(List<Sum> sums, List<String> horizons) {
        all.add(new ColumnSpec("report_month", ColumnType.INT, "yyyymm", "month of the business date"));
        all.add(new ColumnSpec(
                "order_type", ColumnType.TEXT, "", "as in rule605_sums; the summary's M is MXXNN, its ML is LYNNN"));
        all.add(new ColumnSpec(
                "lot_class", ColumnType.TEXT, "", "as in rule605_sums, or ALL; null where orders are not covered"));
        all.add(new ColumnSpec(
                "order_size",
                ColumnType.LONG,
                CURRENCY,
                "as in rule605_sums; the highest bound less 1 (199999) for all classes below it together"));
        sums.forEach(sum -> all.add(sum.column()));
        summary();
        for (String horizon : horizons) {
            String name = "realized_spread_" + horizon;
            add(name, CURRENCY, name + "_value", name + "_quantity", 1, "average realized spread");
            add(name + "_ratio", OF_MID, name + "_value", name + "_mid_value", 1, "the same over the average midpoint");
        }
        report();
    }

    /** Paragraph (a)(2). */
    private void summary() {
        add("average_order_quantity", "shares", "ordered_quantity", "orders", 1, "[AvgOrderQty]");
        add("average_order_value", CURRENCY, "notional", "orders", 1, "[AvgOrderSize]");
        add("average_mid", CURRENCY, "mid_value", EXECUTED, 1, "share-weighted [ExctdOrderMidPtAvg]");
        add("at_quote_or_better_ratio", FRACTION, AT_OR_BETTER, EXECUTED, 1, "[PctExctdAtQuotOrBetter]");
        add("improved_ratio", FRACTION, "improved_quantity", EXECUTED, 1, "[PctExctdPI]");
        add("price_improvement_ratio", OF_MID, NET, "mid_value", 1, "improvement positive [WghtdAvgPctPI]");
        add(
                "effective_spread_ratio",
                OF_MID,
                "effective_spread_value",
                "mid_value",
                1,
                "signed; cost positive [AvgEffctvSprdPct]");
        add("quoted_spread_ratio", OF_MID, "quoted_spread_value", "mid_value", 1, "[AvgPctQuotSprd]");
        add(
                "eq_ratio",
                "ratio",
                "effective_spread_value",
                "quoted_spread_value",
                1,
                "null where every quote was locked [AvgEFQPct]");
        add(
                "execution_time_ms",
                MILLISECONDS,
                "time_share_seconds",
                EXECUTED,
                MS,
                "share-weighted [WghtdAvgExctnTime]");
    }

    /** What paragraph (a)(1) asks for beyond that. */
    private void report() {
        add("quoted_spread", CURRENCY, "quoted_spread_value", EXECUTED, 1, "average quoted spread");
        add("effective_spread", CURRENCY, "effective_spread_value", EXECUTED, 1, "average effective spread, signed");
        add("improved_per_share", CURRENCY, "improved_value", "improved_quantity", 1, "of the improved shares");
        add("improved_time_ms", MILLISECONDS, "improved_share_seconds", "improved_quantity", MS, "of these shares");
        add("at_quote_time_ms", MILLISECONDS, "at_quote_share_seconds", "at_quote_quantity", MS, "of these shares");
        add(
                "outside_quote_per_share",
                CURRENCY,
                "outside_quote_value",
                "outside_quote_quantity",
                1,
                "of the shares executed outside the quote; worse is positive");
        add(
                "outside_quote_time_ms",
                MILLISECONDS,
                "outside_quote_share_seconds",
                "outside_quote_quantity",
                MS,
                "of these shares");
    }

    private void add(String name, String unit, String above, String below, long factor, String description) {
        averages.add(new Average(name, above, below, factor));
        String formula = (factor == 1 ? "" : factor + " × ") + above + " / " + below;
        all.add(new ColumnSpec(name, ColumnType.DOUBLE, unit, formula + "; " + description));
    }

    List<ColumnSpec> all() {
        return List.copyOf(all);
    }

    /** @param row the key and the sums */
    Object[] cells(Map<String, Object> row) {
        row.put(AT_OR_BETTER, plus(row.get("improved_quantity"), row.get("at_quote_quantity"), 1));
        row.put(NET, plus(row.get("improved_value"), row.get("outside_quote_value"), -1));
        averages.forEach(average -> row.put(average.name(), average.of(row)));
        return Rows.cells(all, row);
    }

    private static BigDecimal plus(Object a, Object b, int sign) {
        return a == null || b == null
                ? null
                : Ratio.number(a).add(Ratio.number(b).multiply(BigDecimal.valueOf(sign)));
    }

    /** The table that the sums are read from. */
    static TableSchema schema(List<Sum> sums) {
        return new Rule605Table(RowGroupSink.none(), sums).schema();
    }
}
