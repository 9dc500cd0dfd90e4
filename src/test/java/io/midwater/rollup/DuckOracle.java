package io.midwater.rollup;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same aggregates in DuckDB, written down a second time: straight from each definition, ratios as doubles. */
final class DuckOracle implements AutoCloseable {
    private static final Map<String, String> ORDERS = expressions("""
            total_orders = count(*)
            full_orders = count(*) FILTER (fill_class = 'FULL')
            partial_orders = count(*) FILTER (fill_class = 'PARTIAL')
            unfilled_orders = count(*) FILTER (fill_class = 'NONE')
            immediate_orders = count(*) FILTER (outcome = 'A_IMMEDIATE_FULL')
            eventual_orders = count(*) FILTER (outcome = 'B_EVENTUAL_FULL')
            incomplete_orders = count(*) FILTER (outcome = 'C_PARTIAL_NONE')
            in_study_orders = count(*) FILTER (in_study)
            survivor_orders = count(*) FILTER (survivor)
            in_study_filled_orders = count(*) FILTER (in_study AND fills > 0)
            in_study_filled_matched_quantity = sum(matched_quantity) FILTER (in_study AND fills > 0)
            demand_quantity = sum(demand_quantity)
            initial_quantity = sum(initial_quantity)
            matched_quantity = sum(matched_quantity)
            leaves_quantity = sum(leaves_quantity)
            fills = sum(fills)
            traded_quantity = sum(traded_quantity)
            traded_value = sum(traded_value)
            fill_ratio_orders = count(fill_ratio)
            fill_ratio_sum = sum(fill_ratio)
            continuous_quantity = sum(continuous_quantity)
            continuous_value = sum(continuous_value)
            measured_orders = count(arrival_cost_half_value)
            measured_quantity = coalesce(sum(continuous_quantity) FILTER (arrival_cost_half_value IS NOT NULL), 0)
            arrival_cost_half_value = sum(arrival_cost_half_value)
            arrival_base_half_value = sum(arrival_base_half_value)
            quoted_spread_half_value = sum(quoted_spread_half_value)
            quoted_spread_orders = count(quoted_spread_bps)
            quoted_spread_bps_sum = sum(quoted_spread_bps)
            price_improvement_value = sum(price_improvement_value)
            improvement_value = sum(improvement_value)
            improved_quantity = sum(improved_quantity)
            at_quote_quantity = sum(at_quote_quantity)
            outside_quote_quantity = sum(outside_quote_quantity)
            time_to_first_fill_orders = count(time_to_first_fill_ns)
            time_to_first_fill_sum_ns = sum(time_to_first_fill_ns)
            time_to_completion_orders = count(time_to_completion_ns)
            time_to_completion_sum_ns = sum(time_to_completion_ns)
            timed_quantity = coalesce(sum(traded_quantity) FILTER (weighted_fill_time_ns IS NOT NULL), 0)
            fill_time_share_seconds = sum(weighted_fill_time_ns / 1e9 * traded_quantity)
            dark_quantity = sum(dark_quantity)
            lit_quantity = sum(lit_quantity)
            auction_quantity = sum(auction_quantity)
            booked_quantity = sum(booked_quantity)
            reported_quantity = sum(reported_quantity)
            arrival_cost_bps_sum = sum(arrival_cost_bps)
            shortfall_orders = count(implementation_shortfall_bps)
            implementation_shortfall_half_value = sum(coalesce(arrival_cost_half_value, 0) + opportunity_cost_half_value + 2 * fees_value) FILTER (implementation_shortfall_bps IS NOT NULL)
            opportunity_cost_half_value = sum(opportunity_cost_half_value)
            shortfall_base_half_value = sum(shortfall_base_half_value)
            implementation_shortfall_bps_sum = sum(implementation_shortfall_bps)
            vwap_slippage_orders = count(vwap_slippage_bps)
            vwap_slippage_value = sum(CASE side WHEN 'BUY' THEN 1 ELSE -1 END * (on_market_value - on_market_quantity * (market_value / market_quantity))) FILTER (vwap_slippage_bps IS NOT NULL)
            vwap_slippage_base_value = sum(on_market_quantity * (market_value / market_quantity)) FILTER (vwap_slippage_bps IS NOT NULL)
            vwap_slippage_bps_sum = sum(vwap_slippage_bps)
            market_drift_orders = count(market_drift_bps)
            market_drift_half_value = sum(market_drift_bps * arrival_base_half_value / 1e4)
            market_drift_base_half_value = sum(arrival_base_half_value) FILTER (market_drift_bps IS NOT NULL)
            market_drift_bps_sum = sum(market_drift_bps)
            fill_cost_orders = count(fill_cost_bps)
            quoted_fill_quantity = coalesce(sum(quoted_fill_quantity) FILTER (fill_cost_bps IS NOT NULL), 0)
            fill_cost_share_bps = sum(fill_cost_bps * quoted_fill_quantity)
            fill_cost_bps_sum = sum(fill_cost_bps)
            price_volatility_orders = count(price_volatility_bps)
            price_volatility_bps_sum = sum(price_volatility_bps)
            spread_volatility_orders = count(spread_volatility_bps)
            spread_volatility_bps_sum = sum(spread_volatility_bps)
            fill_cost_bps = sum(fill_cost_bps * quoted_fill_quantity) / nullif(sum(quoted_fill_quantity) FILTER (fill_cost_bps IS NOT NULL), 0)
            mean_fill_cost_bps = avg(fill_cost_bps)
            mean_price_volatility_bps = avg(price_volatility_bps)
            mean_spread_volatility_bps = avg(spread_volatility_bps)
            auction_cost_half_value = sum(auction_cost_half_value)
            realized_spread_1s_orders = count(realized_spread_1s_bps)
            markout_1s_quantity = coalesce(sum(markout_1s_quantity), 0)
            realized_spread_1s_half_value = sum(realized_spread_1s_half_value)
            price_impact_1s_half_value = sum(price_impact_1s_half_value)
            markout_1s_base_half_value = sum((arrival_bid_px + arrival_offer_px) * markout_1s_quantity) FILTER (markout_1s_quantity > 0)
            realized_spread_1s_bps_sum = sum(realized_spread_1s_bps)
            mean_arrival_cost_bps = avg(arrival_cost_bps)
            mean_effective_spread_bps = 2 * avg(arrival_cost_bps)
            implementation_shortfall_bps = 1e4 * sum(coalesce(arrival_cost_half_value, 0) + opportunity_cost_half_value + 2 * fees_value) FILTER (implementation_shortfall_bps IS NOT NULL) / nullif(sum(shortfall_base_half_value), 0)
            mean_implementation_shortfall_bps = avg(implementation_shortfall_bps)
            opportunity_cost_bps = 1e4 * sum(opportunity_cost_half_value) / nullif(sum(shortfall_base_half_value), 0)
            vwap_slippage_bps = 1e4 * sum(CASE side WHEN 'BUY' THEN 1 ELSE -1 END * (on_market_value - on_market_quantity * (market_value / market_quantity))) FILTER (vwap_slippage_bps IS NOT NULL) / nullif(sum(on_market_quantity * (market_value / market_quantity)) FILTER (vwap_slippage_bps IS NOT NULL), 0)
            mean_vwap_slippage_bps = avg(vwap_slippage_bps)
            market_drift_bps = sum(market_drift_bps * arrival_base_half_value) / nullif(sum(arrival_base_half_value) FILTER (market_drift_bps IS NOT NULL), 0)
            mean_market_drift_bps = avg(market_drift_bps)
            realized_spread_1s_bps = 2e4 * sum(realized_spread_1s_half_value) / nullif(sum((arrival_bid_px + arrival_offer_px) * markout_1s_quantity) FILTER (markout_1s_quantity > 0), 0)
            mean_realized_spread_1s_bps = avg(realized_spread_1s_bps)
            price_impact_1s_bps = 2e4 * sum(price_impact_1s_half_value) / nullif(sum((arrival_bid_px + arrival_offer_px) * markout_1s_quantity) FILTER (markout_1s_quantity > 0), 0)
            securities = count(DISTINCT security_code)
            dates = count(DISTINCT date)
            participants = count(DISTINCT participant_id)
            vwap_px = sum(traded_value)::DOUBLE / nullif(sum(traded_quantity), 0)
            fill_ratio = sum(matched_quantity)::DOUBLE / nullif(sum(demand_quantity), 0)
            mean_fill_ratio = avg(fill_ratio)
            arrival_cost_bps = 1e4 * sum(arrival_cost_half_value) / nullif(sum(arrival_base_half_value), 0)
            effective_spread_bps = 2e4 * sum(arrival_cost_half_value) / nullif(sum(arrival_base_half_value), 0)
            quoted_spread_bps = 1e4 * sum(quoted_spread_half_value) / nullif(sum(arrival_base_half_value), 0)
            mean_quoted_spread_bps = avg(quoted_spread_bps)
            eq_ratio = 2e0 * sum(arrival_cost_half_value) / nullif(sum(quoted_spread_half_value), 0)
            price_improvement_px = 1e0 * sum(price_improvement_value) / nullif(sum(continuous_quantity) FILTER (arrival_cost_half_value IS NOT NULL), 0)
            improvement_px = 1e0 * sum(improvement_value) / nullif(sum(improved_quantity), 0)
            improved_ratio = 1e0 * sum(improved_quantity) / nullif(sum(continuous_quantity) FILTER (arrival_cost_half_value IS NOT NULL), 0)
            at_quote_ratio = 1e0 * sum(at_quote_quantity) / nullif(sum(continuous_quantity) FILTER (arrival_cost_half_value IS NOT NULL), 0)
            outside_quote_ratio = 1e0 * sum(outside_quote_quantity) / nullif(sum(continuous_quantity) FILTER (arrival_cost_half_value IS NOT NULL), 0)
            time_to_first_fill_ns = avg(time_to_first_fill_ns)
            time_to_completion_ns = avg(time_to_completion_ns)
            weighted_fill_time_ns = sum(weighted_fill_time_ns * traded_quantity) / nullif(sum(traded_quantity) FILTER (weighted_fill_time_ns IS NOT NULL), 0)
            dark_ratio = 1e0 * sum(dark_quantity) / nullif(sum(traded_quantity), 0)
            lit_ratio = 1e0 * sum(lit_quantity) / nullif(sum(traded_quantity), 0)
            auction_ratio = 1e0 * sum(auction_quantity) / nullif(sum(traded_quantity), 0)
            booked_ratio = 1e0 * sum(booked_quantity) / nullif(sum(traded_quantity), 0)
            p25_fill_ratio = quartile(list(fill_ratio) FILTER (fill_ratio IS NOT NULL), 0.25)
            median_fill_ratio = quartile(list(fill_ratio) FILTER (fill_ratio IS NOT NULL), 0.5)
            p75_fill_ratio = quartile(list(fill_ratio) FILTER (fill_ratio IS NOT NULL), 0.75)
            p25_arrival_cost_bps = quartile(list(arrival_cost_bps) FILTER (arrival_cost_bps IS NOT NULL), 0.25)
            median_arrival_cost_bps = quartile(list(arrival_cost_bps) FILTER (arrival_cost_bps IS NOT NULL), 0.5)
            p75_arrival_cost_bps = quartile(list(arrival_cost_bps) FILTER (arrival_cost_bps IS NOT NULL), 0.75)
            p25_effective_spread_bps = quartile(list((2 * arrival_cost_bps)) FILTER ((2 * arrival_cost_bps) IS NOT NULL), 0.25)
            median_effective_spread_bps = quartile(list((2 * arrival_cost_bps)) FILTER ((2 * arrival_cost_bps) IS NOT NULL), 0.5)
            p75_effective_spread_bps = quartile(list((2 * arrival_cost_bps)) FILTER ((2 * arrival_cost_bps) IS NOT NULL), 0.75)
            p25_implementation_shortfall_bps = quartile(list(implementation_shortfall_bps) FILTER (implementation_shortfall_bps IS NOT NULL), 0.25)
            median_implementation_shortfall_bps = quartile(list(implementation_shortfall_bps) FILTER (implementation_shortfall_bps IS NOT NULL), 0.5)
            p75_implementation_shortfall_bps = quartile(list(implementation_shortfall_bps) FILTER (implementation_shortfall_bps IS NOT NULL), 0.75)
            p25_time_to_first_fill_ns = quartile(list(time_to_first_fill_ns) FILTER (time_to_first_fill_ns IS NOT NULL), 0.25)
            median_time_to_first_fill_ns = quartile(list(time_to_first_fill_ns) FILTER (time_to_first_fill_ns IS NOT NULL), 0.5)
            p75_time_to_first_fill_ns = quartile(list(time_to_first_fill_ns) FILTER (time_to_first_fill_ns IS NOT NULL), 0.75)
            """);

