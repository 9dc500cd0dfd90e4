package io.midwater.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.generator.GeneratorOptions;
import io.midwater.generator.MarketGenerator;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The aggregate {@code rule605} of a generated market, computed a second time by another database. */
class Rule605AgainstSqlTest {
    private static final List<String> SUMS = List.of(
            "orders",
            "ordered_quantity",
            "notional",
            "cancelled_quantity",
            "executed_quantity",
            "filled_orders",
            "executed_0_to_100us_quantity",
            "executed_100us_to_1ms_quantity",
            "executed_1ms_to_10ms_quantity",
            "executed_10ms_to_1s_quantity",
            "executed_1s_to_10s_quantity",
            "executed_10s_to_30s_quantity",
            "executed_30s_to_5m_quantity",
            "executed_5m_or_more_quantity",
            "mid_value",
            "quoted_spread_value",
            "effective_spread_value",
            "time_share_seconds",
            "improved_quantity",
            "improved_value",
            "improved_share_seconds",
            "at_quote_quantity",
            "at_quote_share_seconds",
            "outside_quote_quantity",
            "outside_quote_value",
            "realized_spread_15s_quantity",
            "realized_spread_15s_value",
            "realized_spread_15s_mid_value");

    /** What is rounded to six places, with its formula over the sums. */
    private static final List<List<String>> AVERAGES = List.of(
            List.of("average_order_quantity", "ordered_quantity / orders"),
            List.of("average_order_value", "notional / orders"),
            List.of("average_mid", "mid_value / executed_quantity"),
            List.of("at_quote_or_better_ratio", "(improved_quantity + at_quote_quantity) / executed_quantity"),
            List.of("improved_ratio", "improved_quantity / executed_quantity"),
            List.of("price_improvement_ratio", "(improved_value - outside_quote_value) / mid_value"),
            List.of("effective_spread_ratio", "effective_spread_value / mid_value"),
            List.of("quoted_spread_ratio", "quoted_spread_value / mid_value"),
            List.of("eq_ratio", "effective_spread_value / quoted_spread_value"),
            List.of("realized_spread_15s_ratio", "realized_spread_15s_value / realized_spread_15s_mid_value"),
            List.of("execution_time_ms", "1e3 * time_share_seconds / executed_quantity"),
            List.of("improved_per_share", "improved_value / improved_quantity"));

    private static final String ORDERS = """
            CREATE TABLE received AS
            WITH hours AS (
              SELECT OrderBookId AS security_code, TradeDate AS date,
                min(Timestamp) FILTER (WHERE trim(Name) = 'OPEN') AS open_ns,
                min(Timestamp) FILTER (WHERE trim(Name) = 'PRE_CSPA') AS close_ns
              FROM sessions GROUP BY ALL),
            entries AS (
              SELECT security_code, date, order_id,
                arg_min(ordertype, (timestamp, sequence)) AS ordertype,
                arg_min(coalesce(timevalidity, -1), (timestamp, sequence)) AS validity,
                arg_min(midtick, (timestamp, sequence)) AS midtick,
                arg_min(coalesce(preferenceonly, 0), (timestamp, sequence)) AS preferenceonly,
                arg_min(coalesce(triggercondition, 0), (timestamp, sequence)) AS triggercondition
              FROM orders WHERE changereason IN (6, 29) GROUP BY ALL)
            SELECT c.*, if(c.side = 'BUY', 1, -1) AS s, h.close_ns, m.arrival_bid_px AS bid, m.arrival_offer_px AS offer,
              validity >= 0 AND (validity >> 8) & 63 = 0 AS ioc,
              CASE WHEN carried OR orphan_start THEN 'NOT_COVERED_CARRIED'
                WHEN ordertype NOT IN (0, 1, 2, 3) OR c.order_kind = 'CP_CROSSING' OR midtick >= 5 OR preferenceonly = 1
                  OR triggercondition <> 0 THEN 'NOT_COVERED_SPECIAL'
                WHEN arrival_ns < open_ns OR arrival_ns >= h.close_ns THEN 'NOT_COVERED_HOURS'
                WHEN bid IS NULL THEN 'NOT_COVERED_QUOTE' END AS refused,
              if(s = 1, offer, bid) AS other, if(s = 1, bid, offer) AS own
            FROM classified c JOIN metrics m USING (security_code, date, order_id) JOIN hours h USING (security_code, date)
              LEFT JOIN entries e USING (security_code, date, order_id)
            """;

