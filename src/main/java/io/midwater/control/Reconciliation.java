package io.midwater.control;

import io.midwater.domain.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The books of a run. Two independent counts have to meet: what the readers say they kept of each kind, and what reached
 * the units.
 *
 * @param closes whether every account closes; if not, the run is a failure of ours
 * @param problems which account does not close, and by how much
 * @param rows totals over all files
 * @param sums totals over the units done in this run
 * @param findings totals over the units done in this run
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

        Rows plus(RunManifest.Input input) {
            return new Rows(
                    read + input.rowsRead(),
                    kept + input.kept(),
                    filteredOut + input.filteredOut(),
                    duplicates + input.duplicates(),
                    rejected + input.rejected());
        }
    }

    /**
     * @param inputs the accounts of every file that was read
     * @param units every unit done or failed
     * @param counted kinds whose rows all belong to units, by label
     */
    public static Reconciliation of(List<RunManifest.Input> inputs, List<UnitResult> units, List<String> counted) {
        List<String> problems = new ArrayList<>();
        Map<String, Rows> byKind = new java.util.TreeMap<>();
        Rows total = Rows.NONE;
        for (RunManifest.Input input : inputs) {
            total = total.plus(input);
            byKind.put(
                    input.kind(), byKind.getOrDefault(input.kind(), Rows.NONE).plus(input));
            if (!input.closes()) {
                problems.add(input.path() + ": " + input.rowsRead() + " rows read, but " + input.kept() + " kept + "
                        + input.filteredOut() + " filtered out + " + input.duplicates() + " duplicates + "
                        + input.rejected() + " rejected");
            }
        }
        UnitSums sums = UnitSums.NONE;
        Map<Finding, Long> findings = new EnumMap<>(Finding.class);
        long failed = 0;
        for (UnitResult unit : units) {
            sums = sums.plus(unit.sums());
            failed += unit.done() ? 0 : 1;
            unit.findings().forEach((finding, count) -> findings.merge(finding, count, Long::sum));
        }
        for (String kind : counted) {
            Rows rows = byKind.getOrDefault(kind, Rows.NONE);
            long arrived = units.stream()
                    .mapToLong(unit -> unit.rowsRead().getOrDefault(kind, 0L))
                    .sum();
            long dropped = units.stream().mapToLong(unit -> dropped(kind, unit)).sum();
            if (rows.kept() != arrived - dropped) {
                problems.add(kind + ": the readers kept " + rows.kept() + " rows, the units got " + arrived
                        + " and dropped " + dropped);
            }
        }
        return new Reconciliation(
                problems.isEmpty(), problems, total, byKind, sums, units.size() - failed, failed, findings);
    }

    private static long dropped(String kind, UnitResult unit) {
        return switch (kind) {
            case "orders" -> unit.findings().getOrDefault(Finding.DUPLICATE_ORDER_ROWS, 0L);
            case "trades" ->
                unit.findings().getOrDefault(Finding.DUPLICATE_TRADE_LEGS, 0L)
                        + unit.findings().getOrDefault(Finding.CONFLICTING_TRADE_LEGS, 0L);
            default -> 0;
        };
    }
}
