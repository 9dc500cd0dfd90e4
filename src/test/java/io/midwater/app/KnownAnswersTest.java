package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A market that knows what is true of every order, and what the job says of it. */
class KnownAnswersTest {
    private static MarketRun market;
    private static Duck duck;
    private static JsonNode summary;

    @BeforeAll
    static void run() throws Exception {
        market = MarketRun.shared();
        duck = new Duck(market.output, "orders", "trades", "classified", "metrics", "simulation");
        duck.run("CREATE TABLE expected AS SELECT * FROM read_csv('" + market.market + "/expected/orders.csv.gz')");
        summary = new ObjectMapper()
                .readTree(market.market.resolve("expected/summary.json").toFile());
    }

    @AfterAll
    static void close() throws Exception {
        duck.close();
    }

    @Test
    void everyOrderIsThereOnceAndNoOther() throws Exception {
        long orders = duck.number("SELECT count(*) FROM expected");
        assertThat(orders)
                .isEqualTo(summary.at("/overall/total_orders").asLong())
                .isGreaterThan(8_000);
        for (String table : List.of("classified", "metrics")) {
            assertThat(duck.number("SELECT count(*) FROM " + table)).as(table).isEqualTo(orders);
        }
        try (KnownAnswersCheck check = new KnownAnswersCheck(market.market, market.output)) {
            assertThat(check.unpaired())
                    .allSatisfy((table, count) -> assertThat(count).isZero());
        }
    }

    @Test
    void everyOrderIsAsTheMarketKnowsIt() throws Exception {
        try (KnownAnswersCheck check = new KnownAnswersCheck(market.market, market.output)) {
            Map<String, Long> differences = check.differences();

            assertThat(duck.columns("expected")).containsAll(differences.keySet());
            assertThat(differences).hasSize(22).allSatisfy((answer, count) -> assertThat(count)
                    .isZero());
        }
    }

    @Test
    void totalsAreThoseOfTheMarket() throws Exception {
        assertTotals(summary.get("overall"), "SELECT * FROM read_parquet('" + aggregate("global_summary") + "')");
        for (Map.Entry<String, JsonNode> date : summary.get("by_date").properties()) {
            assertTotals(
                    date.getValue(),
                    "SELECT * FROM read_parquet('" + aggregate("by_date") + "') WHERE date = '" + date.getKey() + "'");
        }
        for (Map.Entry<String, JsonNode> security : summary.get("by_security").properties()) {
            assertTotals(
                    security.getValue(),
                    "SELECT * FROM read_parquet('" + aggregate("by_security") + "') WHERE security_code = "
                            + security.getKey());
        }
    }

    private static String aggregate(String name) {
        return market.output.resolve("aggregated/" + name + ".parquet").toString();
    }

    private static void assertTotals(JsonNode expected, String query) throws Exception {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        expected.properties().forEach(total -> {
            names.add(total.getKey());
            values.add(total.getValue().asText());
        });
        assertThat(duck.rows("SELECT " + String.join(", ", names) + " FROM (" + query + ")"))
                .as(query)
                .containsExactly(values);
    }

    @Test
    void theBooksClose() throws Exception {
        JsonNode books = FullRun.runFile(market.output, "reconciliation.json");
        long orderRows = 0;
        long tradeRows = 0;
        for (Map.Entry<String, JsonNode> file : summary.get("rows").properties()) {
            orderRows += file.getKey().startsWith("orders/") ? file.getValue().asLong() : 0;
            tradeRows += file.getKey().startsWith("trades/") ? file.getValue().asLong() : 0;
        }
        long duplicateOrders = summary.get("duplicate_order_rows").asLong();
        long duplicateTrades = summary.get("duplicate_trade_rows").asLong();

        assertThat(books.get("closes").asBoolean()).isTrue();
        assertRows(books.at("/rows_by_kind/orders"), orderRows, duplicateOrders);
        assertRows(books.at("/rows_by_kind/trades"), tradeRows, duplicateTrades);
        assertThat(duck.number("SELECT count(*) FROM orders")).isEqualTo(orderRows - duplicateOrders);
        assertThat(duck.number("SELECT count(*) FROM trades")).isEqualTo(tradeRows - duplicateTrades);
        // Of sessions, reference data and participants the market does not say how many rows it has.
        Map<String, Long> read = new TreeMap<>();
        for (JsonNode input : FullRun.manifest(market.output).get("inputs")) {
            String file = input.get("path").asText().replaceFirst("^file:" + market.market + "/", "");
            if (!file.matches("(sessions|reference|participants)/.*")) {
                read.put(file, input.get("rows_read").asLong());
            }
        }
        Map<String, Long> written = new TreeMap<>();
        summary.get("rows")
                .properties()
                .forEach(file -> written.put(file.getKey(), file.getValue().asLong()));
        assertThat(read).isEqualTo(written);
    }