    private static final String STARTS = """
            CREATE TABLE measured AS
            WITH late AS (
              SELECT * FROM received WHERE refused IS NULL AND limit_px IS NOT NULL AND s * (limit_px - own) < 0),
            reached AS (
              SELECT l.security_code, l.date, l.order_id, min((q.ts_ns, q.place, q.bid_px, q.offer_px)) AS at
              FROM late l JOIN quotes q ON q.security_code = l.security_code AND q.date = l.date
                AND q.ts_ns > l.arrival_ns AND q.ts_ns < least(l.end_ns, l.close_ns)
                AND q.bid_px > 0 AND q.offer_px >= q.bid_px AND l.s * (l.limit_px - if(l.s = 1, q.bid_px, q.offer_px)) >= 0
              GROUP BY ALL),
            firsts AS (
              SELECT l.security_code, l.date, l.order_id, min(f.tradetime) AS ns
              FROM late l JOIN legs f USING (security_code, date, order_id) GROUP BY ALL),
            quoted AS (
              SELECT f.*, q.bid_px, q.offer_px FROM firsts f ASOF LEFT JOIN last_quotes q
                ON q.security_code = f.security_code AND q.date = f.date AND f.ns > q.ts_ns),
            starts AS (
              SELECT l.security_code, l.date, l.order_id,
                coalesce(q.ns < r.at[1], q.ns IS NOT NULL) AS by_fill,
                if(by_fill, q.ns, r.at[1]) AS start_ns,
                if(by_fill, if(q.offer_px >= q.bid_px, q.bid_px, NULL), r.at[3]) AS start_bid,
                if(by_fill, if(q.offer_px >= q.bid_px, q.offer_px, NULL), r.at[4]) AS start_offer
              FROM late l LEFT JOIN reached r USING (security_code, date, order_id)
                LEFT JOIN quoted q USING (security_code, date, order_id))
            SELECT r.* EXCLUDE (bid, offer), coalesce(refused,
                CASE WHEN limit_px IS NULL THEN 'MXXNN'
                  WHEN r.s * (limit_px - other) >= 0 THEN if(ioc, 'LYNYN', 'LYNNN')
                  WHEN r.s * (2 * limit_px - bid - offer) >= 0 THEN if(ioc, 'LNYYN', 'LNYNN')
                  WHEN l.order_id IS NOT NULL AND start_ns IS NULL THEN 'NOT_COVERED_UNREACHED'
                  WHEN l.order_id IS NOT NULL AND start_bid IS NULL THEN 'NOT_COVERED_QUOTE'
                  ELSE if(ioc, 'LNNYN', 'LNNNN') END) AS order_type,
              coalesce(start_ns, arrival_ns) AS from_ns, coalesce(start_bid, bid) AS bid, coalesce(start_offer, offer) AS offer
            FROM received r LEFT JOIN starts l USING (security_code, date, order_id)
            """;

