package io.midwater.report;

import java.util.ArrayList;
import java.util.List;

/** How the figures are formed. */
final class Method {
    private static final List<String> RULES = List.of(
            "S is +1 for a buy and −1 for a sell. Cost positive is bad; saving and improvement positive are good.",
            "bps are ten-thousandths. Spreads, costs and savings are bps of the arrival mid unless another base is"
                    + " named.",
            "No value is a dash with its reason, never 0. A mean or ratio covers only orders that have the figure.",
            "Sums before ratios: every ratio of a group is Σ numerator / Σ denominator over its orders, so large orders"
                    + " weigh more. Where orders count equally, the name begins with mean or the text says so.",
            "Intervals of ratios take security-days as independent (ratio estimator, Cochran, Sampling Techniques,"
                    + " chapter 6); those of savings are percentile bootstraps over whole security-days. Figures on"
                    + " fewer than 30 orders carry a mark.",
            "An order counts once for each business date.",
            "The midpoint scenario is a counterfactual: it matches the studied remainder of each order by the rules of"
                    + " the dark book against the real orders of the day, changes no real order, and prices every"
                    + " match at the midpoint in force.");

    private Method() {}

    static Section of(ReportData data) {
        Table formulas = new Table(
                "Definitions",
                List.of(Table.Column.text("Figure"), Table.Column.text("Unit"), Table.Column.text("Definition")),
                rows(data.formulas()),
                0,
                "");
        return new Section("method", "Method", List.of(new Block.Points(RULES), new Block.Grid(formulas, true)));
    }

    private static List<List<Cell>> rows(List<ReportData.Formula> formulas) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ReportData.Formula formula : formulas) {
            rows.add(List.of(
                    Cell.of(formula.name()),
                    formula.unit().isEmpty() ? Cell.none("a count or a text") : Cell.of(formula.unit()),
                    Cell.of(formula.text())));
        }
        return rows;
    }
}
