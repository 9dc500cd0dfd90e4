package io.midwater.app.report;

import io.midwater.control.RunManifest;
import io.midwater.report.Figures;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.parquet.ColumnFile;
import io.midwater.sink.parquet.ColumnValues;
import io.midwater.spark.ExactPaths;
import io.midwater.spark.Jobs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The published files of one manifest, as the report reads them: aggregates whole, tables by queries only. */
final class ReportTables {
    private final SparkSession spark;
    private final OutputLayout layout;
    private final RunManifest manifest;

    /** @param spark stays as it is: the queries run in a session of their own */
    ReportTables(SparkSession spark, OutputLayout layout, RunManifest manifest) {
        this.spark = spark.newSession();
        this.spark
                .conf()
                .set("spark.sql.shuffle.partitions", spark.sparkContext().defaultParallelism());
        this.spark.conf().set("spark.sql.session.timeZone", "UTC");
        this.spark.conf().set("spark.sql.datetime.java8API.enabled", true);
        this.spark.conf().set("spark.sql.codegen.maxFields", 1000);
        this.layout = layout;
        this.manifest = manifest;
    }

    /**
     * The rows of an aggregate, none if it was not published.
     *
     * @param columns to read, those that are there; none to read all
     */
    List<Figures> aggregate(String name, List<String> columns) throws IOException {
        List<Figures> rows = new ArrayList<>();
        for (RunManifest.File published : manifest.aggregates()) {
            if (published.table().equals(name) && published.path().endsWith(".parquet")) {
                ColumnFile file =
                        ColumnFile.open(spark.sparkContext().hadoopConfiguration(), layout.file(published.path()));
                rows.addAll(rows(file, columns));
            }
        }
        return rows;
    }

    private static List<Figures> rows(ColumnFile file, List<String> columns) throws IOException {
        List<String> there = file.names();
        Map<String, ColumnValues> values = file.read(
                columns.isEmpty()
                        ? there
                        : columns.stream().filter(there::contains).toList());
        List<Figures> rows = new ArrayList<>();
        for (int row = 0; row < file.rows(); row++) {
            Map<String, Object> figures = new HashMap<>();
            for (Map.Entry<String, ColumnValues> column : values.entrySet()) {
                figures.put(column.getKey(), column.getValue().value(row));
            }
            rows.add(new Figures(figures));
        }
        return rows;
    }

    /** Makes a view of a table's files; without any, there is no view. */
    boolean view(String table) {
        return view(table, manifest.paths(table));
    }

    boolean view(String name, List<String> paths) {
        if (paths.isEmpty()) {
            return false;
        }
        read(paths.stream().map(this::absolute).toList()).createOrReplaceTempView(name);
        return true;
    }

    /** @param job what it is for, as the Spark UI shows it */
    List<Figures> query(String job, String sql) {
        return Jobs.described(spark.sparkContext(), "Report: " + job, () -> figures(spark.sql(sql)));
    }

    private Dataset<Row> read(List<String> files) {
        return spark.read().parquet(ExactPaths.of(files));
    }

    private String absolute(String path) {
        return layout.file(path).toString();
    }

    private static List<Figures> figures(Dataset<Row> rows) {
        String[] columns = rows.columns();
        List<Figures> figures = new ArrayList<>();
        for (Row row : rows.collectAsList()) {
            Map<String, Object> values = new HashMap<>();
            for (int i = 0; i < columns.length; i++) {
                values.put(columns[i], row.get(i));
            }
            figures.add(new Figures(values));
        }
        return figures;
    }
}
