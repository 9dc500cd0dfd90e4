package io.midwater.totals;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.app.MarketRun;
import io.midwater.domain.table.ColumnType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sums that the units of a run published, against their formulas' SQL over the rows that the units published. */
class SumsAgainstSqlTest {
    private static final List<String> HORIZONS = List.of("50ms", "1s", "15s", "60s", "5m");

    @ParameterizedTest
    @EnumSource
    void ordersAddUpToTheirSql(Breakdown breakdown) throws SQLException {
        check("metrics", "order_sums", OrderSums.all(HORIZONS), breakdown, List.of());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"VENUE", "STUDY"},
            mode = EnumSource.Mode.EXCLUDE)
    void simulatedOrdersAddUpToTheirSql(Breakdown breakdown) throws SQLException {
        check("simulation", "scenario_sums", ScenarioSums.all(HORIZONS), breakdown, List.of("scenario"));
    }

    private static void check(String source, String target, List<Sum> sums, Breakdown breakdown, List<String> more)
            throws SQLException {
        List<String> keys = new ArrayList<>(List.of("security_code", "date"));
        keys.addAll(more);
        keys.addAll(breakdown.keys());
        String computed = sums.stream().map(SumsAgainstSqlTest::sql).collect(joining(", "));
        String participants = "string_agg(DISTINCT participant_id::VARCHAR, ' ' ORDER BY participant_id::VARCHAR)";
        Map<List<String>, List<String>> expected = query(
                keys,
                sums.size() + 1,
                "SELECT " + String.join(", ", keys) + ", " + computed + ", " + participants + " FROM " + table(source)
                        + " GROUP BY ALL");
        Map<List<String>, List<String>> found = query(
                keys,
                sums.size() + 1,
                "SELECT " + String.join(", ", keys) + ", "
                        + sums.stream().map(Sum::name).collect(joining(", "))
                        + ", array_to_string(list_sort(string_split(participants, ' ')), ' ') FROM " + table(target)
                        + " WHERE breakdown = '" + breakdown + "'");
        assertThat(found).hasSizeGreaterThan(1);
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        found.forEach((key, values) -> {
            for (int i = 0; i < sums.size(); i++) {
                compare(
                        key + " " + sums.get(i).name(),
                        sums.get(i),
                        values.get(i),
                        expected.get(key).get(i));
            }
            assertThat(values.get(sums.size())).isEqualTo(expected.get(key).get(sums.size()));
        });
    }

    private static String sql(Sum sum) {
        String value = sum.value().sql();
        String added =
                sum.column().type() == ColumnType.LONG ? "count(*) FILTER (WHERE " + value + ")" : "sum(" + value + ")";
        return sum.known() ? "coalesce(" + added + ", 0)" : added;
    }

    private static void compare(String where, Sum sum, String found, String expected) {
        if (expected == null) {
            assertThat(found).as(where).isNull();
            return;
        }
        assertThat(found).as(where).isNotNull();
        BigDecimal want = new BigDecimal(expected);
        BigDecimal allowed = sum.column().type() == ColumnType.DECIMAL_38_12
                ? want.abs().max(BigDecimal.ONE).multiply(new BigDecimal("1e-9"))
                : BigDecimal.ZERO;
        assertThat(new BigDecimal(found).subtract(want).abs())
                .as("%s: %s, expected %s", where, found, expected)
                .isLessThanOrEqualTo(allowed);
    }

    private static String table(String name) {
        return "read_parquet('" + MarketRun.output() + "/tables/" + name
                + "/*/*/*.parquet', hive_partitioning = false)";
    }

    private static Map<List<String>, List<String>> query(List<String> keys, int values, String sql)
            throws SQLException {
        Map<List<String>, List<String>> rows =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> key = new ArrayList<>();
                for (int i = 1; i <= keys.size(); i++) {
                    key.add(result.getString(i));
                }
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= values; i++) {
                    row.add(result.getString(keys.size() + i));
                }
                assertThat(rows.put(key, row)).isNull();
            }
        }
        return rows;
    }
}
