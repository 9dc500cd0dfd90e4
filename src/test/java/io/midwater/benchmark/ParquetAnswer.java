package io.midwater.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/** What is in the Parquet files that a peer left: rows and one hash over all columns of all rows, in whatever order. */
final class ParquetAnswer {
    private ParquetAnswer() {}

    /** Argument: output folder. */
    public static void main(String[] arguments) throws SQLException {
        System.out.println(of(Path.of(arguments[0])));
    }

    private static String of(Path output) throws SQLException {
        String columns = OrdersColumns.names().stream()
                .map(name -> switch (OrdersColumns.type(name)) {
                    case LONG, INT -> "\"" + name + "\"::bigint";
                    case DATE -> "\"" + name + "\"::date";
                    case BOOLEAN, DOUBLE, TEXT, DECIMAL_38_0, DECIMAL_38_12, BINARY -> "\"" + name + "\"::varchar";
                })
                .collect(Collectors.joining(", "));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(
                        "select count(*), sum(hash(" + columns
                                + ")) from read_parquet('" + output
                                + "/**/*.parquet', hive_partitioning = true, hive_types = {'security_code': bigint, 'date': date})")) {
            answer.next();
            return answer.getLong(1) + " rows, column hash " + answer.getString(2);
        }
    }
}
