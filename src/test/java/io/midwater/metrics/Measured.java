package io.midwater.metrics;

import io.midwater.classification.ClassificationOptions;
import io.midwater.classification.Classifier;
import io.midwater.classification.Population;
import io.midwater.domain.ArrivalQuote;
import io.midwater.domain.Bucket;
import io.midwater.domain.FillSums;
import io.midwater.domain.Horizon;
import io.midwater.domain.OrderLife;
import io.midwater.domain.Slice;
import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.RowGroupSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics of a slice, row by row and by column name: Long, Double, String, or null. */
final class Measured {
    static final long MS = 1_000_000;
    static final long S = 1_000 * MS;
    static final MetricsOptions OPTIONS = new MetricsOptions(
            List.of(new Horizon("50ms", 50 * MS), new Horizon("1s", S), new Horizon("5m", 300 * S)), 0);

    private Measured() {}

    static List<Map<String, Object>> rows(Slice slice, MetricsOptions options) {
        List<Map<String, Object>> rows = new ArrayList<>();
        MetricsTable table = new MetricsTable(group -> read(group, rows), options);
        measure(slice, new OrderMetrics(slice, table, null));
        table.flush();
        return rows;
    }

    /** What the orders add to the aggregate {@code rule605}, in the order of their ids. */
    static List<Map<String, Object>> rule605(Slice slice) {
        List<Map<String, Object>> rows = new ArrayList<>();
        Rule605Orders orders =
                new Rule605Orders(group -> read(group, rows), slice, OPTIONS.rule605(), OPTIONS.horizons());
        measure(slice, new OrderMetrics(slice, new MetricsTable(RowGroupSink.none(), OPTIONS), orders));
        orders.flush();
        return rows;
    }

    private static void measure(Slice slice, OrderMetrics metrics) {
        Classifier classifier = new Classifier(
                slice,
                new ClassificationOptions(
                        Population.ALL,
                        S,
                        List.of(new Bucket("ALL", Long.MAX_VALUE)),
                        List.of(new Bucket("ALL", Long.MAX_VALUE)),
                        List.of(new Bucket("ALL", Long.MAX_VALUE))));
        FillSums sums = new FillSums();
        for (int order = 0; order < slice.index().orders(); order++) {
            OrderLife life = classifier.life(order);
            sums.sum(slice, life);
            metrics.add(life, classifier.classes(life), ArrivalQuote.of(slice, life), sums);
        }
    }

    /** The row of an order. */
    static Map<String, Object> order(MarketScript script, long id, MetricsOptions options) {
        return rows(script.slice(), options).stream()
                .filter(row -> row.get("order_id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, Object> order(MarketScript script, long id) {
        return order(script, id, OPTIONS);
    }

    private static void read(RowGroup group, List<Map<String, Object>> into) {
        List<ColumnSpec> columns = group.schema().columns();
        long[] value = new long[1];
        for (int row = 0; row < group.rows(); row++) {
            Map<String, Object> cells = new LinkedHashMap<>();
            for (int column = 0; column < columns.size(); column++) {
                group.read(column, row, 1, value);
                cells.put(columns.get(column).name(), cell(group, column, value[0]));
            }
            into.add(cells);
        }
    }

    private static Object cell(RowGroup group, int column, long value) {
        if (value == RowGroup.NULL) {
            return null;
        }
        return switch (group.schema().columns().get(column).type()) {
            case LONG, INT, BOOLEAN, DATE -> (Object) value;
            case DOUBLE -> Double.longBitsToDouble(value);
            case TEXT, DECIMAL_38_0, DECIMAL_38_12, BINARY ->
                group.dictionary(column).text((int) value);
        };
    }
}
