package io.midwater.rollup;

import io.midwater.domain.Horizon;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.TableSchema;
import io.midwater.domain.table.TextDictionary;
import io.midwater.metrics.MetricsOptions;
import io.midwater.metrics.MetricsTable;
import io.midwater.simulation.SimulationTable;
import io.midwater.sink.ParquetTableWriter;
import io.midwater.totals.SumsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;

/** Rows of one table of a unit, written as Parquet, as they are or added up unit by unit. */
final class TableRows {
    /** Markouts of one horizon are always there. */
    private static final List<Horizon> HORIZONS =
            RandomOrders.HORIZONS.stream().map(label -> new Horizon(label, 0)).toList();

    private static final TableSchema METRICS =
            new MetricsTable(RowGroupSink.none(), new MetricsOptions(HORIZONS, 0)).schema();

    private static final TableSchema SIMULATION = new SimulationTable(RowGroupSink.none(), HORIZONS).schema();

    private final TableSchema schema;
    private final Map<String, Object> defaults;
    private final List<Object[]> rows = new ArrayList<>();

    private TableRows(TableSchema schema, Object... defaults) {
        this.schema = schema;
        this.defaults = map(defaults);
    }

    /** Table {@code metrics}. @param defaults name, value, name, value … of every row; what is not named is null */
    static TableRows metrics(Object... defaults) {
        return new TableRows(METRICS, defaults);
    }

    /** Table {@code simulation}. @param defaults name, value, name, value … of every row; what is not named is null */
    static TableRows simulation(Object... defaults) {
        return new TableRows(SIMULATION, defaults);
    }

    /** Adds a row: name, value, name, value … beyond the defaults. */
    TableRows add(Object... values) {
        Map<String, Object> row = new HashMap<>(defaults);
        row.putAll(map(values));
        Object[] cells = new Object[schema.columns().size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.remove(schema.columns().get(i).name());
        }
        if (!row.isEmpty()) {
            throw new IllegalArgumentException(schema.name() + " has no columns " + row.keySet());
        }
        rows.add(cells);
        return this;
    }

    private static Map<String, Object> map(Object... values) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put((String) values[i], values[i + 1]);
        }
        return map;
    }

    /** Writes the rows as one file below the directory. */
    List<String> write(Path directory) throws IOException {
        return List.of(
                write(directory.resolve("part-0.parquet"), schema, sink -> () -> sink.accept(new Rows(schema, rows))));
    }

    /** Adds the rows of each unit up and writes one file a unit below the directory. */
    List<String> writeSums(Path directory) throws IOException {
        Function<RowGroupSink, SumsTable> table = sink -> schema == METRICS
                ? SumsTable.ofOrders(sink, RandomOrders.HORIZONS)
                : SumsTable.ofScenarios(sink, RandomOrders.HORIZONS);
        Map<SecurityDay, List<Object[]>> units = new TreeMap<>();
        for (Object[] row : rows) {
            Long security = (Long) row[schema.indexOf("security_code")];
            LocalDate date = (LocalDate) row[schema.indexOf("date")];
            units.computeIfAbsent(new SecurityDay(security, date), unit -> new ArrayList<>())
                    .add(row);
        }
        List<String> files = new ArrayList<>();
        for (Map.Entry<SecurityDay, List<Object[]>> unit : units.entrySet()) {
            Path file = directory.resolve(unit.getKey().path()).resolve("part-0.parquet");
            files.add(write(file, table.apply(RowGroupSink.none()).schema(), sink -> () -> {
                SumsTable sums = table.apply(sink);
                sums.adding(RowGroupSink.none()).accept(new Rows(schema, unit.getValue()));
                sums.finish(unit.getKey());
            }));
        }
        return files;
    }

    private static String write(Path file, TableSchema schema, Function<RowGroupSink, Runnable> content)
            throws IOException {
        try (ParquetTableWriter writer =
                new ParquetTableWriter(new Configuration(), new org.apache.hadoop.fs.Path(file.toUri()), schema)) {
            content.apply(writer).run();
            writer.finish();
        }
        return file.toString();
    }

    /** Rows of objects as columns of longs. */
    private record Rows(TableSchema schema, List<Object[]> cells, List<TextDictionary> dictionaries)
            implements RowGroup {
        Rows(TableSchema schema, List<Object[]> cells) {
            this(
                    schema,
                    cells,
                    IntStream.range(0, schema.columns().size())
                            .mapToObj(i -> new TextDictionary())
                            .toList());
            for (int column = 0; column < schema.columns().size(); column++) {
                read(column, 0, cells.size(), new long[cells.size()]);
            }
        }

        @Override
        public int rows() {
            return cells.size();
        }

        @Override
        public void read(int column, int from, int count, long[] into) {
            for (int i = 0; i < count; i++) {
                into[i] = code(schema.columns().get(column), cells.get(from + i)[column], dictionaries.get(column));
            }
        }

        @Override
        public TextDictionary dictionary(int column) {
            return dictionaries.get(column);
        }

        private static long code(ColumnSpec column, Object value, TextDictionary dictionary) {
            if (value == null) {
                return NULL;
            } else if (column.type() == ColumnType.DOUBLE) {
                return Double.doubleToRawLongBits((Double) value + 0.0);
            } else if (value instanceof Boolean yes) {
                return yes ? 1 : 0;
            } else if (value instanceof LocalDate date) {
                return date.toEpochDay();
            } else if (value instanceof String text) {
                return dictionary.indexOf(text);
            }
            return ((Number) value).longValue();
        }
    }
}