    private static final String EXECUTIONS = """
            CREATE TABLE executions AS
            SELECT m.security_code, m.date, m.order_id, t.quantity AS q, t.tradeprice / 1e3 AS p, (m.bid + m.offer) / 2e3 AS mid,
              (m.offer - m.bid) / 1e3 AS spread, m.s * (if(m.s = 1, m.offer, m.bid) - t.tradeprice) / 1e3 AS better, m.s,
              t.tradetime - m.from_ns AS ns, if(t.tradetime + 15000000000 < m.close_ns AND k.bid_px > 0
                AND k.offer_px >= k.bid_px, (k.bid_px + k.offer_px) / 2e3, NULL) AS later
            FROM measured m JOIN legs t USING (security_code, date, order_id) ASOF LEFT JOIN last_quotes k
              ON k.security_code = t.security_code AND k.date = t.date AND t.tradetime + 15000000000 >= k.ts_ns
            WHERE order_type NOT LIKE 'NOT%' AND t.tradetime >= m.from_ns
            """;

    private static final String GROUPS = """
            CREATE TABLE expected AS
            WITH done AS (
              SELECT security_code, date, order_id, sum(q) AS eq,
                sum(q) FILTER (WHERE ns < 1e5) AS t0, sum(q) FILTER (WHERE ns >= 1e5 AND ns < 1e6) AS t1,
                sum(q) FILTER (WHERE ns >= 1e6 AND ns < 1e7) AS t2, sum(q) FILTER (WHERE ns >= 1e7 AND ns < 1e9) AS t3,
                sum(q) FILTER (WHERE ns >= 1e9 AND ns < 1e10) AS t4, sum(q) FILTER (WHERE ns >= 1e10 AND ns < 3e10) AS t5,
                sum(q) FILTER (WHERE ns >= 3e10 AND ns < 3e11) AS t6, sum(q) FILTER (WHERE ns >= 3e11) AS t7,
                sum(mid * q) AS mids, sum(spread * q) AS spreads, sum(2 * s * (p - mid) * q) AS effective,
                sum(q * ns / 1e9) AS seconds,
                sum(q) FILTER (WHERE better > 0) AS iq, sum(q * better) FILTER (WHERE better > 0) AS iv,
                sum(q * ns / 1e9) FILTER (WHERE better > 0) AS isec,
                sum(q) FILTER (WHERE better = 0) AS aq, sum(q * ns / 1e9) FILTER (WHERE better = 0) AS asec,
                sum(q) FILTER (WHERE better < 0) AS oq, sum(-q * better) FILTER (WHERE better < 0) AS ov,
                sum(q) FILTER (WHERE later IS NOT NULL) AS rq,
                sum(2 * s * (p - later) * q) FILTER (WHERE later IS NOT NULL) AS rv,
                sum(mid * q) FILTER (WHERE later IS NOT NULL) AS rmid
              FROM executions GROUP BY ALL),
            one AS (
              SELECT year(m.date) * 100 + month(m.date) AS report_month, m.order_type,
                m.order_type NOT LIKE 'NOT%' AS covered,
                CASE WHEN NOT covered THEN NULL WHEN initial_quantity < 100 THEN 'ODD_LOT' ELSE 'ROUND_LOT' END AS lot_class,
                if(covered, initial_quantity * coalesce(limit_px, (bid + offer) / 2e0) / 1e3, 0) AS notional,
                CASE WHEN NOT covered THEN NULL WHEN notional < 250 THEN 0 WHEN notional < 1000 THEN 250
                  WHEN notional < 5000 THEN 1000 WHEN notional < 10000 THEN 5000 WHEN notional < 20000 THEN 10000
                  WHEN notional < 50000 THEN 20000 WHEN notional < 200000 THEN 50000 ELSE 200000 END AS order_size,
                initial_quantity, if(covered AND terminal_reason IN ('CANCELLED_USER', 'CANCELLED_SYSTEM', 'IOC_REMAINDER'),
                  leaves_quantity, 0) AS cancelled, d.*
              FROM measured m LEFT JOIN done d USING (security_code, date, order_id)),
            shown AS (
              SELECT * REPLACE (lot AS lot_class, size AS order_size)
              FROM one, unnest(if(covered, ['ALL', lot_class], [lot_class])) l(lot),
                unnest(if(order_size < 200000, [199999, order_size], [order_size])) z(size))
            SELECT report_month, order_type, lot_class, order_size, count(*) AS orders,
              sum(initial_quantity) AS ordered_quantity, sum(notional) AS notional, sum(cancelled) AS cancelled_quantity,
              coalesce(sum(eq), 0) AS executed_quantity, count(*) FILTER (WHERE eq > 0) AS filled_orders,
              coalesce(sum(t0), 0) AS executed_0_to_100us_quantity, coalesce(sum(t1), 0) AS executed_100us_to_1ms_quantity,
              coalesce(sum(t2), 0) AS executed_1ms_to_10ms_quantity, coalesce(sum(t3), 0) AS executed_10ms_to_1s_quantity,
              coalesce(sum(t4), 0) AS executed_1s_to_10s_quantity, coalesce(sum(t5), 0) AS executed_10s_to_30s_quantity,
              coalesce(sum(t6), 0) AS executed_30s_to_5m_quantity, coalesce(sum(t7), 0) AS executed_5m_or_more_quantity,
              coalesce(sum(mids), 0) AS mid_value, coalesce(sum(spreads), 0) AS quoted_spread_value,
              coalesce(sum(effective), 0) AS effective_spread_value, coalesce(sum(seconds), 0) AS time_share_seconds,
              coalesce(sum(iq), 0) AS improved_quantity, coalesce(sum(iv), 0) AS improved_value,
              coalesce(sum(isec), 0) AS improved_share_seconds, coalesce(sum(aq), 0) AS at_quote_quantity,
              coalesce(sum(asec), 0) AS at_quote_share_seconds, coalesce(sum(oq), 0) AS outside_quote_quantity,
              coalesce(sum(ov), 0) AS outside_quote_value, coalesce(sum(rq), 0) AS realized_spread_15s_quantity,
              coalesce(sum(rv), 0) AS realized_spread_15s_value, coalesce(sum(rmid), 0) AS realized_spread_15s_mid_value
            FROM shown GROUP BY ALL
            """;

