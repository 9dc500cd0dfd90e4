package io.midwater.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.generator.SmallMarket.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The market's bookkeeping against the same figures worked out from the files it wrote. */
class KnownAnswersTest {
    @TempDir
    static Path folder;

    static SmallMarket market;
    /** Start of a session by state, security and date. */
    static final Map<String, Long> SESSIONS = new HashMap<>();

    @BeforeAll
    static void generate() {
        market = SmallMarket.generate(folder.resolve("market"), 5, 3, 20_000, 3);
        for (Row row : market.sessions) {
            SESSIONS.put(
                    row.text("Name") + "/" + row.text("OrderBookId") + "/" + row.text("TradeDate"),
                    row.number("Timestamp"));
        }
    }

    @Test
    void everyOrderDayHasOneAnswer() {
        assertThat(market.answers.keySet()).containsExactlyInAnyOrderElementsOf(market.events.keySet());
    }

    @Test
    void answersFollowFromTheRows() {
        market.answers.forEach((key, answer) -> {
            List<Row> rows = market.events.get(key);
            Row first = rows.get(0);
            Row last = rows.get(rows.size() - 1);
            boolean carried = rows.stream()
                    .filter(row -> row.number("timestamp") == first.number("timestamp"))
                    .anyMatch(row -> row.number("changereason") == 30 || row.number("changereason") == 50);
            long before = carried ? first.number("totalmatchedquantity") : 0;
            long matched = last.number("totalmatchedquantity") - before;
            long leaves = last.number("leavesquantity");
            // A carried order arrives with the opening auction, one that lives in the dark book only with the open, or
            // at
            // its reload when it is purged before that.
            boolean lit = kind(last).equals("LIT") || kind(last).equals("SWEEP");
            boolean purged =
                    carried && last.number("timestamp") == first.number("timestamp") && last.number("orderstatus") == 2;
            long arrival = carried && !purged
                    ? SESSIONS.get((lit ? "OSPA/" : "OPEN/") + answer.text("security_code") + "/" + answer.text("date"))
                    : first.number("timestamp");
            String fillClass = matched == 0 ? "NONE" : leaves == 0 ? "FULL" : "PARTIAL";
            check(key, answer, "carried", String.valueOf(carried));
            check(key, answer, "matched_quantity", matched);
            check(key, answer, "leaves_quantity", leaves);
            check(key, answer, "demand_quantity", matched + leaves);
            check(key, answer, "initial_quantity", first.number("leavesquantity"));
            check(key, answer, "arrival_ns", arrival);
            check(key, answer, "fill_class", fillClass);
            check(key, answer, "outcome", outcome(rows, fillClass, arrival));
            check(key, answer, "order_kind", kind(last));
            check(key, answer, "terminal_reason", terminalReason(last));
            check(key, answer, "amended", String.valueOf(amended(rows)));
            check(key, answer, "side", last.sign() > 0 ? "BUY" : "SELL");
            check(key, answer, "participant_id", last.text("participantid"));
            checkLegs(key, answer);
        });
    }

    private static void checkLegs(String key, Row answer) {
        List<Row> legs = market.legs.getOrDefault(key, List.of()).stream()
                .filter(leg -> !SmallMarket.isReport(leg))
                .toList();
        check(key, answer, "fills", legs.size());
        check(key, answer, "traded_quantity", sum(legs, leg -> leg.number("quantity")));
        check(key, answer, "traded_value", sum(legs, leg -> leg.number("quantity") * leg.number("tradeprice")));
        check(key, answer, "lit_quantity", sum(legs, leg -> of(leg, 1, 1)));
        check(key, answer, "auction_quantity", sum(legs, leg -> of(leg, 20, 20)));
        check(key, answer, "dark_quantity", sum(legs, leg -> of(leg, 46, 47)));
        check(key, answer, "booked_quantity", sum(legs, leg -> of(leg, 44, 45) + of(leg, 48, 48)));
        String first = legs.stream()
                .map(leg -> leg.text("tradetime"))
                .min(String::compareTo)
                .orElse("");
        String last = legs.stream()
                .map(leg -> leg.text("tradetime"))
                .max(String::compareTo)
                .orElse("");
        check(key, answer, "first_fill_ns", first);
        check(key, answer, "last_fill_ns", last);
    }

    private static long of(Row leg, long from, long to) {
        long source = leg.number("dealsource");
        return source >= from && source <= to ? leg.number("quantity") : 0;
    }

    private static long sum(List<Row> legs, ToLongFunction<Row> value) {
        return legs.stream().mapToLong(value).sum();
    }

    private static void check(String key, Row answer, String column, Object value) {
        assertThat(answer.text(column)).as(key + " " + column).isEqualTo(String.valueOf(value));
    }

