package io.midwater.app.explain;

import io.midwater.classification.ClassifiedTable;
import io.midwater.control.RunManifest;
import io.midwater.domain.BusinessCalendar;
import io.midwater.domain.Horizon;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.TableSchema;
import io.midwater.metrics.MetricsOptions;
import io.midwater.metrics.MetricsTable;
import io.midwater.simulation.SimulationTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;

/** Puts one order's day together from the published tables: every number shown is one that was published. */
final class OrderExplainer {
    private static final Pattern MARKOUT = Pattern.compile("markout_([^_]+)_quantity");
    private static final List<String> EVENT_COLUMNS = List.of(
            "sequence",
            "side",
            "price",
            "quantity",
            "leavesquantity",
            "totalmatchedquantity",
            "changereason",
            "orderstatus",
            "ordertype",
            "exchangeordertype",
            "midtick",
            "minimumquantity",
            "crossingkey",
            "participantid",
            "timevalidity",
            "national_bid",
            "national_offer");
    private static final List<String> LEG_COLUMNS = List.of(
            "sequence", "side", "tradeprice", "quantity", "dealsource", "trade_class", "matchgroupid", "participantid");
    private static final List<String> MATCH_COLUMNS = List.of(
            "match_id",
            "order_id",
            "side",
            "quantity",
            "price2",
            "bid_px",
            "offer_px",
            "deal_source",
            "participant_id",
            "study",
            "incoming");

    private final OrderTables tables;
    private final long orderId;
    private final RunManifest.Unit unit;

    OrderExplainer(OrderTables tables, long orderId, RunManifest.Unit unit) {
        this.tables = tables;
        this.orderId = orderId;
        this.unit = unit;
    }

    Explanation.Day explain() {
        List<Row> events = tables.rows("orders", "order_id", orderId);
        List<Row> legs = tables.rows("trades", "orderid", orderId);
        List<Row> ownMatches = tables.rows("simulated_trades", "order_id", orderId);
        Object[] matchIds =
                ownMatches.stream().map(row -> row.getAs("match_id")).toArray();
        List<Row> matches = tables.rows("simulated_trades", "match_id", matchIds);
        List<Explanation.Section> sections = new ArrayList<>();
        sections.add(timed("Events as they came, in the total order", events, "timestamp", EVENT_COLUMNS));
        sections.add(timed("Trade legs", legs, "tradetime", LEG_COLUMNS));
        sections.add(quotes(events, legs));
        values("Classes", "classified", new ClassifiedTable(RowGroupSink.none()).schema(), sections);
        List<Horizon> horizons = horizons();
        TableSchema metrics = new MetricsTable(RowGroupSink.none(), new MetricsOptions(horizons, 0)).schema();
        values("Metrics", "metrics", metrics, sections);
        TableSchema simulation = new SimulationTable(RowGroupSink.none(), horizons).schema();
        values("Simulated scenario", "simulation", simulation, sections);
        sections.add(timed(
                "Simulated matches, both legs, with the quote in force; price2 is bid + offer in half price units",
                matches,
                "ts_ns",
                MATCH_COLUMNS));
        List<OrderTimeline.Life> lives = OrderLives.of(
                events,
                legs,
                tables.rows("classified", "order_id", orderId),
                tables.rows("simulation", "order_id", orderId),
                ownMatches);
        return new Explanation.Day(
                Long.toString(unit.securityCode()), unit.date(), OrderTimeline.draw(lives), sections);
    }

    /** The markout horizons that the published row has. */
    private List<Horizon> horizons() {
        List<Horizon> horizons = new ArrayList<>();
        for (Row row : tables.rows("metrics", "order_id", orderId)) {
            for (String column : row.schema().fieldNames()) {
                Matcher markout = MARKOUT.matcher(column);
                if (markout.matches()) {
                    horizons.add(new Horizon(markout.group(1), 0));
                }
            }
        }
        return horizons;
    }

    private static Explanation.Section timed(String title, List<Row> rows, String time, List<String> columns) {
        List<String> header = new ArrayList<>(List.of("time (UTC)"));
        header.addAll(columns);
        List<List<String>> cells = new ArrayList<>();
        for (Row row : rows) {
            List<String> line = new ArrayList<>(List.of(instant(row.getAs(time))));
            columns.forEach(column -> line.add(text(row, column)));
            cells.add(line);
        }
        return new Explanation.Section(title, header, cells);
    }

    /** For each moment of the order's day the quote in force: the last change strictly before. Matches carry their own. */
    private Explanation.Section quotes(List<Row> events, List<Row> legs) {
        TreeSet<Long> moments = new TreeSet<>();
        events.forEach(row -> moments.add(row.getAs("timestamp")));
        legs.forEach(row -> moments.add(row.getAs("tradetime")));
        List<Row> changes = new ArrayList<>(tables.rows("quotes"));
        changes.sort(Comparator.<Row>comparingLong(row -> row.getAs("ts_ns"))
                .thenComparing(row -> row.<Long>getAs("sequence"), Comparator.nullsFirst(Comparator.naturalOrder())));
        List<List<String>> cells = new ArrayList<>();
        int next = 0;
        for (long moment : moments) {
            while (next < changes.size() && changes.get(next).<Long>getAs("ts_ns") < moment) {
                next++;
            }
            cells.add(next == 0 ? quote(moment, null) : quote(moment, changes.get(next - 1)));
        }
        return new Explanation.Section(
                "Quote in force before each of these moments",
                List.of("moment (UTC)", "quote since (UTC)", "bid_px", "offer_px", "mid_px", "source", "state"),
                cells);
    }

    private static List<String> quote(long moment, Row change) {
        if (change == null) {
            return List.of(instant(moment), "", "", "", "", "", "none");
        }
        Long bid = change.getAs("bid_px");
        Long offer = change.getAs("offer_px");
        return List.of(
                instant(moment),
                instant(change.getAs("ts_ns")),
                text(change, "bid_px"),
                text(change, "offer_px"),
                bid == null || offer == null ? "" : Double.toString((bid + offer) / 2.0),
                text(change, "source"),
                text(change, "flags"));
    }

    /** One section per row of a table: column, value, definition, and the definition with numbers. */
    private void values(String title, String table, TableSchema schema, List<Explanation.Section> sections) {
        Formulas formulas = new Formulas(schema);
        for (Row row : tables.rows(table, "order_id", orderId)) {
            List<String> names = Arrays.asList(row.schema().fieldNames());
            List<List<String>> cells = new ArrayList<>();
            for (String name : names) {
                cells.add(List.of(
                        name,
                        text(row, name),
                        formulas.withNumbers(name, column -> names.contains(column) ? text(row, column) : null),
                        formulas.definition(name)));
            }
            String scenario = names.contains("scenario") ? " " + text(row, "scenario") : "";
            sections.add(new Explanation.Section(
                    title + scenario, List.of("column", "value", "with numbers", "definition"), cells));
        }
    }

    private static String instant(long ns) {
        return BusinessCalendar.instant(ns).toString();
    }

    private static String text(Row row, String column) {
        Object value = row.getAs(column);
        return value == null ? "" : value.toString();
    }
}
