package io.midwater.app;

import io.midwater.control.RunManifest;
import io.midwater.metrics.MetricsOptions.Horizon;
import io.midwater.report.Distributions;
import io.midwater.report.Figures;
import io.midwater.report.ReportData.Query;
import io.midwater.report.TimeSteps;
import io.midwater.simulation.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the report asks of the published tables. Every answer is small: groups, quantiles, or twenty rows. */
final class ReportQueries {
    private static final int MOST_ROWS = 20;
    private static final String MIDPOINT = "scenario = '" + Scenario.MIDPOINT.label() + "'";
    private static final List<String> METRICS = List.of(
            "arrival_cost_bps", "effective_spread_bps", "implementation_shortfall_bps", "time_to_first_fill_ns");
    private static final String SAVINGS = "savings_bps";
    private static final List<String> POINTS = List.of("p1", "p5", "p25", "p50", "p75", "p95", "p99");
    private static final String SHARES = "array(0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99)";
    private static final int ACCURACY = 10_000;
    private static final int COLUMNS_AT_ONCE = 40;
    private static final List<String> CLASS_KEYS =
            List.of("size_bucket", "order_kind", "fill_class", "outcome", "in_study", "venue");

    private final ReportTables tables;
    private final RunManifest manifest;
    private final List<Horizon> horizons;
    private final String zone;

    /**
     * @param horizons of the markouts
     * @param zone in which hours are counted
     */
    ReportQueries(ReportTables tables, RunManifest manifest, List<Horizon> horizons, String zone) {
        this.tables = tables;
        this.manifest = manifest;
        this.horizons = horizons;
        this.zone = zone;
    }

    Map<Query, List<Figures>> run() {
        Map<Query, List<Figures>> answers = new EnumMap<>(Query.class);
        boolean classified = tables.view("classified");
        boolean metrics = tables.view("metrics");
        boolean simulation = tables.view("simulation");
        List<Figures> quantiles = new ArrayList<>();
        if (metrics) {
            answers.put(Query.CLASSES, classes());
            answers.put(Query.COST_WORST, tables.query("dearest orders", cost("DESC", "> 0")));
            answers.put(Query.COST_BEST, tables.query("cheapest orders", cost("ASC", "< 0")));
            quantiles.addAll(quantiles(METRICS, "metrics", "true"));
        }
        if (classified) {
            answers.put(Query.HOURS, tables.query("orders by hour", hours()));
        }
        if (simulation) {
            answers.put(Query.SAVINGS_BEST, tables.query("best savings", savings("DESC", "> 0")));
            answers.put(Query.SAVINGS_WORST, tables.query("worst savings", savings("ASC", "< 0")));
            quantiles.addAll(quantiles(List.of(SAVINGS), "simulation", MIDPOINT + " AND engaged"));
        }
        answers.put(Query.QUANTILES, quantiles);
        answers.put(Query.BINS, bins(quantiles));
        if (classified && metrics && simulation) {
            answers.put(Query.STUDY_TIMES, tables.query("first fills of study orders", studyTimes()));
            answers.put(Query.SIMULATED_MARKOUTS, new SimulatedMarkouts(tables, manifest, horizons).run());
        }
        return answers;
    }

