package io.midwater.app.tables;

import io.midwater.app.output.Json;
import io.midwater.app.unit.UnitAnalysis;
import io.midwater.classification.ClassifiedTable;
import io.midwater.config.MidwaterConfig;
import io.midwater.domain.InputKind;
import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.TableSchema;
import io.midwater.feed.RejectsTable;
import io.midwater.metrics.MetricsTable;
import io.midwater.simulation.ReplayQualityTable;
import io.midwater.simulation.Scenario;
import io.midwater.simulation.SimulatedTradesTable;
import io.midwater.simulation.SimulationTable;
import io.midwater.slice.PublishedRows;
import io.midwater.slice.QuotesTable;
import io.midwater.totals.Aggregate;
import io.midwater.totals.SumsTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Every table and column that a run publishes under its configuration, with type, unit and definition, as Markdown for
 * people and JSON for machines. Read from the declarations that the tables are written by, so it cannot say anything
 * else.
 */
public final class DataDictionary {
    private static final String WHOLE = "global_summary";
    private static final String ENGAGED = "engaged_orders";

    private DataDictionary() {}

    /** The tables of a unit and the rejects, in the order of the pipeline. */
    static List<TableSchema> tables(MidwaterConfig config) {
        RowGroupSink nowhere = RowGroupSink.none();
        List<TableSchema> tables = new ArrayList<>();
        tables.add(PublishedRows.schemaOf(InputKind.ORDERS));
        tables.add(PublishedRows.schemaOf(InputKind.TRADES));
        tables.add(new QuotesTable(nowhere).schema());
        tables.add(new ClassifiedTable(nowhere).schema());
        tables.add(new MetricsTable(nowhere, config.metrics()).schema());
        tables.add(new SimulationTable(nowhere, config.metrics().horizons()).schema());
        if (config.simulation().scenarios().contains(Scenario.MIDPOINT)) {
            tables.add(new SimulatedTradesTable(nowhere).schema());
        }
        tables.add(SumsTable.ofOrders(nowhere, config.metrics().labels()).schema());
        tables.add(SumsTable.ofScenarios(nowhere, config.metrics().labels()).schema());
        if (config.simulation().validate()) {
            tables.add(new ReplayQualityTable(nowhere).schema());
        }
        if (config.output().aggregates().contains(Aggregate.RULE605)) {
            tables.add(UnitAnalysis.rule605Table(nowhere, config.metrics()).schema());
        }
        tables.add(new RejectsTable(nowhere).schema());
        return tables;
    }

    /** The aggregates, in the order in which they are written. */
    public static Map<String, List<ColumnSpec>> aggregates(MidwaterConfig config) {
        Map<String, List<ColumnSpec>> aggregates = new LinkedHashMap<>();
        Aggregates.parts(config).forEach(part -> aggregates.putAll(Aggregates.columns(part, config)));
        return aggregates;
    }

    /** The whole dictionary: what each unit has, and what is made of all of them. */
    record Described(List<TableSchema> tables, List<TableSchema> aggregates) {}

    /** With the names that the configuration gives to columns. */
    public static String json(MidwaterConfig config) {
        List<TableSchema> aggregates = new ArrayList<>();
        aggregates(config).forEach((name, columns) -> aggregates.add(new TableSchema(name, columns)));
        return Json.write(new Described(tables(config), aggregates));
    }

    static String markdown(MidwaterConfig config) {
        StringBuilder text = new StringBuilder("""
                # Data dictionary

                Every table and column with the default configuration, those on request too; what a run published
                is in its `data-dictionary.json`. Markout columns carry the labels of `metrics.markout-horizons`,
                scenario columns those of `simulation.scenarios`. S is +1 for a buy and −1 for a sell; cost positive
                is bad, saving and improvement positive are good. No value is null, never 0. Input price units are
                those of the files; `market.price-scale` of them are one currency unit, unless the reference data of a
                security say otherwise and its prices confirm it (`price_scale` of the unit in the manifest).
                "Half value" is price units × 2 × shares, in which a midpoint is an integer. Values stay in price units;
                a sum over securities of different scale weighs each by its price units. Definitions of columns in bps
                leave out the factor 10,000, except where they are made of other columns in bps.

                ## Tables

                Zstandard Parquet under `tables/`, one row as described.
                """);
        for (TableSchema table : tables(config)) {
            describe(text, table.name(), "", table.columns());
        }
        text.append(
                "\n## Aggregates\n\nParquet and CSV under `aggregated/`. An order counts once for each business date.\n");
        Map<String, List<ColumnSpec>> aggregates = aggregates(config);
        List<ColumnSpec> common = aggregates.getOrDefault(WHOLE, List.of());
        List<String> scenarios = Aggregates.options(config).scenarios();
        aggregates.forEach((name, columns) -> {
            String shared = name.equals(WHOLE) ? "" : shared(columns, common, scenarios);
            List<ColumnSpec> own = columns.stream()
                    .filter(column -> shared.isEmpty() || !common.contains(column))
                    .toList();
            describe(text, name, shared, own);
        });
        return text.toString();
    }

    /** What an aggregate has in common with the whole; empty where it does not have all that is not of scenarios. */
    private static String shared(List<ColumnSpec> columns, List<ColumnSpec> common, List<String> scenarios) {
        List<String> missing = common.stream()
                .filter(column -> !columns.contains(column))
                .map(ColumnSpec::name)
                .toList();
        if (missing.isEmpty()) {
            return "Every column of `" + WHOLE + "`, and:\n\n";
        }
        boolean ofScenarios = missing.stream()
                .allMatch(
                        name -> name.equals(ENGAGED) || scenarios.stream().anyMatch(each -> name.endsWith("_" + each)));
        return ofScenarios
                ? "Every column of `" + WHOLE + "` except `" + ENGAGED + "` and those of scenarios, and:\n\n"
                : "";
    }

    private static void describe(StringBuilder text, String table, String note, List<ColumnSpec> columns) {
        text.append("\n### ")
                .append(table)
                .append("\n\n")
                .append(note)
                .append("| Column | Type | Unit | Definition |\n|---|---|---|---|\n");
        for (ColumnSpec column : columns) {
            text.append("| `")
                    .append(column.name())
                    .append("` | ")
                    .append(type(column.type()))
                    .append(" | ")
                    .append(column.unit())
                    .append(" | ")
                    .append(column.description().replace("|", "\\|"))
                    .append(" |\n");
        }
    }

    /** As SQL writes it: {@code decimal(38,0)}. */
    private static String type(ColumnType type) {
        return type.name().toLowerCase(Locale.ROOT).replaceAll("_(\\d+)_(\\d+)", "($1,$2)");
    }
}