    @TempDir
    Path directory;

    @Test
    void anotherDatabaseFindsTheSame() throws Exception {
        Path market = directory.resolve("market");
        Path output = directory.resolve("output");
        new MarketGenerator(new GeneratorOptions(market, 2, 2, -1, 6_000, 11)).run((date, done, of, bytes) -> {});
        FullRun run = FullRun.of(
                "run",
                "--master",
                "local[2]",
                "--config",
                market.resolve("midwater.conf").toString(),
                "--set",
                "output.path=" + output,
                "--set",
                "output.aggregates=[global, rule605]",
                "--set",
                "output.formats=parquet");
        assertThat(run.code()).as(run.said()).isZero();
        try (Duck duck = new Duck(output, "orders", "classified", "metrics", "rule605_sums")) {
            duck.run("SET memory_limit = '1GB'");
            duck.run("CREATE VIEW rule605 AS FROM read_parquet('" + output + "/aggregated/rule605.parquet')");
            duck.run("CREATE VIEW sessions AS FROM read_csv('" + market
                    + "/sessions/sessions.csv', normalize_names = false)");
            duck.run("CREATE VIEW quotes AS SELECT *, file_row_number AS place FROM read_parquet('" + output
                    + "/tables/quotes/*/*/*.parquet', file_row_number = true, hive_partitioning = false)");
            duck.run("CREATE TABLE last_quotes AS SELECT security_code, date, ts_ns, arg_max(bid_px, place) AS bid_px,"
                    + " arg_max(offer_px, place) AS offer_px FROM quotes GROUP BY ALL");
            duck.run(
                    "CREATE TABLE legs AS SELECT orderid AS order_id, security_code, date, tradetime, quantity, tradeprice"
                            + " FROM read_parquet('" + output
                            + "/tables/trades/*/*/*.parquet', hive_partitioning = false)"
                            + " WHERE dealsource IN (1, 46, 47, 49, 50, 51, 52) AND coalesce(cancelled, 0) = 0");
            for (String step : List.of(ORDERS, STARTS, EXECUTIONS, GROUPS)) {
                duck.run(step);
            }
            check(duck, output);
            Map<String, List<String>> described = new HashMap<>();
            FullRun.runFile(output, "data-dictionary.json")
                    .get("aggregates")
                    .forEach(table -> described.put(
                            table.get("name").asText(), table.get("columns").findValuesAsText("name")));
            assertThat(described).containsEntry("rule605", duck.columns("rule605"));
            Set<String> published = new HashSet<>();
            FullRun.manifest(output)
                    .get("aggregates")
                    .forEach(file -> published.add(file.get("table").asText()));
            assertThat(described.keySet()).isEqualTo(published);
        }
    }

