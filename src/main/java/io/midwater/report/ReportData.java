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

    /** What the report asks of the tables beyond the aggregates. */
    public enum Query {
        /**
         * Counts and sums by size_bucket, order_kind, fill_class, outcome, venue, in_study: names as in the aggregates,
         * and {@code filled_within_<ns>} for each of {@link TimeSteps#NS}.
         */
        CLASSES,
        /** hour (local), orders, full_orders, matched_quantity, demand_quantity. */
        HOURS,
        /** metric, n, p1, p5, p25, p50, p75, p95, p99. */
        QUANTILES,
        /** metric, bin (0 to {@link Distributions#BINS} − 1), orders; bins cut p1 to p99 evenly, the outer ones are open. */
        BINS,
        /** The dearest orders: keys and figures of table metrics, highest arrival cost first. */
        COST_WORST,
        /** The cheapest. */
        COST_BEST,
        /** The orders that the simulated dark pool would have served worst. */
        SAVINGS_WORST,
        /** The orders that it would have served best. */
        SAVINGS_BEST,
        /**
         * One row over the study orders that traded nothing on arrival: orders, {@code real_within_<ns>} and
         * {@code simulated_within_<ns>} for each of {@link TimeSteps#NS}.
         */
        STUDY_TIMES,
        /** One row for each horizon: horizon, n, half_value, base_half_value of the simulated study trades. */
        SIMULATED_MARKOUTS
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
