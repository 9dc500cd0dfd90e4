package io.midwater.app;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.midwater.control.RunManifest;
import io.midwater.sink.CsvText;
import java.io.StringWriter;
import java.util.List;

/** The job ledger {@code units.csv}: one line per unit, done or failed. */
final class Ledger {
    private Ledger() {}

    static String csv(List<RunManifest.Unit> units) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvText.builder().build(text);
        csv.writeRecord(
                "security_code",
                "date",
                "status",
                "reason",
                "message",
                "orders",
                "order_events",
                "trade_legs",
                "matched_quantity",
                "traded_quantity",
                "files",
                "bytes",
                "duration_ms");
        for (RunManifest.Unit unit : units) {
            csv.writeRecord(
                    String.valueOf(unit.securityCode()),
                    unit.date(),
                    unit.status(),
                    unit.reason(),
                    CsvText.guarded(unit.message()),
                    String.valueOf(unit.sums().orders()),
                    String.valueOf(unit.sums().orderEvents()),
                    String.valueOf(unit.sums().tradeLegs()),
                    String.valueOf(unit.sums().matchedQuantity()),
                    String.valueOf(unit.sums().tradedQuantity()),
                    String.valueOf(unit.files().size()),
                    String.valueOf(unit.files().stream()
                            .mapToLong(RunManifest.File::bytes)
                            .sum()),
                    String.valueOf(unit.durationMs()));
        }
        return text.toString();
    }
}
