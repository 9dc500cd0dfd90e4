package io.midwater.totals;

import static java.util.stream.Collectors.joining;

import io.midwater.domain.SecurityDay;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.RowGroupSink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a unit's orders add up to, one row for each group of each {@link Breakdown} that has orders: few rows of which
 * every aggregate can be formed without looking at the orders again. Tables {@code order_sums}, over {@code metrics}, and
 * {@code scenario_sums}, over {@code simulation} for each scenario.
 */
public final class SumsTable extends TableOfSums {
    private static final String SCENARIO = "scenario";

    /** The columns that tell the groups of some breakdown apart. */
    public static final List<String> KEYS =
            List.of(Groups.PARTICIPANT, "time_of_day", "size_bucket", "order_kind", "fill_class");

    private final LongColumn securityCode = longs("security_code", "", "order book id");
    private final DateColumn date = dates("date", "business date");
    private final TextColumn breakdown = texts(
            "breakdown",
            "what the row is a group of: ALL, PARTICIPANT, TIME_OF_DAY or SIZE_KIND_CLASS; each breakdown covers all"
                    + " orders, so rows of one breakdown only may be added");
    private final TextColumn scenario;
    private final LongColumn participantId =
            longs(Groups.PARTICIPANT, "", "broker number; null where not reported and in other breakdowns");
    private final List<TextColumn> textKeys = new ArrayList<>();
    private final TextColumn participants;
    private final List<Sum> sums;
    private final List<Column> columns = new ArrayList<>();
    private final List<Distribution> distributions;
    private final List<BinaryColumn> bins = new ArrayList<>();
    private final Map<Breakdown, Groups> groups = new EnumMap<>(Breakdown.class);
    private final Map<Breakdown, List<GroupSums>> found = new EnumMap<>(Breakdown.class);
    private final Map<Breakdown, List<GroupBins>> counted = new EnumMap<>(Breakdown.class);

    private SumsTable(
            String name, RowGroupSink sink, boolean byScenario, List<Sum> sums, List<Distribution> distributions) {
        super(name, sink);
        this.scenario = byScenario ? texts(SCENARIO, "simulated scenario") : null;
        for (String key : KEYS.subList(1, KEYS.size())) {
            textKeys.add(texts(key, "as in classified; null in breakdowns without it"));
        }
        this.participants = texts("participants", "the orders' broker numbers, rising, with blanks between");
        this.sums = List.copyOf(sums);
        for (Sum sum : sums) {
            columns.add(sum(sum.column()));
        }
        this.distributions = List.copyOf(distributions);
        for (Distribution distribution : distributions) {
            bins.add(bytes(distribution.binsName(), distribution.binsDescription()));
        }
        for (Breakdown by : Breakdown.values()) {
            List<String> keys = new ArrayList<>(by.keys());
            if (byScenario) {
                keys.add(0, SCENARIO);
            }
            groups.put(by, new Groups(keys));
            found.put(
                    by,
                    sums.stream().map(sum -> GroupSums.of(sum.column().type())).toList());
            counted.put(by, distributions.stream().map(each -> new GroupBins()).toList());
        }
    }

    /** Table {@code order_sums}. @param horizons labels of the markout horizons */
    public static SumsTable ofOrders(RowGroupSink sink, List<String> horizons) {
        return new SumsTable("order_sums", sink, false, OrderSums.all(horizons), OrderSums.distributions());
    }

    /** Table {@code scenario_sums}. */
    public static SumsTable ofScenarios(RowGroupSink sink) {
        return new SumsTable("scenario_sums", sink, true, ScenarioSums.ALL, ScenarioSums.QUARTILES);
    }

    /** A sink that adds up what it hands on. */
    public RowGroupSink adding(RowGroupSink next) {
        return group -> {
            add(group);
            next.accept(group);
        };
    }

    private void add(RowGroup rows) {
        for (int from = 0; from < rows.rows(); from += Block.ROWS) {
            Block block = new Block(rows, from);
            Map<Breakdown, int[]> numbers = new EnumMap<>(Breakdown.class);
            groups.forEach((by, known) -> numbers.put(by, known.number(block)));
            for (int i = 0; i < sums.size(); i++) {
                long[] values = sums.get(i).value().of(block);
                for (Breakdown by : Breakdown.values()) {
                    found.get(by)
                            .get(i)
                            .add(values, numbers.get(by), groups.get(by).count());
                }
            }
            for (int i = 0; i < distributions.size(); i++) {
                long[] values = distributions.get(i).value().of(block);
                for (Breakdown by : Breakdown.values()) {
                    counted.get(by).get(i).add(values, numbers.get(by));
                }
            }
        }
    }

    /** Writes the rows; what was added must be of this unit. */
    public void finish(SecurityDay unit) {
        groups.forEach((by, known) -> IntStream.range(0, known.count())
                .boxed()
                .sorted(Comparator.comparing(known::key))
                .forEach(group -> write(unit, by, group)));
        flush();
    }

    private void write(SecurityDay unit, Breakdown by, int group) {
        Groups known = groups.get(by);
        Groups.Key key = known.key(group);
        List<String> texts = new ArrayList<>(key.texts());
        securityCode.append(unit.securityCode());
        date.append(unit.date());
        breakdown.append(by);
        if (scenario != null) {
            scenario.append(texts.remove(0));
        }
        if (key.participant() == null) {
            participantId.appendNull();
        } else {
            participantId.append(key.participant());
        }
        for (TextColumn column : textKeys) {
            int at = by.keys().indexOf(column.spec().name());
            column.append(at < 0 ? null : texts.get(at));
        }
        participants.append(
                known.participants(group).stream().map(String::valueOf).collect(joining(" ")));
        for (int i = 0; i < columns.size(); i++) {
            append(columns.get(i), sums.get(i), found.get(by).get(i).sum(group));
        }
        for (int i = 0; i < bins.size(); i++) {
            bins.get(i).append(counted.get(by).get(i).encoded(group));
        }
        endRow();
    }
}
