package io.midwater.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.midwater.app.MarketRun;
import io.midwater.totals.Distribution;
import io.midwater.totals.OrderSums;
import io.midwater.totals.ScenarioSums;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The published aggregates of a whole run against another database that adds up the published tables. */
class AggregatesTest {
    private static final List<String> SCENARIOS = List.of("unlimited", "limited_50", "price_impact", "midpoint");
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    @ParameterizedTest
    @EnumSource(
            names = {"FILL_CLASS", "ORDER_KIND"},
            mode = EnumSource.Mode.EXCLUDE)
    void sumsAndRatiosFollowFromTheTables(Grouping grouping) throws Exception {
        RandomOrders.Files files = new RandomOrders.Files(tables("metrics"), tables("simulation"));
        Map<String, Map<String, BigDecimal>> expected;
        try (DuckOracle oracle = new DuckOracle(files)) {
            expected = oracle.aggregate(grouping.keys(), grouping.simulated() ? SCENARIOS : List.of());
        }
        Map<String, Map<String, String>> published = published(grouping.table(), grouping.keys());

        assertThat(published.keySet()).containsAll(expected.keySet());
        published.forEach((key, row) -> {
            Map<String, BigDecimal> values = expected.get(key);
            if (values == null) {
                // A bucket in which nothing happened is shown all the same.
                assertThat(row).as(key).containsEntry("total_orders", "0");
                return;
            }
            values.forEach((column, value) -> {
                String where = grouping.table() + " " + key + " " + column;
                assertThat(row).as(where).containsKey(column);
                assertSame(where, row.get(column), value);
            });
        });
    }

    private static void assertSame(String where, String found, BigDecimal expected) {
        if (expected == null) {
            assertThat(found).as(where).isNull();
            return;
        }
        assertThat(found).as(where).isNotNull();
        BigDecimal allowed = TOLERANCE.multiply(expected.abs().max(BigDecimal.ONE));
        assertThat(new BigDecimal(found).subtract(expected).abs())
                .as("%s: %s, expected %s", where, found, expected)
                .isLessThanOrEqualTo(allowed);
    }

    @Test
    void everyGroupingAddsUpToTheWhole() throws Exception {
        List<String> additive = new ArrayList<>();
        OrderSums.ORDERS.forEach(sum -> additive.add(sum.name()));
        SCENARIOS.forEach(scenario -> ScenarioSums.KEYED.forEach(sum -> additive.add(sum.name() + "_" + scenario)));
        Map<String, String> whole =
                published("global_summary", List.of()).values().iterator().next();
        // The generated market names every order's participant; orders without one would be a row without a key.
        for (String table : List.of(
                "by_security",
                "by_date",
                "by_participant",
                "by_time_of_day",
                "by_hour",
                "by_order_size",
                "by_size_kind_class")) {
            Map<String, Map<String, String>> rows = published(table, keys(table));
            assertThat(rows).as(table).hasSizeGreaterThan(1);
            for (String column : additive) {
                BigDecimal total = rows.values().stream()
                        .map(row -> row.get(column))
                        .filter(value -> value != null)
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                String expected = whole.get(column);
                assertThat(total)
                        .as(table + " " + column)
                        .isEqualByComparingTo(expected == null ? BigDecimal.ZERO : new BigDecimal(expected));
            }
        }
        assertThat(Long.parseLong(whole.get("total_orders"))).isGreaterThan(8_000);
        assertThat(new BigDecimal(whole.get("arrival_base_half_value"))).isPositive();
    }

    private static List<String> keys(String table) {
        for (Grouping grouping : Grouping.values()) {
            if (grouping.table().equals(table)) {
                return grouping.keys();
            }
        }
        throw new IllegalArgumentException("no grouping " + table);
    }

