package io.midwater.report;

import java.util.ArrayList;
import java.util.List;

/** How many orders each condition of the study leaves over. */
final class StudyFunnel {
    private StudyFunnel() {}

    static Section of(ReportData data, Pictures pictures) {
        List<Block.Picture> charts = new ArrayList<>();
        for (String chain : List.of("survivors", "any_outcome")) {
            List<Figures> steps = data.aggregate("funnel").stream()
                    .filter(row -> chain.equals(row.text("chain")))
                    .toList();
            if (steps.isEmpty()) {
                continue;
            }
            Table table = Tabulation.of(
                            Tabulation.Item.text(
                                    "Step", row -> row.text("step") + " " + Format.words(row.text("name"))),
                            Tabulation.Item.text("Asks for", row -> row.text("rule")),
                            Tabulation.Item.count("Orders", "orders"),
                            Tabulation.Item.number(
                                    "Of step 0",
                                    "% of orders",
                                    "orders_ratio",
                                    Format::percent,
                                    "no order in the population"),
                            Tabulation.Item.count("Matched", "shares", "matched_quantity"))
                    .table("Chain " + Format.words(chain), steps, "");
            charts.add(pictures.of(
                    chain.equals("survivors") ? "Survivors: with the full fill" : "The study: any outcome",
                    "orders left after each step",
                    new Chart.Bars(
                            steps.stream()
                                    .map(row -> Format.words(row.text("name")))
                                    .toList(),
                            List.of(new Chart.Series(
                                    "Orders",
                                    steps.stream()
                                            .map(row -> row.number("orders"))
                                            .toList())),
                            false,
                            true),
                    table));
        }
        List<Block> blocks = new ArrayList<>();
        if (charts.isEmpty()) {
            blocks.add(new Block.Prose("The run did not publish aggregate funnel."));
        } else {
            blocks.add(new Block.Charts(charts));
            blocks.add(new Block.Prose("Survivors filled completely in reality. That condition favours orders that did"
                    + " well, and leaves out those that a dark pool might have helped most; the second chain drops"
                    + " it."));
        }
        return new Section("funnel", "Study funnel", blocks);
    }
}
