package io.midwater.app.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.config.ConfigLoader;
import io.midwater.config.MidwaterConfig;
import io.midwater.domain.Findings;
import io.midwater.domain.InputKind;
import io.midwater.domain.MarketRules;
import io.midwater.domain.QuoteSourceMode;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.Slice;
import io.midwater.simulation.SimulationOptions;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.StagedUnit;
import io.midwater.slice.GeneratedPieces;
import io.midwater.slice.Piece;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The metrics of a generated market, computed a second time by another database from the published orders, trades and
 * quotes, straight from the definitions.
 */
class MetricsAgainstSqlTest {
    /** What both say, by order: column of metrics, column of the SQL. */
    private static final List<String> COMPARED = List.of(
            "matched_quantity",
            "leaves_quantity",
            "fill_ratio",
            "traded_quantity",
            "traded_value",
            "vwap_px",
            "arrival_bid_px",
            "arrival_offer_px",
            "arrival_cost_bps",
            "effective_spread_bps",
            "price_improvement_value",
            "realized_spread_1s_half_value",
            "markout_1s_quantity",
            "market_quantity",
            "market_value",
            "vwap_slippage_bps",
            "unfilled_quantity",
            "end_mid_px",
            "implementation_shortfall_bps",
            "time_to_first_fill_ns");

