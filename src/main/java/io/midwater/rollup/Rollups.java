package io.midwater.rollup;

import static java.util.Objects.requireNonNull;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.TableSchema;
import io.midwater.sink.AggregateTable;
import io.midwater.spark.Jobs;
import io.midwater.totals.Aggregate;
import io.midwater.totals.Distribution;
import io.midwater.totals.OrderSums;
import io.midwater.totals.ScenarioSums;
import io.midwater.totals.Sum;
import io.midwater.totals.SumsTable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * Adds the units' sums up into aggregates. One pass over {@code order_sums} and one over {@code scenario_sums} serve all
 * groupings; every sum is exact, so neither the number of files nor the order of rows can
 * change a digit. Ratios are formed last, on the driver, which holds one row per group.
 */
public final class Rollups {
    private final SparkSession session;
    private final RollupOptions options;

    /** @param session stays as it is: the queries run in a session of their own, with their own settings */
    public Rollups(SparkSession session, RollupOptions options) {
        this.session = requireNonNull(session, "session is null").newSession();
        this.options = requireNonNull(options, "options is null");
        int cores = session.sparkContext().defaultParallelism();
        settings(cores).forEach((key, value) -> this.session.conf().set(key, value));
    }

    private static Map<String, String> settings(int cores) {
        return Map.of(
                "spark.sql.ansi.enabled", "true",
                "spark.sql.datetime.java8API.enabled", "true",
                "spark.sql.shuffle.partitions", Integer.toString(cores),
                "spark.sql.sources.parallelPartitionDiscovery.parallelism", Integer.toString(4 * cores),
                // One generated method for so many columns is more than the JVM compiles; expressions come in small
                // ones.
                "spark.sql.codegen.wholeStage", "false",
                // Units are many small files: some dozens in a task.
                "spark.sql.files.maxPartitionBytes", "8388608",
                "spark.sql.files.openCostInBytes", "131072");
    }

    /**
     * Computes the aggregates asked for.
     *
     * @param orderSums the Parquet files of table {@code order_sums}: every published unit once
     * @param scenarioSums the Parquet files of table {@code scenario_sums}
     * @return the aggregates, each sorted by its key; without input they have zero counts
     */
    public List<AggregateTable> compute(List<String> orderSums, List<String> scenarioSums) {
        List<Sum> orderColumns = OrderSums.all(options.horizons());
        List<GroupTotal> totals = add(
                "Adding up the orders",
                SumsTable.ofOrders(RowGroupSink.none(), options.horizons()).schema(),
                orderSums,
                orderColumns,
                OrderSums.QUARTILES,
                OrderSums.UNFILLED_ENDS);
        GroupValues orders = GroupValues.of(orderColumns, OrderSums.QUARTILES, OrderSums.UNFILLED_ENDS, totals);
        List<Sum> savingsColumns = ScenarioSums.all(options.horizons());
        GroupValues savings = GroupValues.of(
                savingsColumns,
                ScenarioSums.QUARTILES,
                ScenarioSums.OTHERS,
                add(
                        "Adding up the simulated orders",
                        SumsTable.ofScenarios(RowGroupSink.none(), options.horizons())
                                .schema(),
                        options.scenarios().isEmpty() ? List.of() : scenarioSums,
                        savingsColumns,
                        ScenarioSums.QUARTILES,
                        ScenarioSums.OTHERS));
        KeyedTables keyed = new KeyedTables(options, orders, savings, DistinctCounts.of(totals));
        List<AggregateTable> tables = new ArrayList<>();
        for (Grouping grouping : keyed(options)) {
            tables.add(keyed.of(grouping));
        }
        if (options.aggregates().contains(Aggregate.TIME_TO_FILL)) {
            tables.add(TimeToFill.of(orders));
        }
        if (options.aggregates().contains(Aggregate.DISTRIBUTIONS)) {
            tables.add(Distributions.of(options, orders, savings));
        }
        if (options.aggregates().contains(Aggregate.SCENARIO)) {
            tables.add(ScenarioComparison.of(options, savings));
        }
        if (options.aggregates().contains(Aggregate.GLOBAL)) {
            tables.add(Funnel.of(orders));
            tables.add(GroupMetrics.of(orders));
        }
        return tables;
    }