    @Test
    void theFunnelNarrows() throws Exception {
        List<Long> steps = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT orders FROM " + parquet("funnel") + " WHERE chain = 'survivors' ORDER BY step")) {
            while (rows.next()) {
                steps.add(rows.getLong(1));
            }
        }
        assertThat(steps).hasSizeGreaterThan(3);
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i)).isLessThanOrEqualTo(steps.get(i - 1)).isPositive();
        }
    }

    @Test
    void everyOrderIsFollowedToItsFirstFillOrItsEnd() throws Exception {
        String ended = Stream.of(OrderSums.FILLED_AFTER, OrderSums.CANCELLED_AFTER, OrderSums.CENSORED_AFTER)
                .map(figure -> "count(" + figure.value().sql() + ")")
                .collect(Collectors.joining(" + "));
        String sql = "SELECT any_value(orders), (SELECT " + ended + " FROM read_parquet('" + MarketRun.output()
                + "/tables/metrics/*/*/*.parquet')), max(abs(orders - at_risk - filled - cancelled - censored)),"
                + " max(fill_incidence - kaplan_meier), max(fill_incidence), any_value(total_orders) FROM "
                + parquet("time_to_fill") + ", " + parquet("global_summary") + " WHERE grouping = 'ALL'";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            assertThat(row.getLong(1)).isEqualTo(row.getLong(2)).isEqualTo(row.getLong(6));
            assertThat(row.getLong(3)).isZero();
            assertThat(row.getDouble(4)).isLessThan(1e-12);
            assertThat(row.getDouble(5)).isBetween(0.2, 0.9);
        }
    }

    @Test
    void everyValueIsInTheDistributionsOnce() throws Exception {
        Map<String, Distribution> orders = new TreeMap<>();
        OrderSums.QUARTILES.forEach(figure -> orders.put(figure.name(), figure));
        Map<String, Distribution> simulated = new TreeMap<>();
        ScenarioSums.DISTRIBUTIONS.forEach(figure -> simulated.put(figure.name(), figure));
        assertDistributed(orders, "metrics", "scenario IS NULL", "true");
        assertDistributed(simulated, "simulation", "scenario = 'midpoint'", "scenario = 'midpoint'");
    }

    /** As many orders as have the figure, and their sum within what rounding to 8 binary digits can change. */
    private static void assertDistributed(Map<String, Distribution> figures, String table, String rows, String orders)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, Distribution> figure : figures.entrySet()) {
                String value = figure.getValue().value().sql();
                ResultSet row = statement.executeQuery("SELECT d.*, t.* FROM (SELECT sum(orders), max(orders_up_to),"
                        + " sum(value * orders) FROM " + parquet("distributions") + " WHERE figure = '"
                        + figure.getKey() + "' AND " + rows + ") d, (SELECT count(" + value + "), sum(" + value
                        + "), sum(abs(" + value + ")) FROM read_parquet('" + MarketRun.output() + "/tables/" + table
                        + "/*/*/*.parquet') WHERE " + orders + ") t");
                row.next();
                assertThat(row.getLong(1))
                        .as(figure.getKey())
                        .isPositive()
                        .isEqualTo(row.getLong(2))
                        .isEqualTo(row.getLong(4));
                assertThat(row.getDouble(3))
                        .as(figure.getKey())
                        .isCloseTo(row.getDouble(5), within(row.getDouble(6) / 256));
            }
        }
    }

    @Test
    void peopleReadTheSameNumbers() throws Exception {
        Map<String, String> whole =
                published("global_summary", List.of()).values().iterator().next();
        Map<String, String> lines = new HashMap<>();
        for (String line : Files.readAllLines(MarketRun.output().resolve("aggregated/global_summary.csv"))) {
            String[] cells = line.split(",", -1);
            lines.put(cells[0], cells[1]);
        }
        for (String metric : Set.of("total_orders", "full_orders", "demand_quantity", "traded_value")) {
            assertThat(lines).containsEntry(metric, whole.get(metric));
        }
        assertThat(Double.parseDouble(lines.get("fill_ratio"))).isEqualTo(Double.parseDouble(whole.get("fill_ratio")));
    }

    private static List<String> tables(String table) throws IOException {
        try (Stream<Path> files =
                Files.walk(MarketRun.output().resolve("tables").resolve(table))) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".parquet"))
                    .toList();
        }
    }

    private static String parquet(String aggregate) {
        return "read_parquet('" + MarketRun.output() + "/aggregated/" + aggregate + ".parquet')";
    }

    /** An aggregate's rows, by the text of their keys. */
    private static Map<String, Map<String, String>> published(String aggregate, List<String> keys) throws SQLException {
        Map<String, Map<String, String>> published = new HashMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + parquet(aggregate))) {
            while (rows.next()) {
                Map<String, String> row = new HashMap<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.put(rows.getMetaData().getColumnName(i), rows.getString(i));
                }
                List<String> key = new ArrayList<>();
                keys.forEach(name -> key.add(row.get(name)));
                assertThat(published.put(key.toString(), row)).isNull();
            }
        }
        return published;
    }
}
