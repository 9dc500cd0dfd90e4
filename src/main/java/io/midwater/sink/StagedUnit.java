package io.midwater.sink;

import io.midwater.control.WrittenTable;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.TableSchema;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The tables of one unit while they are written, in a staging directory of one attempt. Closed before {@link #finish} it
 * leaves nothing.
 */
public final class StagedUnit implements TableOutput, Closeable {
    private final Configuration configuration;
    private final SecurityDay unit;
    private final OutputLayout staging;
    private final boolean csv;
    private final Map<String, TableSchema> schemas = new LinkedHashMap<>();
    private final Map<String, ParquetTableWriter> parquets = new LinkedHashMap<>();
    private final Map<String, CsvTableWriter> csvs = new LinkedHashMap<>();

    /**
     * @param staging the layout below a folder that no other attempt uses
     * @param csv write the CSV tree too
     */
    public StagedUnit(Configuration configuration, SecurityDay unit, OutputLayout staging, boolean csv) {
        this.configuration = configuration;
        this.unit = unit;
        this.staging = staging;
        this.csv = csv;
    }

    @Override
    public void declare(TableSchema schema) {
        String table = schema.name();
        schemas.put(table, schema);
        try {
            parquets.put(table, new ParquetTableWriter(configuration, staging.unitFile(table, unit), schema));
            for (OutputLayout.UnitCsv file : OutputLayout.UnitCsv.values()) {
                if (csv && file.table().equals(table)) {
                    csvs.put(table, new CsvTableWriter(configuration, staging.unitCsv(file, unit), schema));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void accept(RowGroup group) {
        String table = group.schema().name();
        parquets.get(table).accept(group);
        CsvTableWriter writer = csvs.get(table);
        if (writer != null) {
            writer.accept(group);
        }
    }

    /** Ends every file. */
    public List<WrittenTable> finish() throws IOException {
        List<WrittenTable> written = new ArrayList<>();
        for (Map.Entry<String, ParquetTableWriter> writer : parquets.entrySet()) {
            written.add(staging.written(writer.getKey(), writer.getValue().finish()));
        }
        for (Map.Entry<String, CsvTableWriter> writer : csvs.entrySet()) {
            written.add(
                    staging.written(writer.getKey() + ".csv", writer.getValue().finish()));
        }
        return written;
    }

    /**
     * Reads the footers of finished Parquet files back.
     *
     * @throws IOException if a file is not what was written
     */
    public void check(List<WrittenTable> written) throws IOException {
        for (WrittenTable table : written) {
            if (parquets.containsKey(table.table())) {
                List<String> problems = ParquetFooterCheck.problems(
                        configuration, new Path(table.staged()), schemas.get(table.table()), table.rows());
                if (!problems.isEmpty()) {
                    throw new IOException(String.join("; ", problems));
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (ParquetTableWriter writer : parquets.values()) {
            writer.close();
        }
        for (CsvTableWriter writer : csvs.values()) {
            writer.close();
        }
    }
}
