package io.midwater.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A ratio of two sums that every aggregate has, so that any rows can be added up before it is formed.
 *
 * @param factor of the quotient in the unit
 * @param orders column with the number of orders it stands on
 * @param reason why it may be missing
 */
record Measure(
        String title,
        String unit,
        String numerator,
        String denominator,
        double factor,
        String orders,
        String reason,
        Kind kind) {
    enum Kind {
        BPS,
        SHARE,
        DURATION
    }

    private static final double BPS = 1e4;
    /** What a column's heading leaves to the text around it. */
    private static final Pattern BASE = Pattern.compile(" of (arrival mid|market VWAP)|, resting orders included");

    private static final String NO_QUOTE = "no order that traded continuously with a usable quote at arrival";

    static final Measure FILL_RATIO = share(
            "Fill ratio",
            "% of demanded shares",
            "matched_quantity",
            "demand_quantity",
            "total_orders",
            "nothing was demanded");
    static final Measure ARRIVAL_COST = bps(
            "Arrival cost",
            "bps of arrival mid, + = cost",
            "arrival_cost_half_value",
            "arrival_base_half_value",
            BPS,
            "measured_orders",
            NO_QUOTE);
    static final Measure EFFECTIVE_SPREAD = bps(
            "Effective spread",
            "bps of arrival mid, + = cost",
            "arrival_cost_half_value",
            "arrival_base_half_value",
            2 * BPS,
            "measured_orders",
            NO_QUOTE);
    static final Measure QUOTED_SPREAD = bps(
            "Quoted spread",
            "bps of arrival mid",
            "quoted_spread_half_value",
            "arrival_base_half_value",
            BPS,
            "measured_orders",
            NO_QUOTE);
    static final Measure IMPROVED = share(
            "Improved shares",
            "% better than the far touch, resting orders included",
            "improved_quantity",
            "measured_quantity",
            "measured_orders",
            NO_QUOTE);
    static final Measure SHORTFALL = bps(
            "Implementation shortfall",
            "bps of arrival mid, + = cost",
            "implementation_shortfall_half_value",
            "shortfall_base_half_value",
            BPS,
            "shortfall_orders",
            "no order with arrival quote, end mid and something to trade");
    static final Measure VWAP_SLIPPAGE = bps(
            "VWAP slippage",
            "bps of market VWAP, + = cost",
            "vwap_slippage_value",
            "vwap_slippage_base_value",
            BPS,
            "vwap_slippage_orders",
            "no order that traded on the market");
    static final Measure DARK_SHARE = share(
            "Dark share",
            "% of traded shares",
            "dark_quantity",
            "traded_quantity",
            "total_orders",
            "nothing was traded");
    static final Measure FIRST_FILL = new Measure(
            "Mean time to first fill",
            "orders that filled",
            "time_to_first_fill_sum_ns",
            "time_to_first_fill_orders",
            1,
            "time_to_first_fill_orders",
            "no order filled",
            Kind.DURATION);

    /** Savings in one scenario. */
    static Measure savings(String scenario) {
        return bps(
                "Savings, " + scenario,
                "bps of arrival mid, + = dark better",
                "savings_value_" + scenario,
                "savings_base_value_" + scenario,
                BPS,
                "savings_orders_" + scenario,
                "no study order whose savings are known");
    }

    private static Measure bps(
            String title, String unit, String over, String under, double factor, String orders, String reason) {
        return new Measure(title, unit, over, under, factor, orders, reason, Kind.BPS);
    }

    private static Measure share(String title, String unit, String over, String under, String orders, String reason) {
        return new Measure(title, unit, over, under, 1, orders, reason, Kind.SHARE);
    }

    /** The figure; null where it has no value. */
    Double of(Figures row) {
        Double over = row.number(numerator);
        Double under = row.number(denominator);
        return over == null || under == null || under == 0 ? null : Double.valueOf(factor * over / under);
    }

    Long orders(Figures row) {
        return row.count(orders);
    }

    Cell cell(Figures row) {
        Double value = of(row);
        return value == null ? Cell.none(reason) : Cell.of(text(value)).on(orders(row));
    }

    String text(double value) {
        return switch (kind) {
            case BPS -> Format.bps(value);
            case SHARE -> Format.percent(value);
            case DURATION -> Format.duration(value);
        };
    }

    /** In the unit of a chart's axis: percent for shares. */
    Double axis(Figures row) {
        Double value = of(row);
        return value == null || kind != Kind.SHARE ? value : Double.valueOf(100 * value);
    }

    /** A line or bars over some rows, in the unit of the axis. */
    Chart.Series series(String name, List<Figures> rows) {
        List<Double> values = new ArrayList<>();
        rows.forEach(row -> values.add(axis(row)));
        return new Chart.Series(name, values);
    }

    Table.Column column() {
        return Table.Column.number(title, BASE.matcher(unit).replaceAll(""));
    }

    /** The 95 % interval over clusters, each a row of sums; null below two clusters. */
    RatioInterval interval(List<Figures> clusters) {
        return RatioInterval.of(clusters, numerator, denominator, factor);
    }
}
