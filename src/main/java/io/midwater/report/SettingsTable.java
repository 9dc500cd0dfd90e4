package io.midwater.report;

import java.util.ArrayList;
import java.util.List;

/** The settings that decide the figures. */
final class SettingsTable {
    private static final List<String> SETTINGS = List.of(
            "input.price-decimals",
            "input.max-reject-rate",
            "select.securities",
            "select.dates.from",
            "select.dates.to",
            "select.participants",
            "select.trading-hours.from",
            "select.trading-hours.to",
            "market.time-zone",
            "market.rollover",
            "market.holidays",
            "market.business-date",
            "market.price-scale",
            "market.quantity-scale",
            "market.quote-source",
            "market.quote-max-age",
            "classification.population",
            "classification.immediate-within",
            "classification.size-buckets",
            "classification.notional-buckets",
            "classification.time-of-day-buckets",
            "metrics.markout-horizons",
            "metrics.fee-bps",
            "simulation.scenarios",
            "simulation.benchmark",
            "simulation.limited-fraction",
            "simulation.price-impact-bps",
            "simulation.validate",
            "simulation.matching.study-limit",
            "simulation.matching.scope",
            "simulation.matching.horizon",
            "simulation.matching.availability",
            "simulation.matching.sweep-to-sweep",
            "simulation.matching.preferencing",
            "simulation.matching.preferencing-participants",
            "simulation.matching.blocks",
            "simulation.matching.latency");

    /** They name participants. */
    private static final List<String> SECRET =
            List.of("select.participants", "simulation.matching.preferencing-participants");

    private SettingsTable() {}

    static Table of(ReportData data) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String path : SETTINGS) {
            String value = data.setting(path);
            boolean withheld = data.pseudonymous() && SECRET.contains(path);
            rows.add(List.of(
                    Cell.of(path),
                    Cell.of(value.isEmpty() ? "not set" : withheld ? "withheld" : Format.foreign(value))));
        }
        return new Table(
                "Settings that decide the figures",
                List.of(Table.Column.text("Setting"), Table.Column.text("Value")),
                rows,
                0,
                "All settings are in manifest.json.");
    }
}