    private static void assertRows(JsonNode rows, long read, long duplicates) {
        assertThat(rows.get("read").asLong()).isEqualTo(read);
        assertThat(rows.get("duplicates").asLong()).isEqualTo(duplicates).isPositive();
        assertThat(rows.get("kept").asLong()).isEqualTo(read - duplicates);
        assertThat(rows.get("filtered_out").asLong()).isZero();
        assertThat(rows.get("rejected").asLong()).isZero();
    }

    @Test
    void findingsAreWhatTheMarketHasPutIn() throws Exception {
        JsonNode findings =
                FullRun.runFile(market.output, "reconciliation.json").get("findings");

        assertThat(findings.get("DUPLICATE_ORDER_ROWS").asLong())
                .isEqualTo(summary.get("duplicate_order_rows").asLong());
        assertThat(findings.get("DUPLICATE_TRADE_LEGS").asLong())
                .isEqualTo(summary.get("duplicate_trade_rows").asLong());
        assertThat(findings.get("ORPHAN_LEGS").asLong())
                .isEqualTo(summary.get("orphan_legs").asLong())
                .isEqualTo(duck.number("SELECT count(*) FROM trades WHERE orphan_leg"))
                .isPositive();
        assertThat(findings.get("CARRIED_ORDERS").asLong())
                .isEqualTo(duck.number("SELECT count(*) FROM expected WHERE carried"))
                .isPositive();
        assertThat(findings.get("CROSSED_QUOTES").asLong()).isPositive();
        assertThat(findings.get("LOCKED_QUOTES").asLong()).isPositive();
        // Rows of orders reloaded on the evening before carry that evening's date.
        assertThat(findings.get("DATE_COLUMN_DISAGREES").asLong())
                .isEqualTo(duck.number("SELECT count(*) FROM orders WHERE file_date <> date"))
                .isPositive();
        // An honest market: nothing of these.
        for (String absent : List.of(
                "ORDERS_DISAGREEING_WITH_TAPE",
                "CONFLICTING_TRADE_LEGS",
                "SEQUENCE_CONFLICTS",
                "ORPHAN_STARTS",
                "MATCHED_QUANTITY_FALLS",
                "LEAVES_ABOVE_QUANTITY",
                "CANCELLED_LEGS",
                "FILLS_BEFORE_ARRIVAL",
                "UNKNOWN_CHANGE_REASONS",
                "UNKNOWN_DEAL_SOURCES",
                "DERIVED_SESSION_HOURS",
                "QUOTES_FROM_ORDERS")) {
            assertThat(findings.path(absent).asLong(0)).as(absent).isZero();
        }
    }

    @Test
    void unitsAreTheSecurityDaysWithTradingAndNothingElse() throws Exception {
        List<String> units = new ArrayList<>();
        FullRun.manifest(market.output)
                .get("units")
                .forEach(unit -> units.add(unit.get("security_code").asText() + " "
                        + unit.get("date").asText()));

        // The session file's CLOSE at 19:00 belongs to the next business date; it makes no unit of its own.
        List<String> expected =
                duck.rows("SELECT DISTINCT security_code, date FROM expected ORDER BY security_code, date").stream()
                        .map(row -> row.get(0) + " " + row.get(1))
                        .toList();
        assertThat(units).isEqualTo(expected).hasSize(8);
        assertThat(market.output.resolve("by_security").toFile().list()).hasSize(4);
        assertThat(duck.number("SELECT count(*) FROM read_parquet('" + aggregate("time_series") + "')"))
                .isEqualTo(8);
    }

    @Test
    void theSummaryOnTheTerminalSaysTheSame() {
        JsonNode overall = summary.get("overall");
        assertThat(market.run.out())
                .contains(
                        "Units     8 done, 0 failed",
                        String.format(
                                "Orders    %,d: %,d full, %,d partial, %,d unfilled",
                                overall.get("total_orders").asLong(),
                                overall.get("full_orders").asLong(),
                                overall.get("partial_orders").asLong(),
                                overall.get("unfilled_orders").asLong()));
    }
}
