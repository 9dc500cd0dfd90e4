package io.midwater.rollup;

import static java.util.stream.Collectors.joining;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.sink.AggregateTable;
import io.midwater.spark.Jobs;
import io.midwater.totals.Rule605Sums;
import io.midwater.totals.Sum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * {@code rule605}: each month's orders by type, lot and value, in the manner of the reports that 17 CFR 242.605 as amended
 * in 2024 asks of US market centers. The classes of one kind add up: lots to {@code ALL}, values below the highest class to
 * the one that is called by its lower bound less 1.
 */
public final class Rule605Summary {
    /** The aggregate's name. */
    public static final String NAME = "rule605";

    private static final String ALL_LOTS = "ALL";

    private final List<Sum> sums;
    private final Rule605Columns columns;
    private final long highest;

    /**
     * @param timeClasses the classes of time to execution, as they name columns
     * @param horizons labels of the markout horizons
     * @param highest lower bound of the highest class of an order's value
     */
    public Rule605Summary(List<String> timeClasses, List<String> horizons, long highest) {
        this.sums = Rule605Sums.all(timeClasses, horizons);
        this.columns = new Rule605Columns(sums, horizons);
        this.highest = highest;
    }

    /** A row's key; the unknown goes last. */
    private record Key(int month, String orderType, String lotClass, Long orderSize) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparingInt(Key::month)
                .thenComparing(Key::orderType)
                .thenComparing(Key::lotClass, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Key::orderSize, Comparator.nullsLast(Comparator.naturalOrder()));

        Key inAllLots() {
            return new Key(month, orderType, ALL_LOTS, orderSize);
        }

        Key below(long bound) {
            return new Key(month, orderType, lotClass, bound - 1);
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** Every column, for the data dictionary. */
    public List<ColumnSpec> columns() {
        return columns.all();
    }

    /** @param files the Parquet files of table {@code rule605_sums}: every published unit once */
    public AggregateTable of(SparkSession session, List<String> files) {
        TreeMap<Key, Object[]> groups = new TreeMap<>();
        for (Row row : units(session.newSession(), files)) {
            Long size = row.isNullAt(3) ? null : (Long) row.getLong(3);
            Object[] values = new Object[sums.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.get(4 + i);
            }
            Key key = new Key(row.getInt(0), row.getString(1), row.getString(2), size);
            add(groups, key, values);
            if (size != null) {
                add(groups, key.inAllLots(), values);
            }
            if (size != null && size < highest) {
                add(groups, key.below(highest), values);
                add(groups, key.inAllLots().below(highest), values);
            }
        }
        List<Object[]> rows = new ArrayList<>();
        groups.forEach((key, values) -> rows.add(row(key, values)));
        return new AggregateTable(NAME, columns.all(), rows);
    }

    private List<Row> units(SparkSession session, List<String> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        session.conf().set("spark.sql.ansi.enabled", "true");
        String totals = sums.stream().map(sum -> "sum(" + sum.name() + ")").collect(joining(", "));
        return Jobs.described(session.sparkContext(), "Adding up the classes of Rule 605", () -> {
            PublishedTables.register(session, Rule605Columns.schema(sums), files);
            return session.sql(
                            "SELECT year(date) * 100 + month(date) AS report_month, order_type, lot_class, order_size, "
                                    + totals
                                    + "\nFROM rule605_sums GROUP BY report_month, order_type, lot_class, order_size")
                    .collectAsList();
        });
    }

    private static void add(Map<Key, Object[]> groups, Key key, Object[] values) {
        Object[] sum = groups.computeIfAbsent(key, k -> new Object[values.length]);
        for (int i = 0; i < sum.length; i++) {
            sum[i] = GroupTotal.sum(sum[i], values[i]);
        }
    }

    private Object[] row(Key key, Object[] values) {
        Map<String, Object> row = new HashMap<>();
        row.put("report_month", key.month());
        row.put("order_type", key.orderType());
        row.put("lot_class", key.lotClass());
        row.put("order_size", key.orderSize());
        for (int i = 0; i < values.length; i++) {
            row.put(sums.get(i).name(), values[i]);
        }
        return columns.cells(row);
    }
}
