package io.midwater.rollup;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.sink.AggregateTable;
import io.midwater.totals.StudySums;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * {@code funnel}: how many orders each condition of the study leaves over. Chain {@code survivors} asks for a full fill
 * and so favours orders that did well; chain {@code any_outcome} leaves that condition out: its fourth step is the study,
 * its last one those of the study that traded.
 */
final class Funnel {
    static final String NAME = "funnel";

    static final List<ColumnSpec> COLUMNS = List.of(
            new ColumnSpec("chain", ColumnType.TEXT, "", "survivors: with the full fill; any_outcome: without"),
            new ColumnSpec("step", ColumnType.INT, "", "0 for the population; each step is a part of the one before"),
            new ColumnSpec("name", ColumnType.TEXT, "", "the step's name"),
            new ColumnSpec("rule", ColumnType.TEXT, "", "what the step asks for"),
            new ColumnSpec("orders", ColumnType.LONG, "", "orders that passed this step and all before"),
            new ColumnSpec("matched_quantity", ColumnType.DECIMAL_38_0, "shares", "matched by these orders"),
            new ColumnSpec("orders_ratio", ColumnType.DOUBLE, "0..1", "orders / orders of step 0"));

    private static final Ratio SHARE = Ratio.of("orders_ratio", "", "orders", "orders_0", 1, "");

    private enum Rule {
        POPULATION("kind of order under study (classification.population)"),
        NEW_THAT_DAY("first event of the business date is its entry: neither carried over nor without a start"),
        FILLED_BY_TRADING("nothing left, and the last event is a trade"),
        OWN_TRADE("at least one filled trade leg of its own"),
        NO_AUCTION_TRADE("no auction trade"),
        RESTED_AFTER_ENTRY("quantity left on the book after the entry pass");

        private final String text;

        Rule(String text) {
            this.text = text;
        }
    }

    /** @param sums what the step's sums are called */
    private record Step(String chain, int number, Rule rule, String sums) {}

    private static final List<Step> STEPS = List.of(
            new Step("survivors", 0, Rule.POPULATION, StudySums.step(0)),
            new Step("survivors", 1, Rule.NEW_THAT_DAY, StudySums.step(1)),
            new Step("survivors", 2, Rule.FILLED_BY_TRADING, StudySums.step(2)),
            new Step("survivors", 3, Rule.OWN_TRADE, StudySums.step(3)),
            new Step("survivors", 4, Rule.NO_AUCTION_TRADE, StudySums.step(4)),
            new Step("survivors", 5, Rule.RESTED_AFTER_ENTRY, StudySums.step(5)),
            new Step("any_outcome", 0, Rule.POPULATION, StudySums.step(0)),
            new Step("any_outcome", 1, Rule.NEW_THAT_DAY, StudySums.step(1)),
            new Step("any_outcome", 2, Rule.RESTED_AFTER_ENTRY, StudySums.RESTED),
            new Step("any_outcome", 3, Rule.NO_AUCTION_TRADE, StudySums.STUDIED),
            new Step("any_outcome", 4, Rule.OWN_TRADE, "in_study_filled"));

    private Funnel() {}

    static AggregateTable of(GroupValues orders) {
        Map<String, Object> sums = orders.of(GroupKey.of(Grouping.ALL));
        List<Object[]> rows = new ArrayList<>();
        for (Step step : STEPS) {
            Map<String, Object> row = new HashMap<>();
            row.put("chain", step.chain());
            row.put("step", step.number());
            row.put("name", step.rule().name().toLowerCase(Locale.ROOT));
            row.put("rule", step.rule().text);
            row.put("orders", sums.get(step.sums() + StudySums.ORDERS));
            // A step without orders has matched nothing; the last one's sum says nothing then.
            row.put(
                    "matched_quantity",
                    Objects.requireNonNullElse(sums.get(step.sums() + StudySums.MATCHED), BigDecimal.ZERO));
            row.put("orders_0", sums.get(StudySums.step(0) + StudySums.ORDERS));
            row.put("orders_ratio", SHARE.of(row));
            rows.add(Rows.cells(COLUMNS, row));
        }
        return new AggregateTable(NAME, COLUMNS, rows);
    }
}
