package io.midwater.report;

import java.util.List;

/** How much of the real dark flow the matching rules find again, where the run has asked. */
final class ReplayCheck {
    private ReplayCheck() {}

    static Block of(ReportData data) {
        if (!data.setting("simulation.validate").equals("true")) {
            return new Block.Prose("The replay was not validated (simulation.validate = false).");
        }
        List<Figures> total = data.aggregate("replay_quality").stream()
                .filter(row -> !row.has("security_code"))
                .map(row -> row.with(Figures.LABEL, "all security-days"))
                .toList();
        if (total.isEmpty()) {
            return new Block.Prose("Aggregate replay_quality is not in this output.");
        }
        Table table = Tabulation.of(
                        Tabulation.Item.text("Replay of the real dark flow", Figures::label),
                        Tabulation.Item.count("Real dark trades", "shares", "real_quantity"),
                        Tabulation.Item.count("Replayed", "shares", "simulated_quantity"),
                        Tabulation.Item.count("In both", "shares", "overlap_quantity"),
                        Tabulation.Item.number(
                                "Recall", "% of real dark trades", "recall", Format::percent, "no real dark trade"),
                        Tabulation.Item.number(
                                "Precision", "% of replayed", "precision", Format::percent, "nothing was replayed"))
                .table(
                        "The matching rules against reality",
                        total,
                        "The real dark orders, with their real limits, go through the rules of the midpoint scenario."
                                + " In both: between the same two orders in reality and in the replay. It says how good"
                                + " the rules are, not whether the counterfactual is true. Each security-day is in"
                                + " aggregate replay_quality.");
        return new Block.Grid(table, false);
    }
}
