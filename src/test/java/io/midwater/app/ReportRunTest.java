package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The report of a whole run says what the aggregates say. */
class ReportRunTest {
    private static final Pattern OUTSIDE =
            Pattern.compile("(?i)(src|href|url\\(|@import|xlink)[\\s=\"'(]*(?!#)[a-z/]+[:/]");

    @TempDir
    private Path folder;

    @Test
    void theRunWritesItAndSaysWhere() throws Exception {
        MarketRun run = MarketRun.shared();
        Path report = FullRun.newest(run.output).resolve("report.html");
        assertThat(report).exists();
        assertThat(run.run.out()).contains("Report    ").contains("report.html");
    }

    @Test
    void itIsWellFormedAndNeedsNothingElse() throws Exception {
        String html = html();
        Document page = parsed(html);
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("link").getLength()).isZero();
        assertThat(OUTSIDE.matcher(html).results().map(found -> found.group()).toList())
                .isEmpty();
    }

    @Test
    void everyChartHasWordsAndEveryFigureATable() throws Exception {
        Document page = parsed(html());
        NodeList figures = page.getElementsByTagName("figure");
        assertThat(figures.getLength()).isGreaterThan(15);
        for (int i = 0; i < figures.getLength(); i++) {
            Element figure = (Element) figures.item(i);
            assertThat(figure.getTextContent()).as("figure " + i).isNotBlank();
            assertThat(figure.getElementsByTagName("svg").getLength())
                    .as(figure.getTextContent())
                    .isIn(0, 2);
        }
        assertThat(html()).doesNotContain("could not be drawn");
    }

    @Test
    void headlinesAreThoseOfTheAggregates() throws Exception {
        Document page = parsed(html());
        String table = "Headline figures over all orders";
        List<String> whole = rows("SELECT arrival_cost_bps, measured_orders, fill_ratio, total_orders,"
                        + " implementation_shortfall_bps FROM '" + aggregate("global_summary") + "'")
                .get(0);
        assertThat(row(page, table, "Arrival cost")).contains(bps(whole.get(0)), count(whole.get(1)));
        assertThat(row(page, table, "Fill ratio"))
                .contains(
                        String.format(Locale.ROOT, "%.2f %%", 100 * Double.parseDouble(whole.get(2))),
                        count(whole.get(3)));
        assertThat(row(page, table, "Implementation shortfall")).contains(bps(whole.get(4)));
    }

    @Test
    void everyHeadlineHasAnInterval() throws Exception {
        NodeList rows =
                table(parsed(html()), "Headline figures over all orders").getElementsByTagName("tr");
        assertThat(rows.getLength()).isEqualTo(10);
        for (int i = 1; i < rows.getLength(); i++) {
            assertThat(cells((Element) rows.item(i))).noneMatch(cell -> cell.startsWith("–"));
        }
    }

    @Test
    void scenariosSayHowMuchTrades() throws Exception {
        Document page = parsed(html());
        List<List<String>> scenarios = rows("SELECT scenario, orders, engaged_orders, scope_quantity, savings_bps,"
                + " mean_engaged_savings_bps FROM '" + aggregate("scenario_comparison")
                + "' WHERE fill_class = 'ALL'");
        assertThat(scenarios).hasSize(4);
        for (List<String> scenario : scenarios) {
            assertThat(row(page, "How much of each scenario trades, and what it saves", scenario.get(0) + " "))
                    .contains(count(scenario.get(1)), count(scenario.get(2)), count(scenario.get(3)))
                    .contains(bps(scenario.get(4)), bps(scenario.get(5)));
        }
    }

    @Test
    void hoursHaveCosts() throws Exception {
        Document page = parsed(html());
        List<List<String>> hours = rows("SELECT arrival_hour, measured_orders, arrival_cost_bps FROM '"
                + aggregate("by_hour") + "' WHERE measured_orders > 0");
        assertThat(hours).isNotEmpty();
        for (List<String> hour : hours) {
            assertThat(row(
                            page,
                            "By hour of arrival",
                            String.format(Locale.ROOT, "%02d:00", Integer.parseInt(hour.get(0)))))
                    .contains(count(hour.get(1)), bps(hour.get(2)));
        }
    }

    @Test
    void everySecurityHasItsAggregate() throws Exception {
        Document page = parsed(html());
        List<List<String>> securities = rows("SELECT security_code, total_orders, arrival_cost_bps,"
                + " savings_bps_midpoint FROM '" + aggregate("by_security") + "'");
        assertThat(securities).hasSize(4);
        for (List<String> security : securities) {
            assertThat(row(page, "Security, largest traded value first", security.get(0) + " "))
                    .contains(count(security.get(1)), bps(security.get(2)), bps(security.get(3)));
        }
    }

    @Test
    void kindsAndHoursAddUpToAllOrders() throws Exception {
        Document page = parsed(html());
        long orders = Long.parseLong(rows("SELECT total_orders FROM '" + aggregate("global_summary") + "'")
                .get(0)
                .get(0));
        assertThat(column(page, "Orders by kind", 1)).isEqualTo(orders);
        assertThat(column(page, "By hour of arrival", 1)).isEqualTo(orders);
    }

    @Test
    void theOrderOfHighestCostComesFirst() throws Exception {
        Element table = table(parsed(html()), "Highest arrival cost: 20 orders");
        List<String> dearest =
                rows("SELECT order_id, arrival_hour, arrival_mid_px, continuous_value / continuous_quantity,"
                                + " arrival_cost_bps FROM '" + MarketRun.output()
                                + "/tables/metrics/*/*/*.parquet' ORDER BY arrival_cost_half_value DESC NULLS LAST,"
                                + " security_code, date, order_id LIMIT 1")
                        .get(0);
        List<String> cells = cells((Element) table.getElementsByTagName("tr").item(1));
        assertThat(cells.get(0)).isEqualTo(dearest.get(0));
        assertThat(cells)
                .contains(String.format(Locale.ROOT, "%02d:00", Integer.parseInt(dearest.get(1))))
                .contains(price(dearest.get(2)), price(dearest.get(3)), bps(dearest.get(4)));
    }

    @Test
    void simulatedMarkoutsAreThoseOfTheQuotesInForce() throws Exception {
        Document page = parsed(html());
        String tables = MarketRun.output() + "/tables/";
        // The quote in force a second later by an as-of join instead of a window.
        List<String> expected = rows("""
                        WITH study AS (
                          SELECT t.security_code, t.date, t.order_id, t.ts_ns + 1000000000 AS later_ns, t.quantity, t.price2,
                            if(t.side = 'BUY', 1, -1) AS s, m.arrival_bid_px + m.arrival_offer_px AS mid2
                          FROM '%1$ssimulated_trades/*/*/*.parquet' t
                          JOIN '%1$smetrics/*/*/*.parquet' m USING (security_code, date, order_id)
                          WHERE t.study AND m.arrival_bid_px IS NOT NULL),
                        ends AS (SELECT security_code, date, max(end_ns) AS end_ns
                          FROM '%1$sclassified/*/*/*.parquet' WHERE terminal_reason = 'OPEN' GROUP BY ALL),
                        quotes AS (SELECT security_code, date, ts_ns, sequence, bid_px + offer_px AS mid2, flags
                          FROM '%1$squotes/*/*/*.parquet'
                          QUALIFY row_number() OVER (PARTITION BY security_code, date, ts_ns ORDER BY sequence DESC) = 1)
                        SELECT count(DISTINCT (study.security_code, study.date, order_id)), 2e4 * sum(s * (price2 - q.mid2) * quantity) / sum(study.mid2 * quantity)
                        FROM study ASOF JOIN quotes q ON study.security_code = q.security_code
                          AND study.date = q.date AND study.later_ns >= q.ts_ns
                        LEFT JOIN ends e ON e.security_code = study.security_code AND e.date = study.date
                        WHERE q.flags IN ('NORMAL', 'LOCKED') AND (e.end_ns IS NULL OR later_ns < e.end_ns)""".formatted(tables)).get(0);
        assertThat(row(page, "What the markouts stand on", "1s")).endsWith(count(expected.get(0)));
        assertThat(row(page, "Realized spread", "1s")).endsWith(bps(expected.get(1)));
    }

    @Test
    void whatScenariosAreAndHowTheirFiguresAreFormedIsSaid() throws Exception {
        Document page = parsed(html());
        assertThat(row(page, "Scenarios, study and order kinds", "limited_50 ").get(1))
                .contains("simulation.limited-fraction");
        assertThat(row(page, "Definitions", "simulation.savings_bps ").get(2))
                .isEqualTo("savings_value / savings_base_value");
        assertThat(row(page, "Definitions", "scenario_comparison.engaged_ratio ")
                        .get(2))
                .isEqualTo("engaged_orders / benchmarked_orders");
    }

    @Test
    void itIsBuiltAgainWithPseudonyms() throws Exception {
        Path file = folder.resolve("sent.html");
        FullRun again = FullRun.of(
                "report",
                "--output",
                MarketRun.output().toString(),
                "--pseudonyms",
                "--out",
                file.toString(),
                "--json");
        assertThat(again.code()).as(again.said()).isZero();
        assertThat(new ObjectMapper().readTree(again.out()).get("report").asText())
                .isEqualTo(file.toString());
        String html = Files.readString(file);
        Document page = parsed(html);
        // Broker 67 is B67 in the generated participants file, and in the other report.
        assertThat(html()).contains("67 B67");
        assertThat(html).doesNotContain("B67").contains("P01");
        assertThat(cells((Element) table(page, "Participant, largest traded value first")
                                .getElementsByTagName("tr")
                                .item(1))
                        .get(0))
                .isEqualTo("P01");
    }

    @Test
    void anOutputWithoutARunIsAUsageError() {
        FullRun none = FullRun.of("report", "--output", folder.toString());
        assertThat(none.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(none.err()).contains("holds no finished run");
    }

    private static String html() throws IOException {
        return Files.readString(FullRun.newest(MarketRun.output()).resolve("report.html"));
    }

    private static String aggregate(String name) {
        return MarketRun.output().resolve("aggregated/" + name + ".parquet").toString();
    }

    private static List<List<String>> rows(String sql) throws SQLException {
        try (Duck duck = new Duck(MarketRun.output())) {
            return duck.rows(sql);
        }
    }

    private static String count(String value) {
        return String.format(Locale.ROOT, "%,d", Long.parseLong(value));
    }

    private static String price(String value) {
        return String.format(Locale.ROOT, "%,.4f", Double.parseDouble(value) / 1000);
    }

    private static String bps(String value) {
        String text = String.format(Locale.ROOT, "%,.2f", Double.parseDouble(value));
        return (text.equals("-0.00") ? "0.00" : text).replace("-", "\u2212");
    }

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    private static Element table(Document page, String caption) {
        NodeList tables = page.getElementsByTagName("table");
        for (int i = 0; i < tables.getLength(); i++) {
            Element table = (Element) tables.item(i);
            if (table.getElementsByTagName("caption").item(0).getTextContent().equals(caption)) {
                return table;
            }
        }
        throw new AssertionError("no table \"" + caption + "\"");
    }

    private static List<String> row(Document page, String caption, String first) {
        NodeList rows = table(page, caption).getElementsByTagName("tr");
        for (int i = 1; i < rows.getLength(); i++) {
            List<String> cells = cells((Element) rows.item(i));
            if ((cells.get(0) + " ").startsWith(first)) {
                return cells;
            }
        }
        throw new AssertionError("no row " + first + " in " + caption);
    }

    private static List<String> cells(Element row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getChildNodes().getLength(); i++) {
            if (row.getChildNodes().item(i) instanceof Element cell) {
                cells.add(cell.getTextContent().replace("†", "").strip());
            }
        }
        return cells;
    }

    private static long column(Document page, String caption, int column) {
        NodeList rows = table(page, caption).getElementsByTagName("tr");
        long sum = 0;
        for (int i = 1; i < rows.getLength(); i++) {
            sum += Long.parseLong(cells((Element) rows.item(i)).get(column).replace(",", ""));
        }
        return sum;
    }
}
