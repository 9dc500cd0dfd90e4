package io.midwater.app;

import io.midwater.control.RunManifest;
import io.midwater.metrics.MetricsOptions.Horizon;
import io.midwater.report.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Markouts of the simulated study trades, by the real quotes in force a fixed time after each match. Quotes are the
 * longest table that the report reads, so of very many it takes whole security-days up to a bound.
 */
final class SimulatedMarkouts {
    private static final long MOST_QUOTES = 20_000_000;
    /** Spreads neighbouring hashes (D. Knuth, The Art of Computer Programming, volume 3, section 6.4). */
    private static final int GOLDEN = 0x9E3779B9;

    private final ReportTables tables;
    private final RunManifest manifest;
    private final List<Horizon> horizons;

    SimulatedMarkouts(ReportTables tables, RunManifest manifest, List<Horizon> horizons) {
        this.tables = tables;
        this.manifest = manifest;
        this.horizons = horizons;
    }

    List<Figures> run() {
        List<RunManifest.Unit> units = units();
        if (horizons.isEmpty()
                || !tables.view("study_quotes", files(units, "quotes"))
                || !tables.view("study_trades", files(units, "simulated_trades"))) {
            return List.of();
        }
        return tables.query("markouts of simulated trades", sql());
    }

    /** Units with simulated trades, in the order of a hash of their keys, until there are enough quotes. */
    private List<RunManifest.Unit> units() {
        List<RunManifest.Unit> candidates = new ArrayList<>(manifest.units());
        candidates.removeIf(unit -> !unit.done() || rows(unit, "simulated_trades") == 0);
        candidates.sort(Comparator.comparingInt(unit -> unit.unit().path().hashCode() * GOLDEN));
        List<RunManifest.Unit> units = new ArrayList<>();
        long quotes = 0;
        for (RunManifest.Unit unit : candidates) {
            quotes += rows(unit, "quotes");
            if (quotes > MOST_QUOTES && !units.isEmpty()) {
                break;
            }
            units.add(unit);
        }
        return units;
    }

    private static long rows(RunManifest.Unit unit, String table) {
        return unit.files().stream()
                .filter(file -> file.table().equals(table))
                .mapToLong(RunManifest.File::rows)
                .sum();
    }

    private static List<RunManifest.File> files(List<RunManifest.Unit> units, String table) {
        Set<RunManifest.File> files = new HashSet<>();
        units.forEach(unit ->
                unit.files().stream().filter(file -> file.table().equals(table)).forEach(files::add));
        return List.copyOf(files);
    }

    private String sql() {
        String steps = horizons.stream()
                .map(horizon -> "('" + horizon.label() + "', " + horizon.ns() + "L)")
                .collect(Collectors.joining(", "));
        return """
                WITH study AS (
                  SELECT t.security_code, t.date, t.ts_ns, t.price2, t.quantity, IF(t.side = 'BUY', 1, -1) AS sign,
                    m.arrival_bid_px + m.arrival_offer_px AS mid2
                  FROM study_trades t JOIN metrics m USING (security_code, date, order_id)
                  WHERE t.study AND m.arrival_bid_px IS NOT NULL),
                ends AS (
                  SELECT security_code, date, max(end_ns) AS end_ns FROM classified
                  WHERE terminal_reason = 'OPEN' GROUP BY 1, 2),
                points AS (
                  SELECT s.*, h.horizon, s.ts_ns + h.ns AS at
                  FROM study s CROSS JOIN (VALUES %s) AS h(horizon, ns)),
                events AS (
                  SELECT security_code, date, ts_ns AS at, 0 AS kind, sequence,
                    named_struct('mid2', IF(flags IN ('NORMAL', 'LOCKED'), bid_px + offer_px, NULL)) AS quote,
                    NULL AS horizon, NULL AS sign, NULL AS price2, NULL AS quantity, NULL AS mid2
                  FROM study_quotes
                  UNION ALL
                  SELECT security_code, date, at, 1, 0L, NULL, horizon, sign, price2, quantity, mid2 FROM points),
                valued AS (
                  SELECT *, last(quote, true) OVER (PARTITION BY security_code, date ORDER BY at, kind, sequence
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW).mid2 AS later2 FROM events)
                SELECT v.horizon, count(*) AS n,
                  sum(CAST(v.sign * (v.price2 - v.later2) AS DECIMAL(19,0)) * v.quantity) AS half_value,
                  sum(CAST(v.mid2 AS DECIMAL(19,0)) * v.quantity) AS base_half_value
                FROM valued v LEFT JOIN ends e USING (security_code, date)
                WHERE v.kind = 1 AND v.later2 IS NOT NULL AND (e.end_ns IS NULL OR v.at < e.end_ns)
                GROUP BY 1""".formatted(steps);
    }
}
