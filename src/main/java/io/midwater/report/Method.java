package io.midwater.report;

import java.util.ArrayList;
import java.util.List;

/** How the figures are formed, and what the words mean. */
final class Method {
    private static final List<String> RULES = List.of(
            "S is +1 for a buy and −1 for a sell. Cost positive is bad; saving and improvement positive are good.",
            "bps are ten-thousandths: definitions of figures in bps leave out the factor 10,000. Spreads, costs and"
                    + " savings are bps of the arrival mid unless another base is named.",
            "No value is a dash with its reason, never 0. A mean or ratio covers only orders that have the figure.",
            "Sums before ratios: every ratio of a group is Σ numerator / Σ denominator over its orders, so large orders"
                    + " weigh more. Where orders count equally, the name begins with mean or the text says so.",
            "Intervals of ratios take security-days as independent (ratio estimator, Cochran, Sampling Techniques,"
                    + " chapter 6); those of savings are percentile bootstraps over whole security-days. Figures on"
                    + " fewer than 30 orders carry a mark.",
            "An order counts once for each business date.");

    private static final String ASSUMED = " Only where the order's limit allows the price; elsewhere the real price"
            + " stands. Assumes that a counterparty exists; covers only study orders that filled in continuous trading.";

    private static final String[][] TERMS = {
        {
            "unlimited",
            "All continuous fills of the order at the benchmark midpoint, that of simulation.benchmark." + ASSUMED
        },
        {
            "limited_50",
            "The fraction simulation.limited-fraction of the continuous fills, in whole shares, at the benchmark"
                    + " midpoint, the rest as in reality."
                    + ASSUMED
        },
        {
            "price_impact",
            "That fraction at the benchmark midpoint, the rest at the midpoint plus simulation.price-impact-bps for a"
                    + " buy, less it for a sell."
                    + ASSUMED
        },
        {
            "midpoint",
            "A counterfactual by a matching engine: it matches the studied remainder of each study order by the rules"
                    + " of the dark book against the real orders of the day, changes no real order, and prices every"
                    + " match at the midpoint in force or, between dark limits, inside the quote. Covers all study orders."
        },
        {
            "study",
            "Orders of classification.population that entered on the date, had quantity left on the book after their"
                    + " entry, and traded in no auction; whatever became of them."
        },
        {"survivors", "Orders of the study that were filled completely, by trading."},
        {
            "order kind",
            "By the bits of exchangeordertype, the first that is set: 2048 SWEEP, 4096 CP BLOCK, 256 CP CROSSING, 64 CP"
                    + " LIMIT or, with ordertype 2, CP MARKET; without any of them LIT."
        },
    };

    private Method() {}

    static Section of(ReportData data) {
        return new Section(
                "method",
                "Method",
                List.of(
                        new Block.Points(RULES),
                        new Block.Grid(terms(), false),
                        new Block.Grid(formulas(data.formulas()), true)));
    }

    private static Table terms() {
        List<List<Cell>> rows = new ArrayList<>();
        for (String[] term : TERMS) {
            rows.add(List.of(Cell.of(term[0]), Cell.of(term[1])));
        }
        return new Table(
                "Scenarios, study and order kinds",
                List.of(Table.Column.text("Word"), Table.Column.text("Meaning")),
                rows,
                0,
                "");
    }

    private static Table formulas(List<ReportData.Formula> formulas) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ReportData.Formula formula : formulas) {
            rows.add(List.of(
                    Cell.of(formula.name()),
                    formula.unit().isEmpty() ? Cell.none("no unit") : Cell.of(formula.unit()),
                    Cell.of(formula.text())));
        }
        return new Table(
                "Definitions",
                List.of(Table.Column.text("Figure"), Table.Column.text("Unit"), Table.Column.text("Definition")),
                rows,
                0,
                "");
    }
}
