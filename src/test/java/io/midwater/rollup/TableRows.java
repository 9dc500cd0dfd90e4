package io.midwater.rollup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Rows of one published table, written as Parquet: one file for each call of {@link #write}. */
final class TableRows {
    private final PublishedTable table;
    private final Map<String, Object> defaults;
    private final List<Row> rows = new ArrayList<>();

    /** @param defaults name, value, name, value … of every row; what is not named is null */
    TableRows(PublishedTable table, Object... defaults) {
        this.table = table;
        this.defaults = map(defaults);
    }

    /** Adds a row: name, value, name, value … beyond the defaults. */
    TableRows add(Object... values) {
        Map<String, Object> row = new HashMap<>(defaults);
        row.putAll(map(values));
        StructType struct = struct();
        Object[] cells = new Object[struct.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.remove(struct.fields()[i].name());
        }
        if (!row.isEmpty()) {
            throw new IllegalArgumentException(table + " has no columns " + row.keySet());
        }
        rows.add(RowFactory.create(cells));
        return this;
    }

    /** Markouts of one horizon are always there. */
    private StructType struct() {
        return table.struct(RandomOrders.HORIZONS);
    }

    private static Map<String, Object> map(Object... values) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put((String) values[i], values[i + 1]);
        }
        return map;
    }

    /** Writes the rows under the directory and forgets them. */
    List<String> write(SparkSession session, Path directory) throws IOException {
        session.createDataFrame(rows, struct()).coalesce(1).write().parquet(directory.toString());
        rows.clear();
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".parquet"))
                    .toList();
        }
    }
}
