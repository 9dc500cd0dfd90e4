package io.midwater.app;

import io.midwater.control.Reconciliation;
import io.midwater.control.RunManifest;
import io.midwater.control.UnitSums;
import io.midwater.sink.OutputLayout;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a run says on the terminal when it ends. */
final class RunSummary {
    private static final int MOST_FAILURES = 10;

    private RunSummary() {}

    static String text(
            OutputLayout layout, RunManifest manifest, Reconciliation books, List<String> warnings, Duration worked) {
        StringBuilder text = new StringBuilder();
        Reconciliation.Rows rows = books.rows();
        UnitSums sums = books.sums();
        line(text, "Run %s: %s in %.1f s", manifest.runId(), manifest.status(), worked.toMillis() / 1e3);
        line(
                text,
                "Rows      %,d read = %,d kept + %,d filtered out + %,d duplicates + %,d rejected",
                rows.read(),
                rows.kept(),
                rows.filteredOut(),
                rows.duplicates(),
                rows.rejected());
        long standing = manifest.units().stream()
                .filter(unit -> !unit.doneBy().equals(manifest.runId()))
                .count();
        line(
                text,
                "Units     %,d done, %,d failed%s",
                books.unitsDone(),
                books.unitsFailed(),
                standing == 0 ? "" : String.format(Locale.ROOT, " (%,d of earlier runs)", standing));
        line(
                text,
                "Orders    %,d: %,d full, %,d partial, %,d unfilled",
                sums.orders(),
                sums.fullOrders(),
                sums.partialOrders(),
                sums.unfilledOrders());
        line(
                text,
                "Quantity  %,d matched of %,d demanded%s",
                sums.matchedQuantity(),
                sums.demandQuantity(),
                sums.demandQuantity() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT, " (%.2f %%)", 100.0 * sums.matchedQuantity() / sums.demandQuantity()));
        books.findings()
                .forEach((finding, count) -> line(
                        text,
                        "Finding   %s %,d",
                        finding.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        count));
        warnings.forEach(warning -> line(text, "Warning   %s", warning));
        failures(text, manifest);
        line(text, "Tables    %s/tables", layout.root());
        line(text, "Summary   %s", layout.aggregateCsv("global_summary"));
        text.append("Manifest  ").append(layout.runFile(manifest.runId(), "manifest.json"));
        return text.toString();
    }

    private static void failures(StringBuilder text, RunManifest manifest) {
        List<RunManifest.Unit> failed =
                manifest.units().stream().filter(unit -> !unit.done()).toList();
        for (RunManifest.Unit unit : failed.subList(0, Math.min(MOST_FAILURES, failed.size()))) {
            line(text, "Failed    %s: %s: %s", unit.unit(), unit.reason(), PlainText.of(unit.message()));
        }
        if (!failed.isEmpty()) {
            line(text, "          all in units.csv; mend the cause and run again to retry them");
        }
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
