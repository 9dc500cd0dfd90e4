package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five hours of a real feed: 64-bit quantities (1e−8 coins), prices with two decimals, millisecond clocks with many ties,
 * trades with one leg only, no quotes, files with only a header.
 */
class BitstampCaseTest {
    @TempDir
    static Path folder;

    private static Path input;
    private static Path output;
    private static JsonNode expected;
    private static Duck duck;

    @BeforeAll
    static void run() throws Exception {
        input = Path.of(System.getProperty("midwater.shared", "../shared"), "cases/bitstamp");
        Assumptions.assumeTrue(Files.exists(input), () -> "skipped: no " + input);
        output = folder.resolve("out");
        FullRun run = FullRun.withoutReport(
                "run",
                "--master",
                "local[2]",
                "--set",
                "input.orders=" + input.resolve("orders.csv.gz"),
                "--set",
                "input.trades=" + input.resolve("trades.csv.gz"),
                "--set",
                "input.quotes=" + input.resolve("nbbo.csv"),
                "--set",
                "input.sessions=" + input.resolve("session.csv"),
                "--set",
                "input.reference=" + input.resolve("reference.csv"),
                "--set",
                "input.participants=" + input.resolve("participants.csv"),
                "--set",
                "input.price-decimals=2",
                "--set",
                "market.price-scale=100",
                "--set",
                "market.quantity-scale=100000000",
                "--set",
                "output.path=" + output);
        assertThat(run.code()).as(run.said()).isZero();
        expected = new ObjectMapper().readTree(input.resolve("expected.json").toFile());
        duck = new Duck(output, "orders", "trades", "quotes", "classified", "metrics", "simulation");
        duck.run("CREATE TABLE expected AS SELECT * FROM read_csv('" + input + "/expected_per_order.csv.gz',"
                + " types = {'notional': 'DOUBLE', 'filled_qty': 'BIGINT'})");
        duck.run("CREATE VIEW flat AS SELECT m.*, c.arrival_ns FROM metrics m JOIN classified c USING (order_id)");
    }

    @AfterAll
    static void close() throws Exception {
        if (duck != null) {
            duck.close();
        }
    }

    @Test
    void rowsAreKept() throws Exception {
        assertThat(duck.number("SELECT count(*) FROM orders")).isEqualTo(figure("rows/order_event_rows"));
        assertThat(duck.number("SELECT count(*) FROM trades")).isEqualTo(figure("rows/trade_rows"));
        JsonNode books = FullRun.runFile(output, "reconciliation.json");
        // Reference data and participants have rows, too.
        assertThat(books.at("/rows_by_kind/orders/read").asLong()).isEqualTo(figure("rows/order_event_rows"));
        assertThat(books.at("/rows_by_kind/trades/read").asLong()).isEqualTo(figure("rows/trade_rows"));
        assertThat(books.at("/rows/read").asLong())
                .isEqualTo(books.at("/rows/kept").asLong());
        assertThat(books.at("/findings/ONE_SIDED_MATCHES").asLong()).isEqualTo(figure("match_groups/groups"));
        assertThat(books.at("/findings/ORPHAN_LEGS").asLong(0)).isEqualTo(figure("rows/orphan_trade_rows"));
        assertThat(books.at("/findings/ORDERS_DISAGREEING_WITH_TAPE").asLong(0))
                .isEqualTo(figure("consistency/orders_where_totalmatched_ne_trade_sum"));
    }

    @Test
    void totalsAreThoseOfTheFeed() throws Exception {
        // 24,894 orders: 557 full, 179 partial, 24,158 not filled; 161,382,470,898 filled.
        assertGroup(expected.at("/figures/overall"), "true");
        assertGroup(expected.at("/figures/by_side/1"), "side = 'BUY'");
        assertGroup(expected.at("/figures/by_side/2"), "side = 'SELL'");
        for (Map.Entry<String, JsonNode> participant :
                expected.at("/figures/by_participantid").properties()) {
            assertGroup(participant.getValue(), "participant_id = " + participant.getKey());
        }
        assertThat(duck.number("SELECT sum(traded_quantity) FROM metrics")).isEqualTo(161_382_470_898L);
        assertThat(duck.value("SELECT sum(traded_value) FROM metrics"))
                .isEqualTo(expected.at("/raw/notional_exact_usdcent_satoshi").asText());
    }

    private static void assertGroup(JsonNode group, String where) throws Exception {
        List<String> row = duck.rows(
                        "SELECT count(*), count(*) FILTER (fill_class = 'FULL'), count(*) FILTER (fill_class = 'PARTIAL'),"
                                + " count(*) FILTER (fill_class = 'NONE'), sum(demand_quantity), sum(traded_quantity),"
                                + " sum(leaves_quantity), sum(fills), sum(traded_value) FROM flat WHERE " + where)
                .get(0);
        List<String> names =
                List.of("orders", "full", "partial", "none", "order_qty", "filled_qty", "leaves_qty", "trade_rows");
        for (int i = 0; i < names.size(); i++) {
            assertThat(row.get(i))
                    .as(where + " " + names.get(i))
                    .isEqualTo(group.get(names.get(i)).asText());
        }
        // Traded values are cents × 1e−8 coins; the case counts dollars.
        BigDecimal value = new BigDecimal(row.get(8)).movePointLeft(2);
        assertThat(value)
                .isEqualByComparingTo(new BigDecimal(group.get("notional").asText()));
        double vwap = value.doubleValue() / group.get("filled_qty").asDouble();
        assertThat(vwap).isEqualTo(group.get("vwap").asDouble(), Offset.offset(5e-11));
    }

