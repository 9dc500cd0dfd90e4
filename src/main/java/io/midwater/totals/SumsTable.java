package io.midwater.totals;

import static java.util.stream.Collectors.joining;

import io.midwater.domain.SecurityDay;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.RowGroupSink;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a unit's orders add up to, one row for each group of each {@link Breakdown} that has orders: few rows of which
 * every aggregate can be formed without looking at the orders again. Tables {@code order_sums}, over {@code metrics}, and
 * {@code scenario_sums}, over {@code simulation} for each scenario.
 */
public final class SumsTable extends TableOfSums {
    private final LongColumn securityCode = longs("security_code", "", "order book id");
    private final DateColumn date = dates("date", "business date");
    private final TextColumn breakdown;
    private final Map<KeyColumn, Column> keys = new LinkedHashMap<>();
    private final TextColumn participants;
    private final List<Sum> sums;
    private final List<Column> columns = new ArrayList<>();
    private final List<Distribution> distributions;
    private final List<BinaryColumn> bins = new ArrayList<>();
    private final List<Breakdown> breakdowns;
    private final boolean byScenario;
    private final Map<Breakdown.Cut, Tally> tallies = new EnumMap<>(Breakdown.Cut.class);

    private SumsTable(
            String name,
            RowGroupSink sink,
            List<Breakdown> breakdowns,
            boolean byScenario,
            List<Sum> sums,
            List<Distribution> distributions) {
        super(name, sink);
        this.breakdowns = List.copyOf(breakdowns);
        this.byScenario = byScenario;
        this.sums = List.copyOf(sums);
        this.distributions = List.copyOf(distributions);
        this.breakdown = texts(
                "breakdown",
                "what the row is a group of: "
                        + breakdowns.stream().map(Breakdown::name).collect(joining(", "))
                        + "; each breakdown covers all orders, so rows of one breakdown only may be added");
        for (KeyColumn key : keys(breakdowns)) {
            keys.put(key, column(key.spec()));
        }
        this.participants = texts("participants", "the orders' broker numbers, ascending, separated by blanks");
        sums.forEach(sum -> columns.add(column(sum.column())));
        distributions.forEach(each -> bins.add(bytes(each.binsName(), each.binsDescription())));
        for (Breakdown.Cut cut : Breakdown.Cut.values()) {
            List<KeyColumn> told =
                    keys(breakdowns.stream().filter(by -> by.cut() == cut).toList());
            tallies.put(cut, Tally.of(told, sums, distributions));
        }
    }

    /**
     * Table {@code order_sums}.
     *
     * @param horizons labels of the markout horizons
     */
    public static SumsTable ofOrders(RowGroupSink sink, List<String> horizons) {
        return new SumsTable(
                "order_sums",
                sink,
                List.of(Breakdown.values()),
                false,
                OrderSums.all(horizons),
                OrderSums.distributions());
    }

    /**
     * Table {@code scenario_sums}.
     *
     * @param horizons labels of the markout horizons
     */
    public static SumsTable ofScenarios(RowGroupSink sink, List<String> horizons) {
        return new SumsTable(
                "scenario_sums",
                sink,
                Breakdown.OF_SCENARIOS,
                true,
                ScenarioSums.all(horizons),
                ScenarioSums.DISTRIBUTIONS);
    }

    private List<KeyColumn> keys(List<Breakdown> some) {
        List<KeyColumn> told = new ArrayList<>();
        if (byScenario) {
            told.add(KeyColumn.SCENARIO);
        }
        KeyColumn.ALL.stream()
                .filter(key -> some.stream().anyMatch(by -> by.columns().contains(key)))
                .forEach(told::add);
        return told;
    }

    /** A sink that adds up what it hands on. */
    public RowGroupSink adding(RowGroupSink next) {
        return group -> {
            add(group);
            next.accept(group);
        };
    }

    private void add(RowGroup rows) {
        tallies.values().forEach(Tally::forgetCodes);
        for (int from = 0; from < rows.rows(); from += Block.ROWS) {
            Block block = new Block(rows, from);
            tallies.values().forEach(tally -> tally.next(block));
            for (int i = 0; i < sums.size(); i++) {
                long[] values = sums.get(i).value().of(block);
                for (Tally tally : tallies.values()) {
                    tally.addToSum(i, values);
                }
            }
            for (int i = 0; i < distributions.size(); i++) {
                long[] values = distributions.get(i).value().of(block);
                for (Tally tally : tallies.values()) {
                    tally.addToBins(i, values);
                }
            }
        }
    }

    /** Writes the rows; what was added must be of this unit. */
    public void finish(SecurityDay unit) {
        for (Breakdown by : breakdowns) {
            Tally tally = tallies.get(by.cut()).by(keys(List.of(by)));
            for (int group : tally.sorted()) {
                write(unit, by, tally, group);
            }
        }
        flush();
    }

    private void write(SecurityDay unit, Breakdown by, Tally tally, int group) {
        securityCode.append(unit.securityCode());
        date.append(unit.date());
        breakdown.append(by);
        keys.forEach((key, column) -> append(column, tally.groups().value(group, key)));
        participants.append(
                tally.groups().participants(group).stream().map(String::valueOf).collect(joining(" ")));
        for (int i = 0; i < columns.size(); i++) {
            append(columns.get(i), sums.get(i), tally.sum(i, group));
        }
        for (int i = 0; i < bins.size(); i++) {
            bins.get(i).append(tally.bins(i, group));
        }
        endRow();
    }
}