    private static final Map<String, String> SIMULATION = expressions("""
            engaged_orders = count(*) FILTER (engaged)
            scope_quantity = coalesce(sum(scope_quantity), 0)
            simulated_quantity = coalesce(sum(simulated_quantity), 0)
            study_quantity = sum(study_quantity)
            benchmarked_orders = count(simulated_quantity)
            benchmarked_scope_quantity = coalesce(sum(scope_quantity) FILTER (simulated_quantity IS NOT NULL), 0)
            savings_orders = count(savings_value + savings_base_value)
            savings_value = sum(savings_value) FILTER (savings_base_value IS NOT NULL)
            savings_base_value = sum(savings_base_value) FILTER (savings_value IS NOT NULL)
            savings_bps = 1e4 * sum(savings_value) FILTER (savings_base_value IS NOT NULL) / nullif(sum(savings_base_value) FILTER (savings_value IS NOT NULL), 0)
            p25_savings_bps = quartile(list(savings_bps) FILTER (savings_bps IS NOT NULL), 0.25)
            median_savings_bps = quartile(list(savings_bps) FILTER (savings_bps IS NOT NULL), 0.5)
            p75_savings_bps = quartile(list(savings_bps) FILTER (savings_bps IS NOT NULL), 0.75)
            """);

    /** What a group without simulated orders has. */
    private static final List<String> ZERO_WITHOUT_ROWS = List.of(
            "engaged_orders",
            "scope_quantity",
            "simulated_quantity",
            "benchmarked_orders",
            "benchmarked_scope_quantity",
            "savings_orders");

