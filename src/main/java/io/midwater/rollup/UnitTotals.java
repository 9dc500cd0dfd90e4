package io.midwater.rollup;

import io.midwater.domain.table.TableSchema;
import io.midwater.totals.Distribution;
import io.midwater.totals.Sum;
import java.io.Serial;
import java.io.Serializable;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Rolls the units' rows up into many groupings in one pass: each row counts in the groupings of its breakdown, under the
 * keys that they group by. Each task adds up what it reads; then the groups of all tasks are joined. The columns are too
 * many for generated code, which would be larger than the JVM compiles.
 */
final class UnitTotals implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String SCENARIO = "scenario";
    private static final Encoder<GroupTotal> TOTALS = Encoders.javaSerialization(GroupTotal.class);

    private final List<Grouping> groupings;
    private final boolean byScenario;
    private final List<String> sums;
    private final List<String> bins;
    private final int quartiles;

    /**
     * @param table {@code order_sums} or {@code scenario_sums}, whose rows are of one scenario each
     * @param quartiles figures of which every group keeps the quartiles
     * @param others figures of which only the groups whose bins are kept whole keep them
     */
    UnitTotals(
            TableSchema table,
            Collection<Grouping> groupings,
            List<Sum> sums,
            List<Distribution> quartiles,
            List<Distribution> others) {
        this.byScenario =
                table.columns().stream().anyMatch(column -> column.name().equals(SCENARIO));
        this.groupings = groupings.stream()
                .filter(grouping -> !byScenario || grouping.simulated())
                .toList();
        this.sums = sums.stream().map(Sum::name).toList();
        this.bins = new ArrayList<>();
        quartiles.forEach(figure -> bins.add(figure.binsName()));
        others.forEach(figure -> bins.add(figure.binsName()));
        this.quartiles = quartiles.size();
    }

    /** The totals of every group that has rows. */
    List<GroupTotal> of(Dataset<Row> rows) {
        MapFunction<Tuple2<String, GroupTotal>, String> key = Tuple2::_1;
        int figures = quartiles;
        MapGroupsFunction<String, Tuple2<String, GroupTotal>, GroupTotal> join =
                (group, parts) -> join(parts).finish(figures);
        return rows.mapPartitions(adding(), Encoders.tuple(Encoders.STRING(), TOTALS))
                .groupByKey(key, Encoders.STRING())
                .mapGroups(join, TOTALS)
                .collectAsList();
    }

    private MapPartitionsFunction<Row, Tuple2<String, GroupTotal>> adding() {
        return rows -> {
            Map<GroupKey, GroupTotal> totals = new HashMap<>();
            int[] places = null;
            int[] binPlaces = null;
            while (rows.hasNext()) {
                Row row = rows.next();
                places = places == null ? places(row, sums) : places;
                binPlaces = binPlaces == null ? places(row, bins) : binPlaces;
                add(row, places, binPlaces, totals);
            }
            return totals.values().stream()
                    .map(total -> new Tuple2<>(total.key().toString(), total))
                    .iterator();
        };
    }

    private static GroupTotal join(Iterator<Tuple2<String, GroupTotal>> parts) {
        GroupTotal total = parts.next()._2();
        while (parts.hasNext()) {
            total.add(parts.next()._2());
        }
        return total;
    }

    private void add(Row row, int[] places, int[] binPlaces, Map<GroupKey, GroupTotal> totals) {
        String breakdown = row.getAs("breakdown");
        String scenario = byScenario ? row.getAs(SCENARIO) : null;
        String brokers = row.getAs("participants");
        String[] participants = brokers.isEmpty() ? new String[0] : brokers.split(" ");
        for (Grouping grouping : groupings) {
            if (grouping.breakdown().name().equals(breakdown)) {
                List<Object> values = new ArrayList<>();
                grouping.keys().forEach(key -> values.add(value(row, key)));
                GroupKey key = new GroupKey(grouping, values, scenario);
                GroupTotal total = totals.computeIfAbsent(
                        key, k -> new GroupTotal(k, sums.size(), grouping.whole() ? bins.size() : quartiles));
                total.add(row, places, binPlaces);
                total.note(value(row, "security_code"), value(row, "date"), participants);
            }
        }
    }

    /** Dates as the aggregates have them, whatever the session's settings make of them. */
    private static Object value(Row row, String column) {
        Object value = row.getAs(column);
        return value instanceof Date date ? date.toLocalDate() : value;
    }

    private static int[] places(Row row, List<String> columns) {
        return columns.stream().mapToInt(row::fieldIndex).toArray();
    }
}
