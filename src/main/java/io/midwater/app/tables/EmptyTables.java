package io.midwater.app.tables;

import io.midwater.config.MidwaterConfig;
import io.midwater.control.WrittenTable;
import io.midwater.domain.table.TableSchema;
import io.midwater.feed.RejectsTable;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.ParquetTableWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** The tables of an output without units: one file each, with all columns and no row, so that readers find the columns. */
public final class EmptyTables {
    private final Configuration hadoop;
    private final MidwaterConfig config;
    private final OutputLayout staging;

    public EmptyTables(Configuration hadoop, MidwaterConfig config, OutputLayout staging) {
        this.hadoop = hadoop;
        this.config = config;
        this.staging = staging;
    }

    /** Writes to staging every table that a unit would have. */
    public List<WrittenTable> write() throws IOException {
        List<WrittenTable> written = new ArrayList<>();
        for (TableSchema table : DataDictionary.tables(config)) {
            if (!table.name().equals(RejectsTable.NAME)) {
                try (ParquetTableWriter writer =
                        new ParquetTableWriter(hadoop, staging.emptyFile(table.name()), table)) {
                    written.add(staging.written(table.name(), writer.finish()));
                }
            }
        }
        return written;
    }
}