    private final Connection connection;
    private final RandomOrders.Files files;

    DuckOracle(RandomOrders.Files files) throws SQLException {
        this.connection = DriverManager.getConnection("jdbc:duckdb:");
        this.files = files;
        try (Statement statement = connection.createStatement()) {
            // Eight binary digits: seven behind the first. Halves go away from zero.
            statement.execute("CREATE MACRO step(v) AS pow(2, floor(log2(abs(v))) - 7)");
            statement.execute(
                    "CREATE MACRO rounded(v) AS CASE WHEN v = 0 THEN 0 ELSE round(v / step(v)) * step(v) END");
            statement.execute("CREATE MACRO quartile(found, q) AS"
                    + " rounded(list_sort(found)[1 + floor(q * (len(found) - 1))::INT]::DOUBLE)");
        }
    }

    /** The columns of each group, by the text of its key's values. */
    Map<String, Map<String, BigDecimal>> aggregate(List<String> keys, List<String> scenarios) throws SQLException {
        Map<String, Map<String, BigDecimal>> groups = query(files.metrics(), keys, ORDERS, "true");
        for (String scenario : scenarios) {
            Map<String, Map<String, BigDecimal>> simulated =
                    query(files.simulation(), keys, SIMULATION, "scenario = '" + scenario + "'");
            groups.forEach((key, row) -> {
                Map<String, BigDecimal> found = simulated.getOrDefault(key, Map.of());
                for (String column : SIMULATION.keySet()) {
                    BigDecimal nothing = ZERO_WITHOUT_ROWS.contains(column) ? BigDecimal.ZERO : null;
                    row.put(column + "_" + scenario, found.getOrDefault(column, nothing));
                }
                if (scenario.equals("midpoint")) {
                    row.put("engaged_orders", row.get("engaged_orders_midpoint"));
                }
            });
        }
        return groups;
    }

