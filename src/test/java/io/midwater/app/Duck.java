package io.midwater.app;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Another database looks at an output; values come back as text. */
final class Duck implements AutoCloseable {
    private final Connection connection;

    /** With a view of each of an output's tables under the table's name. */
    Duck(Path output, String... tables) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        for (String table : tables) {
            run("CREATE VIEW " + table + " AS SELECT * FROM read_parquet('" + output + "/tables/" + table
                    + "/*/*/*.parquet', hive_partitioning = false)");
        }
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<List<String>> rows(String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** The names of a table's columns. */
    List<String> columns(String table) throws SQLException {
        return rows("SELECT column_name FROM (DESCRIBE " + table + ")").stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** The one value of a query that has one. */
    String value(String sql) throws SQLException {
        return rows(sql).get(0).get(0);
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(value(sql));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
