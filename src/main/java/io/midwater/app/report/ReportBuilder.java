package io.midwater.app.report;

import io.midwater.app.output.FinishedOutput;
import io.midwater.app.output.UsageException;
import io.midwater.app.tables.DataDictionary;
import io.midwater.config.MidwaterConfig;
import io.midwater.control.RunManifest;
import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.TableSchema;
import io.midwater.metrics.MetricsTable;
import io.midwater.report.Figures;
import io.midwater.report.HtmlReport;
import io.midwater.report.ReportData;
import io.midwater.report.ReportData.Formula;
import io.midwater.simulation.SimulationTable;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.Publisher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Builds the HTML report of a run from what its manifest names, and writes it. */
public final class ReportBuilder {
    private static final int MOST_REJECTS = 12;

    private final SparkSession spark;
    private final OutputLayout layout;
    private final Publisher publisher;

    public ReportBuilder(SparkSession spark, OutputLayout layout, Publisher publisher) {
        this.spark = spark;
        this.layout = layout;
        this.publisher = publisher;
    }

    /**
     * Writes the report to its place in the folder of the run.
     *
     * @return where it was written
     */
    public String write(RunManifest manifest) throws IOException {
        Path target = layout.runFile(manifest.runId(), "report.html");
        publisher.write(target, HtmlReport.render(data(manifest, false)));
        return target.toString();
    }

    /**
     * Builds the report of an output's newest run again.
     *
     * @param out where to write it; null for its place in the run's folder
     * @return where it was written
     * @throws UsageException if the run's manifest, or the configuration in it, cannot be read
     */
    public static String rebuild(SparkSession spark, FinishedOutput finished, String out, boolean pseudonymous)
            throws IOException {
        OutputLayout layout = finished.layout();
        RunManifest manifest = finished.manifest();
        Publisher publisher = new Publisher(spark.sparkContext().hadoopConfiguration(), layout);
        String html = HtmlReport.render(new ReportBuilder(spark, layout, publisher).data(manifest, pseudonymous));
        Path target = out == null
                ? layout.runFile(manifest.runId(), pseudonymous ? "report-pseudonyms.html" : "report.html")
                : new Path(out);
        publisher.write(target, html);
        return target.toString();
    }

    private ReportData data(RunManifest manifest, boolean pseudonymous) throws IOException {
        MidwaterConfig config = ReportSettings.config(manifest);
        ReportTables tables = new ReportTables(spark, layout, manifest);
        Map<String, List<Figures>> aggregates = new HashMap<>();
        for (String name : HtmlReport.aggregates()) {
            aggregates.put(name, tables.aggregate(name, HtmlReport.columns(name)));
        }
        ReportNames names = ReportNames.read(
                spark.sparkContext().hadoopConfiguration(),
                config,
                manifest,
                aggregates.get("by_participant"),
                aggregates.get("by_security"));
        return new ReportData(
                manifest,
                ReportSettings.flat(manifest),
                aggregates,
                new ReportQueries(tables).run(),
                rejects(tables, manifest),
                formulas(config),
                names.participants(),
                names.securities(),
                pseudonymous);
    }

    private static List<Figures> rejects(ReportTables tables, RunManifest manifest) {
        if (!tables.view(
                "rejects",
                manifest.rejects().stream().map(RunManifest.File::path).toList())) {
            return List.of();
        }
        return tables.query(
                "some rejected rows",
                "SELECT file, line, reason, column, raw FROM rejects ORDER BY file, line LIMIT " + MOST_REJECTS);
    }

    private static List<Formula> formulas(MidwaterConfig config) {
        List<Formula> formulas = new ArrayList<>();
        Map<String, List<ColumnSpec>> aggregates = DataDictionary.aggregates(config);
        for (String name : List.of("global_summary", "scenario_comparison", "statistics")) {
            add(name, aggregates.getOrDefault(name, List.of()), formulas);
        }
        RowGroupSink nowhere = RowGroupSink.none();
        for (TableSchema table : List.of(
                new MetricsTable(nowhere, config.metrics()).schema(),
                new SimulationTable(nowhere, config.metrics().horizons()).schema())) {
            add(table.name(), table.columns(), formulas);
        }
        return formulas;
    }

    private static void add(String table, List<ColumnSpec> columns, List<Formula> formulas) {
        for (ColumnSpec column : columns) {
            if (column.type() == ColumnType.DOUBLE) {
                formulas.add(new Formula(table + "." + column.name(), column.unit(), column.description()));
            }
        }
    }
}
