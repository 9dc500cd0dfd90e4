package io.midwater.app.report;

import io.midwater.report.Figures;
import io.midwater.report.ReportData.Query;
import io.midwater.simulation.Scenario;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the report asks of the orders themselves; everything else in it is in the aggregates. */
final class ReportQueries {
    private static final int MOST_ROWS = 20;
    private static final String MIDPOINT = "scenario = '" + Scenario.MIDPOINT.label() + "'";

    private final ReportTables tables;

    ReportQueries(ReportTables tables) {
        this.tables = tables;
    }

    Map<Query, List<Figures>> run() {
        Map<Query, List<Figures>> answers = new EnumMap<>(Query.class);
        if (tables.view("metrics")) {
            answers.put(Query.COST_WORST, tables.query("dearest orders", cost("DESC", "> 0")));
            answers.put(Query.COST_BEST, tables.query("cheapest orders", cost("ASC", "< 0")));
        }
        if (tables.view("simulation")) {
            answers.put(Query.SAVINGS_BEST, tables.query("best savings", savings("DESC", "> 0")));
            answers.put(Query.SAVINGS_WORST, tables.query("worst savings", savings("ASC", "< 0")));
        }
        return answers;
    }

    private static String cost(String order, String sign) {
        return "SELECT order_id, security_code, date, participant_id, side, order_kind, fill_class, arrival_hour,"
                + " continuous_quantity, continuous_value / continuous_quantity AS continuous_price_px, arrival_mid_px,"
                + " arrival_cost_half_value, arrival_cost_bps, time_to_first_fill_ns FROM metrics"
                + " WHERE arrival_cost_bps IS NOT NULL AND arrival_cost_half_value " + sign
                + " ORDER BY arrival_cost_half_value " + order + ", security_code, date, order_id LIMIT " + MOST_ROWS;
    }

    private static String savings(String order, String sign) {
        return "SELECT order_id, security_code, date, participant_id, side, order_kind, fill_class, arrival_hour,"
                + " simulated_quantity, real_price_px, simulated_price_px, savings_value, savings_bps FROM simulation WHERE "
                + MIDPOINT
                + " AND engaged AND savings_value " + sign + " ORDER BY savings_value " + order
                + ", security_code, date, order_id LIMIT " + MOST_ROWS;
    }
}
