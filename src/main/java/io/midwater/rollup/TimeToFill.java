package io.midwater.rollup;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.sink.AggregateTable;
import io.midwater.statistics.FirstEvent;
import io.midwater.totals.Distribution;
import io.midwater.totals.OrderSums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * {@code time_to_fill}: which part of the orders has a first fill by when. An order without a fill says only that it took
 * longer than it lived, so means over filled orders look better than waiting is; these curves use all orders.
 */
final class TimeToFill {
    static final String NAME = "time_to_fill";

    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    /** The times at which the curves are shown. */
    static final List<Long> HORIZONS = List.of(
            MS,
            10 * MS,
            100 * MS,
            SECOND,
            5 * SECOND,
            15 * SECOND,
            MINUTE,
            5 * MINUTE,
            15 * MINUTE,
            30 * MINUTE,
            HOUR,
            2 * HOUR,
            4 * HOUR,
            6 * HOUR);

    static final List<ColumnSpec> COLUMNS = List.of(
            new ColumnSpec("grouping", ColumnType.TEXT, "", "ALL, ORDER_SIZE (size_bucket) or ORDER_KIND (order_kind)"),
            new ColumnSpec("name", ColumnType.TEXT, "", "the size bucket or kind of order; null for ALL"),
            new ColumnSpec(
                    "horizon_ns", ColumnType.LONG, "ns", "time since arrival; times are rounded as the quartiles are"),
            new ColumnSpec("orders", ColumnType.LONG, "", "orders followed; without those filled before they arrived"),
            new ColumnSpec("at_risk", ColumnType.LONG, "", "neither filled nor gone by the horizon"),
            new ColumnSpec("filled", ColumnType.LONG, "", "first filled by the horizon, in part or in full"),
            new ColumnSpec("cancelled", ColumnType.LONG, "", "cancelled by the horizon, without a fill"),
            new ColumnSpec(
                    "censored", ColumnType.LONG, "", "last seen by the horizon, without a fill and not cancelled"),
            new ColumnSpec(
                    "kaplan_meier",
                    ColumnType.DOUBLE,
                    "0..1",
                    "part filled by the horizon if none were cancelled: 1 − Π (1 − filled / at risk), cancelled orders"
                            + " taken as censored"),
            new ColumnSpec(
                    "fill_incidence",
                    ColumnType.DOUBLE,
                    "0..1",
                    "part filled by the horizon, a cancellation ruling a fill out (Aalen-Johansen)"));

    private static final List<Distribution> FOLLOWED =
            List.of(OrderSums.FILLED_AFTER, OrderSums.CANCELLED_AFTER, OrderSums.CENSORED_AFTER);

    private TimeToFill() {}

    static AggregateTable of(GroupValues orders) {
        List<Object[]> rows = new ArrayList<>();
        Stream.of(Grouping.ALL, Grouping.ORDER_SIZE, Grouping.ORDER_KIND)
                .flatMap(orders::keys)
                .sorted(Comparator.comparing(GroupKey::grouping).thenComparing(TimeToFill::name))
                .forEach(key -> rows.addAll(curve(key, orders)));
        return new AggregateTable(NAME, COLUMNS, rows);
    }

    private static String name(GroupKey key) {
        return key.values().isEmpty() ? "" : String.valueOf(key.values().get(0));
    }

    private static List<Object[]> curve(GroupKey key, GroupValues found) {
        List<SortedMap<Double, Long>> ends = new ArrayList<>();
        TreeSet<Double> times = new TreeSet<>();
        long orders = 0;
        for (Distribution followed : FOLLOWED) {
            SortedMap<Double, Long> values = found.bins(key, followed).values();
            ends.add(values);
            times.addAll(values.keySet());
            orders += values.values().stream().mapToLong(Long::longValue).sum();
        }
        FirstEvent curve = new FirstEvent(orders);
        long[] ended = new long[FOLLOWED.size()];
        List<Object[]> rows = new ArrayList<>();
        for (long horizon : HORIZONS) {
            while (!times.isEmpty() && times.first() <= horizon) {
                double time = times.pollFirst();
                long[] now = new long[ended.length];
                for (int i = 0; i < now.length; i++) {
                    now[i] = ends.get(i).getOrDefault(time, 0L);
                    ended[i] += now[i];
                }
                curve.step(now[0], now[1], now[2]);
            }
            rows.add(new Object[] {
                key.grouping().name(),
                key.values().isEmpty() ? null : key.values().get(0),
                horizon,
                orders,
                curve.atRisk(),
                ended[0],
                ended[1],
                ended[2],
                orders == 0 ? null : (Double) curve.kaplanMeier(),
                orders == 0 ? null : (Double) curve.incidence()
            });
        }
        return rows;
    }
}
