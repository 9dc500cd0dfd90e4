package io.midwater.sink;

import io.midwater.control.RunManifest;
import io.midwater.sink.parquet.ColumnFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * Opens published tables, wherever the manifest says that a unit's rows are. The footers of files that several units share
 * are kept for a while: who reads a date's units one after the other reads each footer once. Not for sharing between
 * threads.
 */
public final class UnitTables {
    /** More than a unit has tables. */
    private static final int MOST_FOOTERS = 16;

    private final Configuration configuration;
    private final OutputLayout layout;
    private final Map<String, ColumnFile> shared = new LinkedHashMap<>(MOST_FOOTERS, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ColumnFile> eldest) {
            return size() > MOST_FOOTERS;
        }
    };

    public UnitTables(Configuration configuration, OutputLayout layout) {
        this.configuration = configuration;
        this.layout = layout;
    }

    /**
     * A whole file, or a unit's rows in one.
     *
     * @throws IOException if it cannot be read
     * @throws RuntimeException if it is not a Parquet file, or has no such rows
     */
    public ColumnFile open(RunManifest.File file) throws IOException {
        if (file.whole()) {
            return ColumnFile.open(configuration, layout.file(file.path()));
        }
        ColumnFile all = shared.get(file.path());
        if (all == null) {
            all = ColumnFile.open(configuration, layout.file(file.path()));
            shared.put(file.path(), all);
        }
        return all.part(file.rowGroup(), file.rows());
    }
}
