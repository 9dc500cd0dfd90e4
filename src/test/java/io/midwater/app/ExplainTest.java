package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picture of an order against the published rows that it is made of. */
class ExplainTest {

    @Test
    void realFillsAndSimulatedMatchesOfAStudyOrderAreDrawn() throws SQLException, IOException {
        Path output = MarketRun.output();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT s.order_id, s.matches, s.simulated_quantity, m.lit_quantity"
                                + " FROM read_parquet('" + output
                                + "/tables/simulation/**/*.parquet') s JOIN read_parquet('"
                                + output + "/tables/metrics/**/*.parquet') m USING (security_code, date, order_id)"
                                + " WHERE s.scenario = 'midpoint' AND s.matches > 1 AND m.lit_quantity > 0"
                                + " ORDER BY s.order_id LIMIT 1")) {
            assertThat(row.next()).isTrue();
            String matches = String.format(
                    Locale.ROOT,
                    "  simulated  M simulated match: %,d, %,d shares",
                    row.getLong("matches"),
                    row.getLong("simulated_quantity"));
            String lit = String.format(Locale.ROOT, ", %,d shares", row.getLong("lit_quantity"));

            FullRun text = explain(output, row.getString("order_id"));
            assertThat(text.code()).as(text.said()).isZero();
            assertThat(text.out()).contains("  UTC ", "  real ", matches, "L lit fill: ", lit);

            FullRun json = explain(output, row.getString("order_id"), "--json");
            assertThat(new ObjectMapper().readTree(json.out()).at("/days/0/timeline"))
                    .anyMatch(line -> line.asText().equals(matches));
        }
    }

    /** Of two changes of the quote at one time, in a file without a sequence, the later row is in force. */
    @Test
    void quotesWithoutASequenceAreExplained(@TempDir Path folder) throws IOException {
        SmallInput input = new SmallInput(folder);
        String[] pair = input.pair(7, "2024-09-05", 1, 100, 10);
        input.orders("orders.csv", pair[0]);
        input.trades("trades.csv", pair[1]);
        long before = SmallInput.ns("2024-09-05", "10:59");
        Path quotes = input.write(
                "quotes.csv",
                "orderbookid,timestamp,bidprice,offerprice\n7,%d,98,102\n7,%d,99,101\n".formatted(before, before));
        FullRun run = input.run("input.quotes=" + quotes, "market.quote-source=file");
        assertThat(run.code()).as(run.said()).isZero();

        FullRun explained = explain(input.output(), "1");

        assertThat(explained.code()).as(explained.said()).isZero();
        assertThat(explained.out()).containsPattern("99 +101 +100\\.0 +FILE +NORMAL");
    }

    private static FullRun explain(Path output, String order, String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(new String[] {"explain", "--order", order, "--output", output.toString()}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return FullRun.of(arguments);
    }
}