    @Test
    void theGlobalSummaryIsTheSame() throws Exception {
        String summary = "read_parquet('" + output + "/aggregated/global_summary.parquet')";
        JsonNode overall = expected.at("/figures/overall");
        assertThat(duck.rows("SELECT total_orders, full_orders, partial_orders, unfilled_orders, demand_quantity,"
                        + " traded_quantity, leaves_quantity, fills, securities, dates, participants FROM " + summary))
                .containsExactly(List.of(
                        "24894",
                        "557",
                        "179",
                        "24158",
                        "27219244873565",
                        "161382470898",
                        "27057862402667",
                        "1133",
                        "1",
                        "1",
                        "1"));
        assertThat(Double.parseDouble(duck.value("SELECT fill_ratio FROM " + summary)))
                .isEqualTo(overall.get("fill_ratio").asDouble(), Offset.offset(5e-11));
        assertThat(Double.parseDouble(duck.value("SELECT vwap_px FROM " + summary)))
                .isEqualTo(100 * overall.get("vwap").asDouble(), Offset.offset(5e-9));
        assertThat(duck.value("SELECT total_orders FROM read_parquet('" + output
                        + "/aggregated/by_order_size.parquet') WHERE size_bucket = 'TINY'"))
                .as("sizes are shares: quantity / quantity-scale")
                .isNotEqualTo("0");
    }

    @Test
    void everyOrderIsAsTheFeedTellsIt() throws Exception {
        assertThat(duck.number("SELECT count(*) FROM expected e JOIN flat m USING (order_id)"))
                .isEqualTo(24_894);
        Map<String, String> columns = Map.ofEntries(
                Map.entry("participantid", "m.participant_id"),
                Map.entry("side", "CASE m.side WHEN 'BUY' THEN 1 ELSE 2 END"),
                Map.entry("quantity", "m.initial_quantity"),
                Map.entry("leavesquantity", "m.leaves_quantity"),
                Map.entry("totalmatchedquantity", "m.matched_quantity"),
                Map.entry("cls", "m.fill_class"),
                Map.entry("filled_qty", "m.traded_quantity"),
                Map.entry("nt", "m.fills"),
                Map.entry("t0", "m.arrival_ns"),
                Map.entry("tf", "m.arrival_ns + m.time_to_first_fill_ns"));
        for (Map.Entry<String, String> column : columns.entrySet()) {
            assertThat(duck.rows("SELECT e.order_id, e." + column.getKey() + ", " + column.getValue()
                            + " FROM expected e JOIN flat m USING (order_id) WHERE e." + column.getKey()
                            + " IS DISTINCT FROM " + column.getValue()))
                    .as(column.getKey())
                    .isEmpty();
        }
        // The case rounds values to ten digits and averages to eight decimals or ten digits.
        assertThat(duck.number("SELECT count(*) FROM expected e JOIN flat m USING (order_id)"
                        + " WHERE abs(e.notional - m.traded_value / 100) > 1e-9 * e.notional"
                        + " OR abs(coalesce(e.vwap, 0) - coalesce(m.vwap_px, 0) / 100) > 1e-6"))
                .isZero();
    }

    @Test
    void timesAreThoseOfTheFeed() throws Exception {
        JsonNode times = expected.at("/figures/time_to_first_fill_ns");
        List<String> row = duck.rows(
                        "SELECT count(t), count(*) FILTER (t < 0), count(*) FILTER (t = 0), min(t), max(t),"
                                + " count(*) FILTER (t < 1000000000), avg(t), median(t)"
                                + " FROM (SELECT time_to_first_fill_ns AS t FROM metrics)")
                .get(0);
        List<String> names = List.of("orders", "negative", "zero", "min", "max", "under_1s");
        for (int i = 0; i < names.size(); i++) {
            assertThat(row.get(i))
                    .as(names.get(i))
                    .isEqualTo(times.get(names.get(i)).asText());
        }
        assertThat(Double.parseDouble(row.get(6))).isEqualTo(times.get("mean").asDouble(), Offset.offset(0.01));
        assertThat(Double.parseDouble(row.get(7))).isEqualTo(times.get("median").asDouble());
        JsonNode durations = expected.at("/figures/execution_duration_ns");
        assertThat(duck.rows("SELECT sum(execution_duration_ns), max(execution_duration_ns),"
                        + " count(*) FILTER (execution_duration_ns = 0) FROM metrics"))
                .containsExactly(List.of(
                        durations.get("sum").asText(),
                        durations.get("max").asText(),
                        durations.get("orders_zero").asText()));
    }

    @Test
    void withoutQuotesNothingIsMadeUp() throws Exception {
        for (String column : List.of(
                "arrival_bid_px",
                "arrival_offer_px",
                "arrival_mid_px",
                "quoted_spread_bps",
                "effective_spread_bps",
                "eq_ratio",
                "price_improvement_value",
                "improved_quantity",
                "arrival_cost_bps")) {
            assertThat(duck.number("SELECT count(" + column + ") FROM metrics"))
                    .as(column)
                    .isZero();
        }
        assertThat(duck.number("SELECT count(*) FROM quotes")).isZero();
        assertThat(duck.number("SELECT count(*) FROM simulation")).isZero();
    }

    private static long figure(String path) throws IOException {
        JsonNode value = expected.at("/figures/" + path);
        if (!value.isNumber()) {
            throw new IOException("no figure " + path);
        }
        return value.asLong();
    }
}
