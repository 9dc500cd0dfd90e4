package io.midwater.sink;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads files back through other people's engines. */
final class Readers {
    private Readers() {}

    static SparkSession spark() {
        return SparkSession.builder()
                .master("local[1]")
                .appName("sink tests")
                .config("spark.sql.datetime.java8API.enabled", true)
                .config("spark.sql.shuffle.partitions", 1)
                .getOrCreate();
    }

    static List<List<Object>> spark(Path file) {
        List<List<Object>> rows = new ArrayList<>();
        for (Row row : spark().read().parquet(file.toString()).collectAsList()) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < row.length(); i++) {
                values.add(row.get(i));
            }
            rows.add(values);
        }
        return rows;
    }

    static List<List<Object>> duckdb(Path file) throws SQLException {
        return duckdbQuery("SELECT * FROM read_parquet('" + file + "')");
    }

    static List<List<Object>> duckdbQuery(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    Object value = result.getObject(i);
                    values.add(value instanceof Date date ? date.toLocalDate() : value);
                }
                rows.add(values);
            }
            return rows;
        }
    }
}