    private static void check(Duck duck, Path output) throws Exception {
        String keys = "report_month, order_type, coalesce(lot_class, ''), coalesce(order_size, -1)";
        assertThat(duck.rows("SELECT " + keys + " FROM rule605"))
                .hasSizeGreaterThan(50)
                .containsExactlyInAnyOrderElementsOf(duck.rows("SELECT " + keys + " FROM expected"));
        String ours = Stream.concat(SUMS.stream(), AVERAGES.stream().map(average -> average.get(0)))
                .map(name -> "r." + name + " AS our_" + name)
                .collect(joining(", "));
        duck.run("CREATE VIEW compared AS SELECT e.*, " + ours + " FROM rule605 r JOIN expected e ON"
                + " (r.report_month, r.order_type, r.lot_class, r.order_size) IS NOT DISTINCT FROM"
                + " (e.report_month, e.order_type, e.lot_class, e.order_size)");
        SoftAssertions soft = new SoftAssertions();
        for (String sum : SUMS) {
            // Trades of a generated market come at certain times only.
            soft.assertThat(sum.matches("executed_\\d.*")
                            || duck.number("SELECT count(*) FROM expected WHERE " + sum + " <> 0") > 0)
                    .as(sum + " is there")
                    .isTrue();
            soft.assertThat(duck.rows(
                            "SELECT order_type, lot_class, order_size, our_" + sum + ", " + sum + " FROM compared WHERE"
                                    + " coalesce(abs(our_" + sum + "::DOUBLE - " + sum
                                    + "::DOUBLE) > 1e-9 * greatest(1, abs(" + sum
                                    + "::DOUBLE)), true)"))
                    .as(sum)
                    .isEmpty();
        }
        for (List<String> average : AVERAGES) {
            String name = "our_" + average.get(0);
            soft.assertThat(duck.number("SELECT count(" + name + ") FROM compared"))
                    .as(name)
                    .isPositive();
            // Half of the sixth place, and what doubles lose.
            soft.assertThat(duck.rows("SELECT order_type, lot_class, order_size, " + name + ", x FROM (SELECT *, "
                            + formula(average.get(1)) + " AS x FROM compared) WHERE (" + name
                            + " IS NULL) <> (x IS NULL) OR"
                            + " abs(" + name + " - x) > 5.001e-7 + 1e-12 * abs(x) OR round(" + name + ", 6) <> "
                            + name))
                    .as(average.toString())
                    .isEmpty();
        }
        soft.assertAll();
        assertThat(duck.number("SELECT sum(orders) FROM rule605 WHERE lot_class = 'ALL' AND order_size <> 199999 OR"
                        + " lot_class IS NULL"))
                .isEqualTo(duck.number(
                        "SELECT total_orders FROM read_parquet('" + output + "/aggregated/global_summary.parquet')"))
                .isEqualTo(duck.number("SELECT sum(orders) FROM rule605_sums"));
    }

    /** With doubles, and null where the divisor is 0. */
    private static String formula(String text) {
        int slash = text.lastIndexOf(" / ");
        return "(" + text.substring(0, slash) + ")::DOUBLE / nullif(" + text.substring(slash + 3) + ", 0)::DOUBLE";
    }
}
