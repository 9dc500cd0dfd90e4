package io.midwater.sink;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.Table;
import io.midwater.domain.table.TableSchema;
import io.midwater.sink.parquet.ParquetFile;
import io.midwater.sink.parquet.ParquetSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Writes small tables, each as one file. The same rows give the same bytes. */
public final class AggregateTableWriter {
    private final Configuration configuration;

    public AggregateTableWriter(Configuration configuration) {
        this.configuration = configuration;
    }

    /** @throws org.apache.hadoop.fs.FileAlreadyExistsException if there is such a file */
    public WrittenFile writeParquet(Path path, AggregateTable table) throws IOException {
        TableSchema schema = new TableSchema(table.name(), table.columns());
        int rows = table.rows().size();
        try (NewFile out = new NewFile(configuration, path);
                ParquetFile file = new ParquetFile(out, schema)) {
            for (int from = 0; from < rows; from += Table.GROUP_ROWS) {
                int count = Math.min(Table.GROUP_ROWS, rows - from);
                file.startGroup(count);
                for (int column = 0; column < schema.columns().size(); column++) {
                    writeColumn(table, column, from, count, file);
                }
                file.endGroup();
            }
            file.finish();
            return out.finish(rows);
        }
    }

    private static void writeColumn(AggregateTable table, int column, int from, int count, ParquetFile file)
            throws IOException {
        long[] codes = new long[count];
        List<byte[]> bytes = new ArrayList<>();
        Map<Object, Integer> indexes = new HashMap<>();
        for (int i = 0; i < count; i++) {
            Object value = table.rows().get(from + i)[column];
            if (value == null) {
                codes[i] = RowGroup.NULL;
            } else if (value instanceof String || value instanceof BigDecimal) {
                Integer known = indexes.putIfAbsent(value, bytes.size());
                codes[i] = known == null ? bytes.size() : known;
                if (known == null) {
                    bytes.add(bytes(value));
                }
            } else {
                codes[i] = code(value);
            }
        }
        file.writeColumn(codes, bytes::get);
    }

    private static byte[] bytes(Object value) {
        return value instanceof BigDecimal decimal
                ? ParquetSchema.stored(decimal)
                : ((String) value).getBytes(StandardCharsets.UTF_8);
    }

    private static long code(Object value) {
        if (value instanceof Double number) {
            return Double.doubleToRawLongBits(number);
        } else if (value instanceof Boolean yes) {
            return yes ? 1 : 0;
        } else if (value instanceof LocalDate date) {
            return date.toEpochDay();
        }
        return ((Number) value).longValue();
    }

    /**
     * Writes the form of {@link CsvTableWriter}; decimals are plain, without zeros at the end.
     *
     * @throws org.apache.hadoop.fs.FileAlreadyExistsException if there is such a file
     */
    public WrittenFile writeCsv(Path path, AggregateTable table) throws IOException {
        try (NewFile out = new NewFile(configuration, path);
                CsvWriter csv = CsvText.builder().build(out, StandardCharsets.UTF_8)) {
            csv.writeRecord(table.columns().stream().map(ColumnSpec::name).toList());
            ShortestDouble doubles = new ShortestDouble();
            for (Object[] row : table.rows()) {
                csv.writeRecord(
                        Arrays.stream(row).map(value -> cell(value, doubles)).toList());
            }
            csv.flush();
            return out.finish(table.rows().size());
        }
    }

    /**
     * Writes the first row as people read it, one line {@code metric,value} per column.
     *
     * @throws org.apache.hadoop.fs.FileAlreadyExistsException if there is such a file
     */
    public WrittenFile writeMetrics(Path path, AggregateTable table) throws IOException {
        try (NewFile out = new NewFile(configuration, path);
                CsvWriter csv = CsvText.builder().build(out, StandardCharsets.UTF_8)) {
            csv.writeRecord("metric", "value");
            ShortestDouble doubles = new ShortestDouble();
            Object[] values = table.rows().get(0);
            for (int i = 0; i < values.length; i++) {
                csv.writeRecord(table.columns().get(i).name(), cell(values[i], doubles));
            }
            csv.flush();
            return out.finish(values.length);
        }
    }

    private static String cell(Object value, ShortestDouble doubles) {
        if (value == null) {
            return null;
        } else if (value instanceof String text) {
            return CsvText.guarded(text);
        } else if (value instanceof Double number) {
            byte[] text = new byte[ShortestDouble.LONGEST];
            return new String(text, 0, doubles.write(number, text, 0), StandardCharsets.US_ASCII);
        } else if (value instanceof BigDecimal decimal) {
            return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
        }
        return value.toString();
    }
}