    /**
     * Some columns at a time: Spark writes one method per aggregation, and the JVM does not compile methods of more than
     * 8,000 bytes.
     */
    private List<Figures> classes() {
        List<String> columns = classColumns();
        Map<List<Object>, Map<String, Object>> rows = new LinkedHashMap<>();
        for (int from = 0; from < columns.size(); from += COLUMNS_AT_ONCE) {
            String some = String.join(",\n  ", columns.subList(from, Math.min(columns.size(), from + COLUMNS_AT_ONCE)));
            String sql = """
                    SELECT size_bucket, order_kind, fill_class, outcome, in_study,
                      CASE WHEN dark_quantity > 0 AND lit_quantity > 0 THEN 'BOTH'
                           WHEN dark_quantity > 0 THEN 'DARK' WHEN lit_quantity > 0 THEN 'LIT' END AS venue,
                      %s
                    FROM metrics GROUP BY 1, 2, 3, 4, 5, 6""".formatted(some);
            for (Figures row : tables.query("orders by size, kind, class and venue", sql)) {
                rows.computeIfAbsent(CLASS_KEYS.stream().map(row.values()::get).toList(), key -> new LinkedHashMap<>())
                        .putAll(row.values());
            }
        }
        return rows.entrySet().stream()
                .sorted(Comparator.comparing(row -> row.getKey().toString()))
                .map(row -> new Figures(row.getValue()))
                .toList();
    }

    private List<String> classColumns() {
        List<String> columns = new ArrayList<>(List.of(
                "count(*) AS total_orders",
                "count_if(fill_class = 'FULL') AS full_orders",
                "count_if(fill_class = 'PARTIAL') AS partial_orders",
                "count_if(fill_class = 'NONE') AS unfilled_orders",
                "count(arrival_cost_bps) AS measured_orders",
                "count(time_to_first_fill_ns) AS time_to_first_fill_orders"));
        for (String column : List.of("demand_quantity", "matched_quantity")) {
            columns.add(sum(column, column));
        }
        for (String column : List.of(
                "arrival_cost_half_value",
                "arrival_base_half_value",
                "quoted_spread_half_value",
                "improved_quantity")) {
            columns.add(sum("IF(arrival_cost_bps IS NULL, NULL, " + column + ")", column));
        }
        columns.add(sum("IF(arrival_cost_bps IS NULL, NULL, continuous_quantity)", "measured_quantity"));
        columns.add(sum("time_to_first_fill_ns", "time_to_first_fill_sum_ns"));
        for (long step : TimeSteps.NS) {
            columns.add("count_if(time_to_first_fill_ns <= " + step + "L) AS filled_within_" + step);
        }
        for (String horizon : horizons.stream().map(Horizon::label).toList()) {
            String realized = "realized_spread_" + horizon;
            String impact = "price_impact_" + horizon + "_half_value";
            columns.add("count(" + realized + "_bps) AS " + realized + "_orders");
            columns.add(sum(realized + "_half_value", realized + "_half_value"));
            columns.add(sum(impact, impact));
            columns.add(sum(
                    "IF(" + realized + "_bps IS NULL, NULL, CAST(arrival_bid_px + arrival_offer_px AS DECIMAL(19,0))"
                            + " * markout_" + horizon + "_quantity)",
                    "markout_" + horizon + "_base_half_value"));
        }
        return columns;
    }

    /** Sums are decimals: none can overflow, and none is missing where rows are added up later. */
    private static String sum(String expression, String name) {
        return "sum(CAST(" + expression + " AS DECIMAL(28,0))) AS " + name;
    }

    private String hours() {
        return "SELECT hour(from_utc_timestamp(timestamp_micros(arrival_ns DIV 1000), '"
                + zone.replaceAll("[^A-Za-z0-9/_+:-]", "") + "')) AS hour, count(*) AS total_orders,"
                + " count_if(fill_class = 'FULL') AS full_orders, " + sum("demand_quantity", "demand_quantity") + ", "
                + sum("matched_quantity", "matched_quantity") + " FROM classified GROUP BY 1 ORDER BY 1";
    }

    private static String cost(String order, String sign) {
        return "SELECT order_id, security_code, date, participant_id, side, order_kind, continuous_quantity,"
                + " arrival_cost_half_value, arrival_cost_bps, time_to_first_fill_ns FROM metrics"
                + " WHERE arrival_cost_bps IS NOT NULL AND arrival_cost_half_value " + sign
                + " ORDER BY arrival_cost_half_value " + order + ", security_code, date, order_id LIMIT " + MOST_ROWS;
    }

