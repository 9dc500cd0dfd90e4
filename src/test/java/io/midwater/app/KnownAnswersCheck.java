package io.midwater.app;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what a run says of every order with what the generated market knows of it. As a program: a market and an output
 * in, one line per answer out; exit 5 where an order differs.
 */
final class KnownAnswersCheck implements AutoCloseable {
    /** Known answer → the expression over classified (c) and metrics (m) that must equal it. */
    private static final Map<String, String> ANSWERS = new LinkedHashMap<>();

    static {
        for (String column : List.of(
                "order_kind",
                "fill_class",
                "outcome",
                "terminal_reason",
                "initial_quantity",
                "demand_quantity",
                "matched_quantity",
                "leaves_quantity",
                "arrival_ns",
                "carried",
                "amended",
                "participant_id",
                "side")) {
            ANSWERS.put(column, "c." + column);
        }
        for (String column : List.of(
                "traded_quantity",
                "traded_value",
                "fills",
                "dark_quantity",
                "lit_quantity",
                "auction_quantity",
                "booked_quantity")) {
            ANSWERS.put(column, "m." + column);
        }
        ANSWERS.put("first_fill_ns", "c.arrival_ns + m.time_to_first_fill_ns");
        ANSWERS.put("last_fill_ns", "c.arrival_ns + m.total_duration_ns");
    }

    private final Duck duck;

    KnownAnswersCheck(Path market, Path output) throws SQLException {
        duck = new Duck(output, "classified", "metrics");
        duck.run("CREATE TABLE expected AS SELECT * FROM read_csv('" + market + "/expected/orders.csv.gz')");
    }

    long orders() throws SQLException {
        return duck.number("SELECT count(*) FROM expected");
    }

    /** Orders that a table has and the market has not, or the other way round. */
    Map<String, Long> unpaired() throws SQLException {
        Map<String, Long> unpaired = new LinkedHashMap<>();
        for (String table : List.of("classified", "metrics")) {
            unpaired.put(
                    table,
                    duck.number("SELECT count(*) FROM expected e FULL JOIN " + table
                            + " t USING (order_id, security_code, date) WHERE e.side IS NULL OR t.side IS NULL"));
        }
        return unpaired;
    }

    /** How many orders differ, by answer. */
    Map<String, Long> differences() throws SQLException {
        List<String> counts = new ArrayList<>();
        ANSWERS.forEach((answer, found) ->
                counts.add("count(*) FILTER (e." + answer + " IS DISTINCT FROM " + found + ") AS " + answer));
        List<String> row = duck.rows("SELECT " + String.join(", ", counts) + " FROM expected e"
                        + " JOIN classified c USING (order_id, date) JOIN metrics m USING (order_id, date)")
                .get(0);
        Map<String, Long> differences = new LinkedHashMap<>();
        for (String answer : ANSWERS.keySet()) {
            differences.put(answer, Long.parseLong(row.get(differences.size())));
        }
        return differences;
    }

    @Override
    public void close() throws SQLException {
        duck.close();
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        if (arguments.length != 2) {
            System.err.println("usage: MARKET OUTPUT");
            System.exit(2);
        }
        boolean same = true;
        Path market = Path.of(arguments[0]).toRealPath();
        Path output = Path.of(arguments[1]).toRealPath();
        try (KnownAnswersCheck check = new KnownAnswersCheck(market, output)) {
            Map<String, Long> unpaired = check.unpaired();
            Map<String, Long> differences = check.differences();
            unpaired.forEach((table, count) -> System.out.printf("%-20s %,d orders unpaired%n", table, count));
            differences.forEach((answer, count) -> System.out.printf("%-20s %,d orders differ%n", answer, count));
            same = unpaired.values().stream().allMatch(count -> count == 0)
                    && differences.values().stream().allMatch(count -> count == 0);
            System.out.printf(
                    "%s: %,d orders, %d answers each%n",
                    same ? "as known" : "NOT as known", check.orders(), differences.size());
        }
        System.exit(same ? 0 : 5);
    }
}
