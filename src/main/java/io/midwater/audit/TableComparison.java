package io.midwater.audit;

import io.midwater.rollup.Rollups;
import io.midwater.sink.parquet.ColumnFile;
import io.midwater.sink.parquet.ColumnValues;
import io.midwater.totals.Breakdown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Two files of one table: rows are put together by key, then compared a column at a time. */
final class TableComparison {
    private static final List<String> SUMS = Stream.concat(
                    Stream.of("breakdown"),
                    Arrays.stream(Breakdown.values()).flatMap(breakdown -> breakdown.keys().stream()))
            .toList();

    private static final Map<String, List<String>> KEYS = Map.of(
            "orders", List.of("timestamp", "sequence", "order_id"),
            "trades", List.of("tradetime", "sequence", "orderid", "matchgroupid"),
            "quotes", List.of("ts_ns", "sequence"),
            "simulation", List.of("order_id", "scenario"),
            "simulated_trades", List.of("ts_ns", "order_id"),
            "order_sums", SUMS,
            "scenario_sums", Stream.concat(Stream.of("scenario"), SUMS.stream()).toList(),
            "distributions", List.of("scenario", "figure", "value"),
            "time_to_fill", List.of("grouping", "name", "horizon_ns"));

    /** Key columns of the tables not named above. */
    private static final Set<String> KEY_COLUMNS = Set.of(
            "order_id",
            "security_code",
            "date",
            "participant_id",
            "time_of_day",
            "size_bucket",
            "fill_class",
            "scenario",
            "other_scenario",
            "population",
            "chain",
            "step",
            "report_month",
            "order_type",
            "lot_class",
            "order_size");

    private static final List<String> ORDER_IDS = List.of("order_id", "orderid");

    private final String table;
    private final String where;
    private final ColumnFile first;
    private final ColumnFile second;
    private final Set<Long> orders = new TreeSet<>();

    /** @param where the unit or aggregate, for messages */
    TableComparison(String table, String where, ColumnFile first, ColumnFile second) {
        this.table = table;
        this.where = where;
        this.first = first;
        this.second = second;
    }

    /** The orders with a row that differs. Only after {@link #compare}. */
    Set<Long> orders() {
        return orders;
    }

    TableDifference compare() throws IOException {
        List<String> key = key();
        List<ColumnValues> firstKey = List.copyOf(first.read(key).values());
        List<ColumnValues> secondKey = List.copyOf(second.read(key).values());
        RowMatch rows = RowMatch.of(firstKey, secondKey, Math.toIntExact(first.rows()), Math.toIntExact(second.rows()));
        note(rows.onlyInFirst(), first);
        note(rows.onlyInSecond(), second);
        List<ColumnDifference> differences = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String column : first.names()) {
            if (!second.names().contains(column)) {
                missing.add(column);
            } else if (!key.contains(column)) {
                compare(column, rows, key, firstKey, differences);
            }
        }
        second.names().stream().filter(name -> !first.names().contains(name)).forEach(missing::add);
        return new TableDifference(
                table, 1, rows.onlyInFirst().length, rows.onlyInSecond().length, differences, missing);
    }

    private List<String> key() {
        List<String> named = KEYS.getOrDefault(table, Rollups.keys().get(table));
        if (named != null) {
            return named.stream().filter(first.names()::contains).toList();
        }
        return first.names().stream()
                .filter(KEY_COLUMNS::contains)
                .filter(second.names()::contains)
                .filter(name -> !isOrderTable() || name.equals("order_id"))
                .toList();
    }

    private boolean isOrderTable() {
        return first.names().contains("order_id");
    }

    private void compare(
            String column, RowMatch rows, List<String> key, List<ColumnValues> keys, List<ColumnDifference> found)
            throws IOException {
        ColumnValues left = first.read(List.of(column)).get(column);
        ColumnValues right = second.read(List.of(column)).get(column);
        List<Integer> differing = new ArrayList<>();
        boolean lastDigits = true;
        for (int i = 0; i < rows.inFirst().length; i++) {
            int a = rows.inFirst()[i];
            int b = rows.inSecond()[i];
            if (left.compare(a, right, b) != 0) {
                differing.add(i);
                lastDigits &= close(left, a, right, b);
            }
        }
        if (differing.isEmpty()) {
            return;
        }
        note(differing.stream().mapToInt(i -> rows.inFirst()[i]).toArray(), first);
        int at = differing.get(0);
        List<String> place = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            place.add(key.get(i) + " " + keys.get(i).shown(rows.inFirst()[at]));
        }
        found.add(new ColumnDifference(
                column,
                differing.size(),
                (where + " " + String.join(", ", place)).strip(),
                left.shown(rows.inFirst()[at]),
                right.shown(rows.inSecond()[at]),
                lastDigits));
    }

    private static boolean close(ColumnValues left, int a, ColumnValues right, int b) {
        return left.isDouble()
                && right.isDouble()
                && !left.isNull(a)
                && !right.isNull(b)
                && ColumnDifference.close(
                        Double.longBitsToDouble(left.number(a)), Double.longBitsToDouble(right.number(b)));
    }

    private void note(int[] rows, ColumnFile file) throws IOException {
        for (String column : ORDER_IDS) {
            if (rows.length > 0 && file.names().contains(column)) {
                ColumnValues ids = file.read(List.of(column)).get(column);
                for (int row : rows) {
                    if (!ids.isNull(row)) {
                        orders.add(ids.number(row));
                    }
                }
            }
        }
    }
}