    private static String savings(String order, String sign) {
        return "SELECT order_id, security_code, date, participant_id, side, order_kind, simulated_quantity,"
                + " real_price_px, simulated_price_px, savings_value, savings_bps FROM simulation WHERE " + MIDPOINT
                + " AND engaged AND savings_value " + sign + " ORDER BY savings_value " + order
                + ", security_code, date, order_id LIMIT " + MOST_ROWS;
    }

    private List<Figures> quantiles(List<String> metrics, String table, String where) {
        String columns = metrics.stream()
                .map(metric -> "count(" + metric + ") AS n_" + metric + ", percentile_approx(CAST(" + metric
                        + " AS DOUBLE), " + SHARES + ", " + ACCURACY + ") AS q_" + metric)
                .collect(Collectors.joining(", "));
        String exploded = metrics.stream()
                .map(metric -> "SELECT '" + metric + "' AS metric, n_" + metric + " AS n, " + points("q_" + metric)
                        + " FROM answers")
                .collect(Collectors.joining(" UNION ALL "));
        List<Figures> rows = new ArrayList<>(tables.query(
                "quantiles of " + table,
                "WITH answers AS (SELECT " + columns + " FROM " + table + " WHERE " + where + ") " + exploded));
        rows.sort((a, b) -> Integer.compare(
                metrics.indexOf(a.values().get("metric")),
                metrics.indexOf(b.values().get("metric"))));
        return rows;
    }

    private static String points(String array) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < POINTS.size(); i++) {
            points.add(array + "[" + i + "] AS " + POINTS.get(i));
        }
        return String.join(", ", points);
    }

    /** Histograms between the outer quantiles, of all metrics in one pass for each table. */
    private List<Figures> bins(List<Figures> quantiles) {
        Map<String, String> rows = new HashMap<>();
        for (Figures row : quantiles) {
            Object metric = row.values().get("metric");
            Object low = row.values().get("p1");
            Object high = row.values().get("p99");
            if (low instanceof Double from && high instanceof Double to && !metric.equals("time_to_first_fill_ns")) {
                double width = to > from ? to - from : 1;
                rows.merge(
                        metric.equals(SAVINGS) ? "simulation" : "metrics",
                        "'" + metric + "', " + metric + ", " + from + "D, " + width + "D",
                        (a, b) -> a + ", " + b);
            }
        }
        List<Figures> bins = new ArrayList<>();
        rows.forEach((table, stacked) -> bins.addAll(tables.query("histograms of " + table, """
                SELECT metric, CAST(floor(greatest(0D, least(%1$dD, (v - low) / width * %2$dD))) AS INT) AS bin,
                  count(*) AS orders
                FROM (SELECT stack(%3$d, %4$s) AS (metric, v, low, width) FROM %5$s WHERE %6$s)
                WHERE v IS NOT NULL GROUP BY 1, 2""".formatted(
                        Distributions.BINS - 1,
                        Distributions.BINS,
                        stacked.split("', ").length - 1,
                        stacked,
                        table,
                        table.equals("simulation") ? MIDPOINT + " AND engaged" : "true"))));
        return bins;
    }

    private static String studyTimes() {
        StringBuilder sql = new StringBuilder("SELECT count(*) AS orders");
        for (long step : TimeSteps.NS) {
            sql.append(", count_if(m.time_to_first_fill_ns <= ")
                    .append(step)
                    .append("L) AS real_within_")
                    .append(step);
            sql.append(", count_if(s.first_fill_ns - c.arrival_ns <= ")
                    .append(step)
                    .append("L) AS simulated_within_")
                    .append(step);
        }
        return sql + " FROM simulation s JOIN classified c USING (security_code, date, order_id)"
                + " JOIN metrics m USING (security_code, date, order_id) WHERE s." + MIDPOINT
                + " AND coalesce(c.entry_dark_quantity, 0L) + coalesce(c.entry_lit_quantity, 0L) = 0";
    }
}
