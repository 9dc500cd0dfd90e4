package io.midwater.app;

import io.midwater.control.FileResult;
import io.midwater.control.UnitResult;
import io.midwater.control.WrittenTable;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.feed.InputFile;
import io.midwater.feed.RejectReason;
import io.midwater.feed.RejectsTable;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.ParquetTableWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/**
 * Adds the trade legs that were rejected in their units to the rejects: one more file for each input file that has any.
 * Known are their places; their texts are not at hand any more.
 */
final class RejectedLegs {
    private static final Comparator<UnitResult.RejectedRow> FILE_ORDER =
            Comparator.comparingInt(UnitResult.RejectedRow::split).thenComparingLong(UnitResult.RejectedRow::line);

    private final Configuration configuration;
    private final OutputLayout staging;
    private final List<InputFile> files;

    RejectedLegs(Configuration configuration, OutputLayout staging, List<InputFile> files) {
        this.configuration = configuration;
        this.staging = staging;
        this.files = files;
    }

    /** Writes them to staging. */
    List<WrittenTable> write(Map<Integer, FileResult> accounts, Collection<UnitResult> units) throws IOException {
        Map<Integer, List<UnitResult.RejectedRow>> byFile = new TreeMap<>();
        for (UnitResult unit : units) {
            for (UnitResult.RejectedRow leg : unit.rejectedLegs()) {
                byFile.computeIfAbsent(leg.file(), file -> new ArrayList<>()).add(leg);
            }
        }
        List<WrittenTable> written = new ArrayList<>();
        for (Map.Entry<Integer, List<UnitResult.RejectedRow>> legs : byFile.entrySet()) {
            legs.getValue().sort(FILE_ORDER);
            written.add(write(files.get(legs.getKey()), accounts.get(legs.getKey()), legs.getValue()));
        }
        return written;
    }

    private WrittenTable write(InputFile file, FileResult account, List<UnitResult.RejectedRow> legs)
            throws IOException {
        // The numbers up to the number of files are those of the rows rejected while reading.
        int part = files.size() + file.index();
        try (ParquetTableWriter writer = new ParquetTableWriter(
                configuration,
                staging.rejectsFile(file.kind(), part),
                new RejectsTable(RowGroupSink.none()).schema())) {
            RejectsTable table = new RejectsTable(writer);
            for (UnitResult.RejectedRow leg : legs) {
                table.add(
                        file.path(),
                        1 + account.linesBefore().get(leg.split()) + leg.line(),
                        leg.byteOffset(),
                        RejectReason.LEG_CONFLICT.name(),
                        null,
                        null);
            }
            table.flush();
            return staging.written("rejects", writer.finish());
        }
    }
}
