package io.midwater.audit;

import io.midwater.control.RunManifest;
import io.midwater.domain.SecurityDay;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.UnitTables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;

/**
 * Two finished outputs against each other. Files whose recorded hashes are equal are not opened. Rejects are left out, as
 * they name their input files; so are CSV files, which hold what the Parquet files hold.
 */
public final class OutputComparison {
    private static final int MOST_ORDERS = 1_000;

    private final Configuration configuration;
    private final OutputLayout first;
    private final OutputLayout second;
    private final UnitTables firstTables;
    private final UnitTables secondTables;
    private final Map<String, TableDifference> tables = new LinkedHashMap<>();
    private final List<String> orders = new ArrayList<>();
    private long orderCount;
    private long files;
    private long opened;

    public OutputComparison(Configuration configuration, OutputLayout first, OutputLayout second) {
        this.configuration = configuration;
        this.first = first;
        this.second = second;
        this.firstTables = new UnitTables(configuration, first);
        this.secondTables = new UnitTables(configuration, second);
    }

    /** @throws IOException if a file that differs cannot be read */
    public Comparison compare(RunManifest left, RunManifest right) throws IOException {
        List<String> altered = new ArrayList<>(altered(first, left));
        altered.addAll(altered(second, right));
        boolean shared = !left.packed().isEmpty() || !right.packed().isEmpty();
        Map<SecurityDay, RunManifest.Unit> leftUnits = units(left, shared);
        Map<SecurityDay, RunManifest.Unit> rightUnits = units(right, shared);
        for (Map.Entry<SecurityDay, RunManifest.Unit> unit : leftUnits.entrySet()) {
            RunManifest.Unit other = rightUnits.get(unit.getKey());
            if (other != null) {
                TreeSet<Long> differing = new TreeSet<>();
                files(unit.getKey().toString(), unit.getValue().files(), other.files(), differing);
                orderCount += differing.size();
                differing.stream()
                        .limit(MOST_ORDERS - orders.size())
                        .forEach(order -> orders.add(unit.getKey() + " order " + order));
            }
        }
        files("", left.aggregates(), right.aggregates(), new TreeSet<>());
        List<String> onlyLeft = without(leftUnits, rightUnits);
        List<String> onlyRight = without(rightUnits, leftUnits);
        return new Comparison(
                first.root().toString(),
                second.root().toString(),
                tables.isEmpty() && onlyLeft.isEmpty() && onlyRight.isEmpty() && altered.isEmpty(),
                files,
                opened,
                onlyLeft,
                onlyRight,
                orders,
                orderCount,
                List.copyOf(tables.values()),
                altered,
                List.of());
    }

    private List<String> altered(OutputLayout layout, RunManifest manifest) throws IOException {
        List<RunManifest.File> named = new ArrayList<>(manifest.aggregates());
        manifest.units()
                .forEach(unit ->
                        unit.files().stream().filter(RunManifest.File::whole).forEach(named::add));
        named.addAll(manifest.packed());
        return Inventory.altered(configuration, layout, named).stream()
                .map(path -> layout.root() + "/" + path)
                .toList();
    }

    /** Units that share files follow each other, so that each footer is read once. */
    private static Map<SecurityDay, RunManifest.Unit> units(RunManifest manifest, boolean shared) {
        Map<SecurityDay, RunManifest.Unit> units = new TreeMap<>(
                shared
                        ? Comparator.comparing(SecurityDay::date).thenComparing(SecurityDay::securityCode)
                        : Comparator.naturalOrder());
        manifest.units().stream().filter(RunManifest.Unit::done).forEach(unit -> units.put(unit.unit(), unit));
        return units;
    }

    private static List<String> without(Map<SecurityDay, ?> these, Map<SecurityDay, ?> those) {
        return these.keySet().stream()
                .filter(unit -> !those.containsKey(unit))
                .map(SecurityDay::toString)
                .toList();
    }

    private void files(
            String where, List<RunManifest.File> left, List<RunManifest.File> right, Collection<Long> differing)
            throws IOException {
        Map<String, RunManifest.File> leftFiles = tables(left);
        Map<String, RunManifest.File> rightFiles = tables(right);
        for (Map.Entry<String, RunManifest.File> table : leftFiles.entrySet()) {
            RunManifest.File other = rightFiles.get(table.getKey());
            if (other == null) {
                add(new TableDifference(table.getKey(), 1, table.getValue().rows(), 0, List.of(), List.of()));
            } else {
                files++;
                if (!other.sha256().equals(table.getValue().sha256())) {
                    opened++;
                    open(table.getKey(), where, table.getValue(), other, differing);
                }
            }
        }
        for (Map.Entry<String, RunManifest.File> table : rightFiles.entrySet()) {
            if (!leftFiles.containsKey(table.getKey())) {
                add(new TableDifference(table.getKey(), 1, 0, table.getValue().rows(), List.of(), List.of()));
            }
        }
    }

    /** The Parquet files, by table. */
    private static Map<String, RunManifest.File> tables(List<RunManifest.File> files) {
        Map<String, RunManifest.File> tables = new LinkedHashMap<>();
        files.stream()
                .filter(file -> OutputLayout.isPublishedParquet(file.path()))
                .forEach(file -> tables.put(file.table(), file));
        return tables;
    }

    private void open(
            String table, String where, RunManifest.File left, RunManifest.File right, Collection<Long> differing)
            throws IOException {
        TableComparison comparison =
                new TableComparison(table, where, firstTables.open(left), secondTables.open(right));
        add(comparison.compare());
        differing.addAll(comparison.orders());
    }

    private void add(TableDifference difference) {
        tables.merge(difference.table(), difference, TableDifference::plus);
    }
}
