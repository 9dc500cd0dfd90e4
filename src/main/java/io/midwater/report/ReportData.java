package io.midwater.report;

import io.midwater.control.RunManifest;
import java.util.List;
import java.util.Map;

/**
 * Everything the report is made of, as it was read; nothing in it is larger than an aggregate.
 *
 * @param settings the effective configuration, path to value, defaults included
 * @param aggregates rows of each published aggregate, by name
 * @param queries rows of each further query over the published tables, by name
 * @param rejects some rejected rows, with the columns of table {@code rejects}
 * @param formulas how the figures are defined
 * @param participants names by participant number, as far as known
 * @param securities names by order book, as far as known
 * @param pseudonymous participants are shown under other names, and nothing that leads back to an order
 */
public record ReportData(
        RunManifest manifest,
        Map<String, String> settings,
        Map<String, List<Figures>> aggregates,
        Map<Query, List<Figures>> queries,
        List<Figures> rejects,
        List<Formula> formulas,
        Map<Long, String> participants,
        Map<Long, String> securities,
        boolean pseudonymous) {

    /** A definition in the appendix. */
    public record Formula(String name, String unit, String text) {}

    /** What the report asks of the orders themselves. */
    public enum Query {
        /** The dearest orders: keys and figures of table metrics, highest arrival cost first. */
        COST_WORST,
        /** The cheapest. */
        COST_BEST,
        /** The orders that the simulated dark pool would have served worst. */
        SAVINGS_WORST,
        /** The orders that it would have served best. */
        SAVINGS_BEST
    }

    List<Figures> aggregate(String name) {
        return aggregates.getOrDefault(name, List.of());
    }

    List<Figures> query(Query query) {
        return queries.getOrDefault(query, List.of());
    }

    /** The one row over everything; without values where the aggregate was not asked for. */
    Figures whole() {
        List<Figures> rows = aggregate("global_summary");
        return rows.isEmpty() ? Figures.NONE : rows.get(0);
    }

    /** The midpoint pool against reality, over all study orders; without values where it was not simulated. */
    Figures midpoint() {
        return aggregate("scenario_comparison").stream()
                .filter(row -> "midpoint".equals(row.text("scenario")) && "ALL".equals(row.text("fill_class")))
                .findFirst()
                .orElse(Figures.NONE);
    }

    String setting(String path) {
        return settings.getOrDefault(path, "");
    }

    /** Price units × shares that are one currency unit. */
    double scale() {
        return scale("market.price-scale") * scale("market.quantity-scale");
    }

    private double scale(String path) {
        String text = setting(path);
        return text.isEmpty() ? 1 : Double.parseDouble(text);
    }
}
