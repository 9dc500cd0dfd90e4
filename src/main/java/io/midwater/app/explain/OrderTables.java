package io.midwater.app.explain;

import io.midwater.control.RunManifest;
import io.midwater.sink.OutputLayout;
import io.midwater.spark.ExactPaths;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Rows of published tables, found through a manifest. */
final class OrderTables {
    private final SparkSession spark;
    private final OutputLayout layout;
    private final List<RunManifest.Unit> units;

    OrderTables(SparkSession spark, OutputLayout layout, List<RunManifest.Unit> units) {
        this.spark = spark;
        this.layout = layout;
        this.units = units;
    }

    /** The units that have a row of a table where a column has a value. */
    List<RunManifest.Unit> unitsWith(String table, String column, long value) {
        List<Row> keys = rows(table, column, value);
        return units.stream()
                .filter(unit -> keys.stream().anyMatch(key -> holds(unit, key)))
                .toList();
    }

    private static boolean holds(RunManifest.Unit unit, Row key) {
        Object security = key.getAs("security_code");
        return Long.toString(unit.securityCode()).equals(security.toString())
                && unit.date().equals(key.getAs("date").toString());
    }

    OrderTables of(RunManifest.Unit unit) {
        return new OrderTables(spark, layout, List.of(unit));
    }

    /** A table's rows where a column has one of some values, as they lie in the files of each unit. */
    List<Row> rows(String table, String column, Object... values) {
        List<String> files = files(table);
        if (files.isEmpty() || values.length == 0) {
            return List.of();
        }
        return ours(read(files)).where(functions.col(column).isin(values)).collectAsList();
    }

    List<Row> rows(String table) {
        List<String> files = files(table);
        return files.isEmpty() ? List.of() : ours(read(files)).collectAsList();
    }

    /** A file may hold other units, too. */
    private Dataset<Row> ours(Dataset<Row> rows) {
        if (units.size() > 1) {
            return rows;
        }
        RunManifest.Unit unit = units.get(0);
        return rows.where(functions
                .col("security_code")
                .equalTo(unit.securityCode())
                .and(functions.col("date").equalTo(LocalDate.parse(unit.date()))));
    }

    private Dataset<Row> read(List<String> files) {
        return spark.read().parquet(ExactPaths.of(files));
    }

    private List<String> files(String table) {
        return units.stream()
                .flatMap(unit -> unit.files().stream())
                .filter(file -> file.table().equals(table))
                .map(file -> layout.file(file.path()).toString())
                .distinct()
                .toList();
    }
}
