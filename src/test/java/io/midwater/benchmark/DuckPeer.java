package io.midwater.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/** DuckDB on all cores, with the columns' types declared and no order to keep: its fast way. */
final class DuckPeer implements Peer {
    private final Connection connection;
    private final String rows;
    private final boolean writes;

    DuckPeer(Path file, PeerQuery query) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        execute("SET preserve_insertion_order = false");
        String columns = OrdersColumns.names().stream()
                .map(name -> "'" + name + "': '" + OrdersColumns.sqlType(name) + "'")
                .collect(Collectors.joining(", "));
        rows = "read_csv('" + file + "', auto_detect = false, header = true, delim = ',', columns = {" + columns
                + "}) where " + query.where();
        writes = query != PeerQuery.Q0;
    }

    @Override
    public String run(Path output) throws SQLException {
        if (writes) {
            execute("COPY (select * from " + rows + ") TO '" + output
                    + "' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (security_code, date))");
            return "";
        }
        String mixes = OrdersColumns.numbers().stream()
                .map(name -> "bit_xor(" + name + ")")
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*), " + mixes + " from " + rows)) {
            found.next();
            long[] mixed = new long[OrdersColumns.numbers().size()];
            for (int i = 0; i < mixed.length; i++) {
                mixed[i] = found.getLong(i + 2);
            }
            return PeerQuery.answer(found.getLong(1), mixed);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
