package io.midwater.audit;

import static io.midwater.audit.Mismatch.Kind.CHANGED;
import static io.midwater.audit.Mismatch.Kind.MANIFEST;
import static io.midwater.audit.Mismatch.Kind.SUMS;

import io.midwater.control.RunManifest;
import io.midwater.control.UnitSums;
import io.midwater.domain.FillClass;
import io.midwater.sink.UnitTables;
import io.midwater.sink.parquet.ColumnFile;
import io.midwater.sink.parquet.ColumnValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One unit's tables, added up again, against the sums that its manifest entry records. */
final class UnitAudit {
    private static final List<String> SUMMED =
            List.of("orders", "trades", "quotes", "classified", "metrics", "simulation");

    private final UnitTables tables;

    /** @param tables of the output */
    UnitAudit(UnitTables tables) {
        this.tables = tables;
    }

    /** True for what makes adding up pointless: a table that is not there or cannot be trusted. */
    static boolean prevents(Mismatch mismatch) {
        return mismatch.kind() != Mismatch.Kind.ROWS;
    }

    /** What is wrong with a unit whose files are all there and readable; empty if nothing is. */
    List<Mismatch> check(RunManifest.Unit unit) {
        Map<String, RunManifest.File> files = new LinkedHashMap<>();
        unit.files().forEach(file -> files.put(file.table(), file));
        List<Mismatch> found = new ArrayList<>();
        for (String table : SUMMED) {
            if (!files.containsKey(table)) {
                found.add(Mismatch.rebuild(
                        MANIFEST, unit.unit().toString(), "the manifest names no file of table " + table));
            }
        }
        if (!found.isEmpty()) {
            return found;
        }
        try {
            compare(unit, files, found);
        } catch (IOException | RuntimeException e) {
            found.add(Mismatch.rebuild(
                    CHANGED, unit.unit().toString(), "its tables cannot be added up: " + FileAudit.line(e)));
        }
        return found;
    }

    private void compare(RunManifest.Unit unit, Map<String, RunManifest.File> files, List<Mismatch> found)
            throws IOException {
        ColumnFile classified = tables.open(files.get("classified"));
        ColumnFile metrics = tables.open(files.get("metrics"));
        Map<String, ColumnValues> classes =
                classified.read(List.of("fill_class", "demand_quantity", "matched_quantity"));
        ColumnValues fillClass = classes.get("fill_class");
        ColumnValues traded = metrics.read(List.of("traded_quantity")).get("traded_quantity");
        UnitSums sums = unit.sums();
        Check check = new Check(unit, found);
        check.same("order events", tables.open(files.get("orders")).rows(), sums.orderEvents());
        check.same("trade legs", tables.open(files.get("trades")).rows(), sums.tradeLegs());
        check.same("quotes", tables.open(files.get("quotes")).rows(), sums.quoteRows());
        check.same("orders", classified.rows(), sums.orders());
        check.same("orders in table metrics", metrics.rows(), sums.orders());
        check.same("full orders", count(fillClass, FillClass.FULL), sums.fullOrders());
        check.same("partial orders", count(fillClass, FillClass.PARTIAL), sums.partialOrders());
        check.same("unfilled orders", count(fillClass, FillClass.NONE), sums.unfilledOrders());
        check.same("demand quantity", total(classes.get("demand_quantity")), sums.demandQuantity());
        check.same("matched quantity", total(classes.get("matched_quantity")), sums.matchedQuantity());
        check.same("traded quantity", total(traded), sums.tradedQuantity());
    }

    private record Check(RunManifest.Unit unit, List<Mismatch> found) {
        void same(String what, long tables, long manifest) {
            if (tables != manifest) {
                found.add(Mismatch.rebuild(
                        SUMS,
                        unit.unit().toString(),
                        "its tables hold " + tables + " " + what + ", the manifest says " + manifest));
            }
        }
    }

    private static long count(ColumnValues column, FillClass wanted) {
        long count = 0;
        for (int row = 0; row < column.rows(); row++) {
            count += wanted.name().equals(column.shown(row)) ? 1 : 0;
        }
        return count;
    }

    private static long total(ColumnValues column) {
        long total = 0;
        for (int row = 0; row < column.rows(); row++) {
            total = column.isNull(row) ? total : Math.addExact(total, column.number(row));
        }
        return total;
    }
}