    private static final String SQL = """
            WITH events AS (
              SELECT *, row_number() OVER (PARTITION BY security_code, date, order_id ORDER BY timestamp, sequence, place)
                AS nth
              FROM orders),
            starts AS (
              SELECT security_code, date, order_id,
                min(nth) FILTER (WHERE changereason IN (6, 29, 30, 31, 50)) AS started,
                max(nth) AS last
              FROM events GROUP BY ALL),
            arrivals AS (
              SELECT e.*, s.last FROM events e JOIN starts s USING (security_code, date, order_id)
              WHERE e.nth = coalesce(s.started, 1)),
            carried AS (
              SELECT DISTINCT a.security_code, a.date, a.order_id
              FROM arrivals a JOIN events e USING (security_code, date, order_id)
              WHERE e.timestamp = a.timestamp AND e.changereason IN (30, 31, 50)),
            lives AS (
              SELECT a.security_code, a.date, a.order_id, if(a.side = 1, 1, -1) AS s, a.sequence AS arrival_sequence,
                c.order_id IS NOT NULL AND k.arrival_ns <> a.timestamp AS later, k.arrival_ns, k.end_ns,
                e.totalmatchedquantity - if(c.order_id IS NULL, 0, a.totalmatchedquantity) AS matched,
                e.leavesquantity AS leaves,
                CASE WHEN least(a.national_bid, a.national_offer) > 0 THEN a.national_bid ELSE a.bid END AS own_bid,
                CASE WHEN least(a.national_bid, a.national_offer) > 0 THEN a.national_offer ELSE a.offer END
                  AS own_offer
              FROM arrivals a
              JOIN events e ON e.security_code = a.security_code AND e.date = a.date AND e.order_id = a.order_id
                AND e.nth = a.last
              JOIN classified k ON k.security_code = a.security_code AND k.date = a.date AND k.order_id = a.order_id
              LEFT JOIN carried c ON c.security_code = a.security_code AND c.date = a.date
                AND c.order_id = a.order_id),
            before AS (
              SELECT l.*, q.bid_px AS before_bid, q.offer_px AS before_offer
              FROM lives l ASOF LEFT JOIN (SELECT security_code, date, ts_ns, arg_max(bid_px, sequence) AS bid_px,
                  arg_max(offer_px, sequence) AS offer_px FROM quotes GROUP BY ALL) q
                ON l.security_code = q.security_code AND l.date = q.date AND l.arrival_ns > q.ts_ns),
            earlier AS (
              SELECT l.security_code, l.date, l.order_id, arg_max(q.bid_px, (q.ts_ns, q.sequence)) AS bid_px,
                arg_max(q.offer_px, (q.ts_ns, q.sequence)) AS offer_px
              FROM lives l JOIN quotes q ON q.security_code = l.security_code AND q.date = l.date
                AND q.bid_px > 0 AND q.offer_px >= q.bid_px
                AND (q.ts_ns < l.arrival_ns OR q.ts_ns = l.arrival_ns AND q.sequence < l.arrival_sequence)
              WHERE NOT $file AND NOT coalesce(l.own_bid > 0 AND l.own_offer >= l.own_bid, false)
              GROUP BY ALL),
            met AS (
              SELECT b.*,
                CASE WHEN $file OR b.later THEN if(before_bid > 0 AND before_offer >= before_bid, before_bid, NULL)
                  WHEN own_bid > 0 AND own_offer >= own_bid THEN own_bid ELSE e.bid_px END AS q_bid,
                CASE WHEN $file OR b.later THEN if(before_bid > 0 AND before_offer >= before_bid, before_offer, NULL)
                  WHEN own_bid > 0 AND own_offer >= own_bid THEN own_offer ELSE e.offer_px END AS q_offer
              FROM before b LEFT JOIN earlier e USING (security_code, date, order_id)),
            legs AS (
              SELECT t.*, t.orderid AS order_id, dealsource IN (1, 46, 47, 49, 50, 51, 52) AS continuous
              FROM trades t WHERE dealsource NOT IN (3, 4, 5, 6, 42) AND coalesce(cancelled, 0) = 0),
            later AS (
              SELECT l.*, q.bid_px + q.offer_px AS mid2, q.bid_px > 0 AND q.offer_px >= q.bid_px
                  AND l.tradetime + 1000000000 < c.close_ns AS marked
              FROM legs l ASOF LEFT JOIN (SELECT security_code, date, ts_ns, arg_max(bid_px, sequence) AS bid_px,
                  arg_max(offer_px, sequence) AS offer_px FROM quotes GROUP BY ALL) q
                ON l.security_code = q.security_code AND l.date = q.date AND l.tradetime + 1000000000 >= q.ts_ns
              JOIN closes c ON c.security_code = l.security_code AND c.date = l.date),
            sums AS (
              SELECT m.security_code, m.date, m.order_id,
                count(t.order_id) AS n, sum(t.quantity) AS q, sum(t.quantity * t.tradeprice) AS v,
                coalesce(sum(t.quantity) FILTER (WHERE continuous), 0) AS cq,
                sum(t.quantity * t.tradeprice) FILTER (WHERE continuous) AS cv,
                sum(t.quantity) FILTER (WHERE continuous OR dealsource IN (20, 90)) AS oq,
                sum(t.quantity * t.tradeprice) FILTER (WHERE continuous OR dealsource IN (20, 90)) AS ov,
                sum(m.s * (if(m.s = 1, m.q_offer, m.q_bid) - t.tradeprice) * t.quantity) FILTER (WHERE continuous)
                  AS improvement,
                coalesce(sum(t.quantity) FILTER (WHERE continuous AND marked), 0) AS marked_q,
                sum(m.s * (2 * t.tradeprice - t.mid2) * t.quantity) FILTER (WHERE continuous AND marked) AS realized,
                min(t.tradetime) AS first_ns
              FROM met m LEFT JOIN later t
                ON t.security_code = m.security_code AND t.date = m.date AND t.order_id = m.order_id
              GROUP BY ALL),
            matches AS (
              SELECT security_code, date, matchgroupid, min(tradetime) AS ns, any_value(quantity) AS q,
                any_value(tradeprice) AS p
              FROM legs WHERE continuous OR dealsource IN (20, 90) GROUP BY ALL),
            volume AS (
              SELECT m.security_code, m.date, m.order_id, sum(x.q) AS q, sum(x.q * x.p) AS v
              FROM met m JOIN matches x ON x.security_code = m.security_code AND x.date = m.date
                AND x.ns >= m.arrival_ns AND x.ns <= m.end_ns
              GROUP BY ALL),
            ends AS (
              SELECT m.security_code, m.date, m.order_id,
                if(q.bid_px > 0 AND q.offer_px >= q.bid_px, q.bid_px + q.offer_px, NULL) AS end_mid2
              FROM (SELECT met.*, least(end_ns, close_ns - 1) AS last_ns
                  FROM met JOIN closes USING (security_code, date)) m
              ASOF LEFT JOIN (SELECT security_code, date, ts_ns, arg_max(bid_px, sequence) AS bid_px,
                  arg_max(offer_px, sequence) AS offer_px FROM quotes GROUP BY ALL) q
                ON m.security_code = q.security_code AND m.date = q.date AND m.last_ns >= q.ts_ns)
            SELECT m.security_code, m.date, m.order_id,
              CASE WHEN matched = 0 THEN 'NONE' WHEN leaves = 0 THEN 'FULL' ELSE 'PARTIAL' END AS fill_class,
              matched AS matched_quantity, leaves AS leaves_quantity,
              matched / nullif(matched + leaves, 0)::DOUBLE AS fill_ratio,
              coalesce(u.q, 0) AS traded_quantity, coalesce(u.v, 0) AS traded_value,
              u.v::DOUBLE / u.q AS vwap_px,
              q_bid AS arrival_bid_px, q_offer AS arrival_offer_px,
              if(cq > 0, 1e4 * s * (cv::DOUBLE / cq - (q_bid + q_offer) / 2e0) / ((q_bid + q_offer) / 2e0), NULL)
                AS arrival_cost_bps,
              if(cq > 0, 2e4 * s * (cv::DOUBLE / cq - (q_bid + q_offer) / 2e0) / ((q_bid + q_offer) / 2e0), NULL)
                AS effective_spread_bps,
              if(q_bid IS NULL, NULL, improvement) AS price_improvement_value,
              if(q_bid IS NULL OR cq = 0, NULL, realized) AS realized_spread_1s_half_value,
              if(q_bid IS NULL OR cq = 0, NULL, marked_q) AS markout_1s_quantity,
              coalesce(w.q, 0) AS market_quantity, coalesce(w.v, 0) AS market_value,
              1e4 * s * (ov::DOUBLE / oq - w.v::DOUBLE / w.q) / (w.v::DOUBLE / w.q) AS vwap_slippage_bps,
              if(matched + leaves >= coalesce(u.q, 0), matched + leaves - coalesce(u.q, 0), NULL) AS unfilled_quantity,
              end_mid2 / 2e0 AS end_mid_px,
              1e4 * (if(cq > 0, s * (2 * cv - (q_bid + q_offer) * cq), 0)
                  + if(unfilled_quantity > 0, unfilled_quantity * s * (end_mid2 - q_bid - q_offer), 0))::DOUBLE
                / nullif((q_bid + q_offer) * (cq + unfilled_quantity), 0) AS implementation_shortfall_bps,
              if(first_ns >= arrival_ns, first_ns - arrival_ns, NULL) AS time_to_first_fill_ns
            FROM met m JOIN sums u USING (security_code, date, order_id)
            JOIN ends USING (security_code, date, order_id)
            LEFT JOIN volume w USING (security_code, date, order_id)
            """;

