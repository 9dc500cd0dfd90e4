package io.midwater.report;

import io.midwater.control.RunManifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where reference data and configuration disagree on what a price is, and which was believed. */
final class PriceScaleTable {
    private static final int MOST = 50;

    private PriceScaleTable() {}

    /** Securities that were treated alike. */
    private record Case(long security, String row, boolean confirmed, long used) {}

    static Table of(RunManifest manifest, String configured) {
        Map<Case, Long> dates = new LinkedHashMap<>();
        for (RunManifest.Unit unit : manifest.units()) {
            if (unit.priceScale() != null) {
                dates.merge(
                        new Case(
                                unit.securityCode(),
                                unit.priceScale().row(),
                                unit.priceScale().confirmed(),
                                unit.priceScale().used()),
                        1L,
                        Long::sum);
            }
        }
        List<List<Cell>> rows = new ArrayList<>();
        dates.entrySet().stream().limit(MOST).forEach(entry -> {
            Case found = entry.getKey();
            rows.add(List.of(
                    Cell.of(String.valueOf(found.security())),
                    Cell.of(Format.foreign(found.row())),
                    Cell.of(configured),
                    Cell.of(found.confirmed() ? "confirmed by its prices" : "not confirmed"),
                    Cell.of(String.valueOf(found.used())),
                    Cell.count(entry.getValue())));
        });
        return new Table(
                "Price scales that differ between reference data and configuration",
                List.of(
                        Table.Column.text("Security"),
                        Table.Column.text("The reference row says"),
                        Table.Column.number("market.price-scale", ""),
                        Table.Column.text("The row is"),
                        Table.Column.number("Used", ""),
                        Table.Column.number("Dates", "")),
                rows,
                0,
                "Stored price units per currency unit."
                        + (dates.size() > MOST ? " The first " + MOST + " of " + Format.count(dates.size()) + "." : "")
                        + " Sums over securities of different scale weigh each by its price units.");
    }
}
