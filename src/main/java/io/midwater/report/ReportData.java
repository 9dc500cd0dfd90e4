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

    /** @throws IllegalArgumentException for one that is not in {@link HtmlReport#aggregates}, and so never read */
    List<Figures> aggregate(String name) {
        if (!HtmlReport.aggregates().contains(name)) {
            throw new IllegalArgumentException("aggregate " + name + " is not among those that the report reads");
        }
        return aggregates.getOrDefault(name, List.of());
    }

    /** One row of sums for each security-day, the clusters of intervals. */
    List<Figures> clusters() {
        return aggregate("time_series");
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

    /** A sum of price units × shares over many orders, in currency; words where securities have different scales. */
    String money(double value) {
        double[] scales = manifest.units().stream()
                .filter(RunManifest.Unit::done)
                .mapToDouble(unit -> unit.priceScale() == null
                        ? configured("market.price-scale")
                        : unit.priceScale().used())
                .distinct()
                .toArray();
        if (scales.length > 1) {
            return "price scales differ";
        }
        double scale = scales.length == 0 ? configured("market.price-scale") : scales[0];
        return Format.compact(value / (scale * configured("market.quantity-scale")));
    }

    /** Price units × shares of the row's security on its date that are one currency unit. */
    double valueScale(Figures row) {
        return priceScale(row) * configured("market.quantity-scale");
    }

    /** Price units of the row's security on its date that are one currency unit. */
    double priceScale(Figures row) {
        long security = row.count("security_code");
        String date = row.text("date");
        return manifest.units().stream()
                .filter(unit -> unit.securityCode() == security && unit.date().equals(date))
                .filter(unit -> unit.priceScale() != null)
                .mapToDouble(unit -> unit.priceScale().used())
                .findFirst()
                .orElseGet(() -> configured("market.price-scale"));
    }

    private double configured(String path) {
        String text = setting(path);
        return text.isEmpty() ? 1 : Double.parseDouble(text);
    }
}