    private Map<String, Map<String, BigDecimal>> query(
            List<String> parquet, List<String> keys, Map<String, String> expressions, String where)
            throws SQLException {
        List<String> selected = new ArrayList<>(keys);
        expressions.forEach((name, expression) -> selected.add("(" + expression + ")::VARCHAR"));
        String sql = "SELECT " + String.join(", ", selected) + " FROM read_parquet(["
                + parquet.stream().map(file -> "'" + file + "'").collect(joining(", ")) + "]) WHERE " + where
                + (keys.isEmpty() ? "" : " GROUP BY " + String.join(", ", keys));
        Map<String, Map<String, BigDecimal>> groups = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> key = new ArrayList<>();
                for (int i = 1; i <= keys.size(); i++) {
                    key.add(rows.getString(i));
                }
                Map<String, BigDecimal> row = new HashMap<>();
                int at = keys.size() + 1;
                for (String name : expressions.keySet()) {
                    String value = rows.getString(at++);
                    row.put(name, value == null ? null : new BigDecimal(value));
                }
                groups.put(key.toString(), row);
            }
        }
        return groups;
    }

    private static Map<String, String> expressions(String lines) {
        Map<String, String> expressions = new LinkedHashMap<>();
        for (String line : lines.split("\n")) {
            String[] parts = line.split(" = ", 2);
            expressions.put(parts[0], parts[1].replace("FILTER (", "FILTER (WHERE "));
        }
        return expressions;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
