package io.midwater.control;

import io.midwater.domain.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The books of an output. Two independent counts have to meet for every file: what the readers say they kept of it, and
 * what reached the units.
 *
 * @param closes whether every account closes; if not, the run is a failure of ours
 * @param problems which account does not close, and by how much
 * @param rows totals over all files
 * @param sums totals over all units done, by whichever run
 * @param findings totals over all units done
 */
public record Reconciliation(
        boolean closes,
        List<String> problems,
        Rows rows,
        Map<String, Rows> rowsByKind,
        UnitSums sums,
        long unitsDone,
        long unitsFailed,
        Map<Finding, Long> findings) {

    /** Rows read = kept + filtered out + duplicates + rejected. */
    public record Rows(long read, long kept, long filteredOut, long duplicates, long rejected) {
        static final Rows NONE = new Rows(0, 0, 0, 0, 0);

        /** The account of a file. */
        public static Rows of(RunManifest.Input input) {
            return new Rows(input.rowsRead(), input.kept(), input.filteredOut(), input.duplicates(), input.rejected());
        }

        Rows plus(Rows other) {
            return new Rows(
                    read + other.read,
                    kept + other.kept,
                    filteredOut + other.filteredOut,
                    duplicates + other.duplicates,
                    rejected + other.rejected);
        }

        public boolean closes() {
            return read == kept + filteredOut + duplicates + rejected;
        }

        /** How an account that does not close reads. */
        public String gap() {
            return read + " rows read, but " + kept + " kept + " + filteredOut + " filtered out + " + duplicates
                    + " duplicates + " + rejected + " rejected";
        }
    }

    /**
     * @param read the accounts of the files as the readers left them, nothing dropped in units
     * @param inputs the same settled: duplicates and rejected legs of the units taken off
     * @param units every unit of the output, done or failed, whichever run did it
     */
    public static Reconciliation of(
            List<RunManifest.Input> read,
            List<RunManifest.Input> inputs,
            List<RunManifest.Unit> units,
            List<RunManifest.Idle> idle) {
        List<String> problems = new ArrayList<>();
        Map<String, Rows> byKind = new TreeMap<>();
        Rows total = Rows.NONE;
        for (RunManifest.Input input : inputs) {
            Rows rows = Rows.of(input);
            total = total.plus(rows);
            byKind.merge(input.kind(), rows, Rows::plus);
            if (!rows.closes()) {
                problems.add(input.path() + ": " + rows.gap());
            }
        }
        UnitSums sums = UnitSums.NONE;
        Map<Finding, Long> findings = new EnumMap<>(Finding.class);
        Map<Integer, Long> arrived = new HashMap<>();
        long failed = 0;
        for (RunManifest.Unit unit : units) {
            sums = sums.plus(unit.sums());
            failed += unit.done() ? 0 : 1;
            unit.findings().forEach((finding, count) -> findings.merge(finding, count, Long::sum));
            arrive(unit.origins(), arrived);
        }
        idle.forEach(unit -> arrive(unit.origins(), arrived));
        for (RunManifest.Input input : read) {
            long rows = arrived.getOrDefault(input.number(), 0L);
            if (rows != input.kept()) {
                problems.add(input.path() + ": the readers kept " + input.kept() + " rows, the units got " + rows);
            }
        }
        dropped(byKind, findings, inputs, problems);
        return new Reconciliation(
                problems.isEmpty(), problems, total, byKind, sums, units.size() - failed, failed, findings);
    }

    private static void arrive(String origins, Map<Integer, Long> arrived) {
        RowOrigins.parse(origins).shares().forEach(share -> arrived.merge(share.file(), share.rows(), Long::sum));
    }

    /** What the units say they dropped is what was taken off the files. */
    private static void dropped(
            Map<String, Rows> byKind,
            Map<Finding, Long> findings,
            List<RunManifest.Input> inputs,
            List<String> problems) {
        long orders = findings.getOrDefault(Finding.DUPLICATE_ORDER_ROWS, 0L);
        long trades = findings.getOrDefault(Finding.DUPLICATE_TRADE_LEGS, 0L);
        compare("orders", "duplicates", byKind.getOrDefault("orders", Rows.NONE).duplicates(), orders, problems);
        compare("trades", "duplicates", byKind.getOrDefault("trades", Rows.NONE).duplicates(), trades, problems);
        long legs = inputs.stream().mapToLong(RunManifest.Input::rejectedLegs).sum();
        compare("trades", "rejected legs", legs, findings.getOrDefault(Finding.CONFLICTING_TRADE_LEGS, 0L), problems);
    }

    private static void compare(String kind, String what, long files, long units, List<String> problems) {
        if (files != units) {
            problems.add(
                    kind + ": " + files + " " + what + " in the accounts of the files, " + units + " in the units");
        }
    }
}