    private static String outcome(List<Row> rows, String fillClass, long arrival) {
        if (!fillClass.equals("FULL")) {
            return "C_PARTIAL_NONE";
        }
        long completion = rows.stream()
                .filter(row -> row.number("leavesquantity") == 0)
                .findFirst()
                .orElseThrow()
                .number("timestamp");
        return completion - arrival < 1_000_000_000L ? "A_IMMEDIATE_FULL" : "B_EVENTUAL_FULL";
    }

    private static String kind(Row row) {
        long bits = row.number("exchangeordertype");
        if ((bits & 2048) != 0) {
            return "SWEEP";
        }
        if ((bits & 4096) != 0) {
            return "CP_BLOCK";
        }
        if ((bits & 64) != 0) {
            return row.number("ordertype") == 2 ? "CP_MARKET" : "CP_LIMIT";
        }
        return "LIT";
    }

    private static String terminalReason(Row last) {
        if (last.number("leavesquantity") == 0) {
            return "FILLED";
        }
        if ((last.number("timevalidity") >> 8 & 63) == 0) {
            return "IOC_REMAINDER";
        }
        return switch (last.text("changereason")) {
            case "1", "10" -> "CANCELLED_USER";
            case "9", "15" -> "CANCELLED_SYSTEM";
            case "24", "26" -> "PURGED";
            case "4" -> "INACTIVE";
            default -> "OPEN";
        };
    }

    /** An update that changes price or quantity against the message before. */
    private static boolean amended(List<Row> rows) {
        boolean amended = false;
        for (int i = 1; i < rows.size(); i++) {
            Row row = rows.get(i);
            Row previous = rows.get(i - 1);
            amended |= row.number("changereason") == 5
                    && (row.number("price") != previous.number("price")
                            || row.number("quantity") != previous.number("quantity"));
        }
        return amended;
    }

    @Test
    void totalsAddUp() throws IOException {
        String summary = Files.readString(market.path.resolve("expected/summary.json"));
        assertThat(summary).contains("\"overall\":" + totals("", ""));
        for (String fillClass : List.of("FULL", "PARTIAL", "NONE")) {
            assertThat(summary).contains("\"" + fillClass + "\":" + totals("fill_class", fillClass));
        }
        String date = market.answers.values().iterator().next().text("date");
        String security = market.answers.values().iterator().next().text("security_code");
        assertThat(summary).contains("\"" + date + "\":" + totals("date", date));
        assertThat(summary).contains("\"" + security + "\":" + totals("security_code", security));
    }

    private static String totals(String column, String value) {
        List<Row> rows = market.answers.values().stream()
                .filter(row -> column.isEmpty() || row.text(column).equals(value))
                .toList();
        return "{\"total_orders\":" + rows.size() + ",\"full_orders\":" + count(rows, "FULL") + ",\"partial_orders\":"
                + count(rows, "PARTIAL") + ",\"unfilled_orders\":" + count(rows, "NONE") + ",\"demand_quantity\":"
                + sum(rows, row -> row.number("demand_quantity")) + ",\"matched_quantity\":"
                + sum(rows, row -> row.number("matched_quantity")) + ",\"traded_quantity\":"
                + sum(rows, row -> row.number("traded_quantity")) + ",\"traded_value\":"
                + sum(rows, row -> row.number("traded_value")) + ",\"fills\":" + sum(rows, row -> row.number("fills"))
                + "}";
    }

    private static long count(List<Row> rows, String fillClass) {
        return rows.stream()
                .filter(row -> row.text("fill_class").equals(fillClass))
                .count();
    }

    @Test
    void countersAgreeWithTheFiles() throws IOException {
        String summary = Files.readString(market.path.resolve("expected/summary.json"));
        long orphans = market.legs.entrySet().stream()
                .filter(entry -> !market.events.containsKey(entry.getKey()))
                .mapToLong(entry -> entry.getValue().size())
                .sum();
        assertThat(market.duplicateOrders).isPositive();
        assertThat(market.duplicateTrades).isPositive();
        assertThat(orphans).isPositive();
        assertThat(summary)
                .contains("\"duplicate_order_rows\":" + market.duplicateOrders)
                .contains("\"duplicate_trade_rows\":" + market.duplicateTrades)
                .contains("\"orphan_legs\":" + orphans)
                .contains("\"new_orders\":20000");
        market.orderFiles.forEach(
                (name, rows) -> assertThat(summary).contains("\"orders/" + name + "\":" + rows.size()));
        market.tradeFiles.forEach(
                (name, rows) -> assertThat(summary).contains("\"trades/" + name + "\":" + rows.size()));
        market.quoteFiles.forEach(
                (name, rows) -> assertThat(summary).contains("\"quotes/" + name + "\":" + rows.size()));
    }
}