    @TempDir
    Path directory;

    @Test
    void anotherDatabaseFindsTheSameWithQuotesOfAFile() throws Exception {
        check(20_000, QuoteSourceMode.FILE);
    }

    @Test
    void anotherDatabaseFindsTheSameWithQuotesOfTheOrders() throws Exception {
        check(4_000, QuoteSourceMode.ORDERS);
    }

    @Test
    @Tag("nightly")
    void anotherDatabaseFindsTheSameOfManyOrders() throws Exception {
        check(100_000, QuoteSourceMode.FILE);
    }

    private void check(long orders, QuoteSourceMode source) throws Exception {
        Path output = directory.resolve("output");
        List<String> closes = publish(orders, source, output);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = connection.createStatement()) {
            sql.execute("SET memory_limit = '1GB'");
            sql.execute("SET threads = 2");
            sql.execute("SET temp_directory = '" + directory.resolve("duckdb") + "'");
            for (String table : List.of("orders", "trades", "quotes", "classified", "metrics")) {
                sql.execute("CREATE VIEW " + table + " AS SELECT *, file_row_number AS place FROM read_parquet('"
                        + output.resolve("tables/" + table) + "/*/*/*.parquet', file_row_number = true,"
                        + " hive_partitioning = false)");
            }
            sql.execute("CREATE TABLE closes AS SELECT * FROM (VALUES " + String.join(", ", closes)
                    + ") t(security_code, date, close_ns)");
            String file = Boolean.toString(source == QuoteSourceMode.FILE);
            sql.execute("CREATE TABLE expected AS " + SQL.replace("$file", file));
            long compared = count(sql, "SELECT count(*) FROM expected");
            assertThat(compared).isEqualTo(count(sql, "SELECT count(*) FROM metrics"));
            assertThat(compared).isGreaterThanOrEqualTo(orders);
            assertThat(count(sql, join("m.fill_class <> e.fill_class")))
                    .as("fill_class")
                    .isZero();
            for (String column : COMPARED) {
                assertThat(count(sql, join("m." + column + " IS NOT NULL")))
                        .as(column + " is there")
                        .isGreaterThan(compared / 50);
                assertThat(examples(sql, column)).as(column).isEmpty();
            }
        }
    }

    private static String join(String condition) {
        return "SELECT count(*) FROM metrics m JOIN expected e USING (security_code, date, order_id) WHERE "
                + condition;
    }

    /** Orders of which the two say different things. */
    private static List<String> examples(Statement sql, String column) throws SQLException {
        String ours = "m." + column;
        String theirs = "e." + column;
        List<String> found = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery("SELECT order_id, " + ours + ", " + theirs
                + " FROM metrics m JOIN expected e USING (security_code, date, order_id) WHERE (" + ours
                + " IS NULL) <> (" + theirs + " IS NULL) OR abs(" + ours + "::DOUBLE - " + theirs
                + "::DOUBLE) > 1e-9 * greatest(1, abs(" + theirs + "::DOUBLE)) LIMIT 5")) {
            while (rows.next()) {
                found.add(rows.getString(1) + ": " + rows.getString(2) + ", expected " + rows.getString(3));
            }
        }
        return found;
    }

    private static long count(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Writes the tables. @return SQL rows of (security, date, end of continuous trading) */
    private List<String> publish(long orders, QuoteSourceMode source, Path output) throws IOException {
        MidwaterConfig config = ConfigLoader.load(null, List.of("input.orders=o", "input.trades=t", "output.path=out"));
        MarketRules rules = config.market().rules();
        MarketRules market = new MarketRules(
                rules.zone(),
                rules.rollover(),
                rules.holidays(),
                rules.priceScale(),
                rules.quantityScale(),
                source,
                rules.quoteMaxAgeNs());
        SimulationOptions simulation = config.simulation();
        UnitAnalysis analysis = new UnitAnalysis(
                new OrderSelection(Set.of(), 0, Long.MAX_VALUE),
                config.classification(),
                config.metrics(),
                simulation,
                false);
        OutputLayout layout = new OutputLayout(new org.apache.hadoop.fs.Path(output.toString()));
        List<String> closes = new ArrayList<>();
        for (Map.Entry<SecurityDay, Map<InputKind, List<Piece>>> unit :
                GeneratedPieces.of(directory.resolve("market"), 4, 2, orders).entrySet()) {
            Slice slice = GeneratedPieces.slice(unit.getKey(), unit.getValue(), market);
            try (StagedUnit tables = new StagedUnit(new Configuration(), unit.getKey(), layout, false)) {
                analysis.analyse(slice, new Findings(), tables);
                tables.finish();
            }
            closes.add("(" + unit.getKey().securityCode() + ", DATE '"
                    + unit.getKey().date() + "', " + slice.session().closeNs() + ")");
        }
        return closes;
    }
}
