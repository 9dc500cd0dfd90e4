package io.midwater.audit;

import static io.midwater.audit.Mismatch.Kind.AGGREGATES;
import static io.midwater.audit.Mismatch.Kind.CHANGED;

import io.midwater.control.RunManifest;
import io.midwater.control.UnitSums;
import io.midwater.rollup.Rollups;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.parquet.ColumnFile;
import io.midwater.sink.parquet.ColumnValues;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.hadoop.conf.Configuration;

/**
 * The aggregates against each other and against the units. Every column that adds up has the same total whatever the
 * orders are grouped by; by security, by date and by unit the totals are those of the units.
 */
final class AggregateAudit {
    private static final String SECURITY = "security_code";
    private static final String DATE = "date";

    /** What a unit's recorded sums are called in the aggregates. */
    private static final Map<String, ToLongFunction<UnitSums>> UNIT_SUMS = new LinkedHashMap<>();

    static {
        UNIT_SUMS.put("total_orders", UnitSums::orders);
        UNIT_SUMS.put("full_orders", UnitSums::fullOrders);
        UNIT_SUMS.put("partial_orders", UnitSums::partialOrders);
        UNIT_SUMS.put("unfilled_orders", UnitSums::unfilledOrders);
        UNIT_SUMS.put("demand_quantity", UnitSums::demandQuantity);
        UNIT_SUMS.put("matched_quantity", UnitSums::matchedQuantity);
        UNIT_SUMS.put("traded_quantity", UnitSums::tradedQuantity);
    }

    private final Configuration configuration;
    private final OutputLayout layout;
    private final RunManifest manifest;
    private final List<Mismatch> found = new ArrayList<>();

    AggregateAudit(Configuration configuration, OutputLayout layout, RunManifest manifest) {
        this.configuration = configuration;
        this.layout = layout;
        this.manifest = manifest;
    }

    /** What is wrong; empty if nothing is. Files that cannot be read are left to {@link FileAudit}. */
    List<Mismatch> check() {
        String whole = null;
        Map<String, BigDecimal> expected = Map.of();
        for (Map.Entry<String, List<String>> aggregate : Rollups.keys().entrySet()) {
            String path = path(aggregate.getKey());
            if (path == null) {
                continue;
            }
            try {
                Map<String, ColumnValues> columns = columns(path, aggregate.getValue());
                Map<String, BigDecimal> totals = totals(columns);
                if (whole == null) {
                    whole = path;
                    expected = totals;
                } else {
                    sameTotals(path, totals, whole, expected);
                }
                sameAsUnits(path, aggregate.getValue(), columns);
            } catch (IOException | RuntimeException e) {
                found.add(Mismatch.rebuild(CHANGED, path, "its columns cannot be read: " + FileAudit.line(e)));
            }
        }
        return found;
    }

    private String path(String aggregate) {
        return manifest.aggregates().stream()
                .filter(file -> file.table().equals(aggregate))
                .map(RunManifest.File::path)
                .filter(OutputLayout::isPublishedParquet)
                .findFirst()
                .orElse(null);
    }

    private Map<String, ColumnValues> columns(String path, List<String> key) throws IOException {
        ColumnFile file = ColumnFile.open(configuration, layout.file(path));
        Map<String, ColumnValues> columns = file.read(file.names());
        columns.entrySet()
                .removeIf(column -> !key.contains(column.getKey())
                        && (!column.getValue().isWhole()
                                || Rollups.distinctCounts().contains(column.getKey())));
        return columns;
    }

    private static Map<String, BigDecimal> totals(Map<String, ColumnValues> columns) {
        Map<String, BigDecimal> totals = new LinkedHashMap<>();
        columns.forEach((name, values) -> {
            if (values.isWhole()) {
                totals.put(name, total(values));
            }
        });
        return totals;
    }

    /** Null where no row has a value. */
    private static BigDecimal total(ColumnValues values) {
        BigDecimal total = null;
        for (int row = 0; row < values.rows(); row++) {
            BigDecimal value = values.exact(row);
            total = value == null ? total : total == null ? value : total.add(value);
        }
        return total == null ? null : total.stripTrailingZeros();
    }

    private void sameTotals(
            String path, Map<String, BigDecimal> totals, String whole, Map<String, BigDecimal> expected) {
        expected.forEach((column, total) -> {
            if (totals.containsKey(column) && !Objects.equals(totals.get(column), total)) {
                found.add(Mismatch.rebuild(
                        AGGREGATES,
                        path,
                        "column " + column + " adds up to " + shown(totals.get(column)) + ", in " + whole + " to "
                                + shown(total)));
            }
        });
    }

    private void sameAsUnits(String path, List<String> key, Map<String, ColumnValues> columns) {
        Function<RunManifest.Unit, String> group = groupOf(key);
        if (group == null) {
            return;
        }
        UNIT_SUMS.forEach((column, sum) -> {
            Map<String, Long> units = new TreeMap<>();
            for (RunManifest.Unit unit : manifest.units()) {
                units.merge(group.apply(unit), sum.applyAsLong(unit.sums()), Math::addExact);
            }
            Map<String, BigDecimal> rows = new TreeMap<>();
            ColumnValues values = columns.get(column);
            for (int row = 0; row < values.rows(); row++) {
                rows.merge(groupOf(key, columns, row), values.exact(row), BigDecimal::add);
            }
            TreeSet<String> groups = new TreeSet<>(units.keySet());
            groups.addAll(rows.keySet());
            for (String name : groups) {
                BigDecimal aggregated = rows.getOrDefault(name, BigDecimal.ZERO);
                BigDecimal summed = BigDecimal.valueOf(units.getOrDefault(name, 0L));
                if (aggregated.compareTo(summed) != 0) {
                    found.add(Mismatch.rebuild(
                            AGGREGATES,
                            path,
                            "column " + column + (name.isEmpty() ? "" : " of " + name) + " is " + shown(aggregated)
                                    + ", the units of the manifest add up to " + shown(summed)));
                }
            }
        });
    }

    /** Null for keys that units do not have. */
    private static Function<RunManifest.Unit, String> groupOf(List<String> key) {
        if (key.isEmpty()) {
            return unit -> "";
        } else if (key.equals(List.of(SECURITY))) {
            return unit -> String.valueOf(unit.securityCode());
        } else if (key.equals(List.of(DATE))) {
            return RunManifest.Unit::date;
        }
        return key.equals(List.of(SECURITY, DATE)) ? unit -> unit.unit().toString() : null;
    }

    private static String groupOf(List<String> key, Map<String, ColumnValues> columns, int row) {
        List<String> values = new ArrayList<>();
        for (String column : key) {
            values.add(columns.get(column).shown(row));
        }
        return String.join("/", values);
    }

    private static String shown(BigDecimal value) {
        return value == null ? "no value" : value.stripTrailingZeros().toPlainString();
    }
}
