package io.midwater.app;

import io.midwater.control.RunManifest;
import io.midwater.report.Figures;
import io.midwater.sink.OutputLayout;
import io.midwater.spark.ExactPaths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

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
    List<Figures> aggregate(String name, List<String> columns) {
        List<String> files = manifest.aggregates().stream()
                .filter(file -> file.table().equals(name) && file.path().endsWith(".parquet"))
                .map(this::path)
                .toList();
        if (files.isEmpty()) {
            return List.of();
        }
        Dataset<Row> rows = read(files);
        List<String> there = List.of(rows.columns());
        Column[] wanted =
                columns.stream().filter(there::contains).map(functions::col).toArray(Column[]::new);
        return figures(wanted.length == 0 ? rows : rows.select(wanted));
    }

    /** Makes a view of a table's files; without any, there is no view. */
    boolean view(String table) {
        return view(table, manifest.files(table));
    }

    boolean view(String name, List<RunManifest.File> files) {
        if (files.isEmpty()) {
            return false;
        }
        read(files.stream().map(this::path).toList()).createOrReplaceTempView(name);
        return true;
    }

    /** @param job what it is for, as the Spark UI shows it */
    List<Figures> query(String job, String sql) {
        spark.sparkContext().setJobDescription("Report: " + job);
        try {
            return figures(spark.sql(sql));
        } finally {
            spark.sparkContext().setJobDescription(null);
        }
    }

    private Dataset<Row> read(List<String> files) {
        return spark.read().parquet(ExactPaths.of(files));
    }

    private String path(RunManifest.File file) {
        return new Path(layout.root(), file.path()).toString();
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