    /** Every column that {@link #compute} publishes under these options, by table, for the data dictionary. */
    public static Map<String, List<ColumnSpec>> dictionary(RollupOptions options) {
        Map<String, List<ColumnSpec>> dictionary = new LinkedHashMap<>();
        for (Grouping grouping : keyed(options)) {
            dictionary.put(grouping.table(), KeyedTables.columns(grouping, options));
        }
        if (options.aggregates().contains(Aggregate.TIME_TO_FILL)) {
            dictionary.put(TimeToFill.NAME, TimeToFill.COLUMNS);
        }
        if (options.aggregates().contains(Aggregate.DISTRIBUTIONS)) {
            dictionary.put(Distributions.NAME, Distributions.COLUMNS);
        }
        if (options.aggregates().contains(Aggregate.SCENARIO)) {
            dictionary.put(ScenarioComparison.NAME, ScenarioComparison.columns(options));
        }
        if (options.aggregates().contains(Aggregate.GLOBAL)) {
            dictionary.put(Funnel.NAME, Funnel.COLUMNS);
            dictionary.put(Grouping.FILL_CLASS.table(), GroupMetrics.COLUMNS);
        }
        return dictionary;
    }

    /** The keys of the aggregates that have the common columns, the whole first. */
    public static Map<String, List<String>> keys() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        for (Grouping grouping : Grouping.values()) {
            if (grouping != Grouping.ORDER_KIND && grouping != Grouping.FILL_CLASS) {
                keys.put(grouping.table(), grouping.keys());
            }
        }
        return keys;
    }

    /** The whole-number columns of the keyed aggregates that do not add up over groups: counts of different things. */
    public static List<String> distinctCounts() {
        return DistinctCounts.COLUMNS.stream().map(ColumnSpec::name).toList();
    }

    private List<GroupTotal> add(
            String job,
            TableSchema table,
            List<String> files,
            List<Sum> sums,
            List<Distribution> quartiles,
            List<Distribution> others) {
        Set<Grouping> groupings = groupings(options);
        if (files.isEmpty() || groupings.isEmpty()) {
            return List.of();
        }
        UnitTotals totals = new UnitTotals(table, groupings, sums, quartiles, others);
        return Jobs.described(
                session.sparkContext(), job, () -> totals.of(PublishedTables.read(session, table, files)));
    }

    /** The aggregates asked for that have the common columns, in their order. */
    private static List<Grouping> keyed(RollupOptions options) {
        List<Grouping> keyed = new ArrayList<>();
        for (Aggregate aggregate : Aggregate.values()) {
            if (options.aggregates().contains(aggregate)) {
                switch (aggregate) {
                    case GLOBAL -> keyed.add(Grouping.ALL);
                    case SECURITY -> keyed.add(Grouping.SECURITY);
                    case DATE -> keyed.add(Grouping.DATE);
                    case PARTICIPANT -> keyed.add(Grouping.PARTICIPANT);
                    case TIME_OF_DAY -> keyed.add(Grouping.TIME_OF_DAY);
                    case HOUR -> keyed.add(Grouping.HOUR);
                    case VENUE -> keyed.add(Grouping.VENUE);
                    case STUDY -> keyed.add(Grouping.STUDY);
                    case ORDER_SIZE -> keyed.add(Grouping.ORDER_SIZE);
                    case TIME_SERIES -> keyed.add(Grouping.TIME_SERIES);
                    case SIZE_KIND_CLASS -> keyed.add(Grouping.SIZE_KIND_CLASS);
                    case TIME_TO_FILL, DISTRIBUTIONS, SCENARIO, RULE605 -> {}
                }
            }
        }
        return keyed;
    }

    private static Set<Grouping> groupings(RollupOptions options) {
        Set<Grouping> groupings = EnumSet.noneOf(Grouping.class);
        groupings.addAll(keyed(options));
        if (options.aggregates().contains(Aggregate.GLOBAL)
                || options.aggregates().contains(Aggregate.SCENARIO)) {
            groupings.add(Grouping.ALL);
            groupings.add(Grouping.FILL_CLASS);
        }
        if (options.aggregates().contains(Aggregate.TIME_TO_FILL)) {
            groupings.addAll(List.of(Grouping.ALL, Grouping.ORDER_SIZE, Grouping.ORDER_KIND));
        }
        if (options.aggregates().contains(Aggregate.DISTRIBUTIONS)) {
            groupings.add(Grouping.ALL);
        }
        return groupings;
    }
}
