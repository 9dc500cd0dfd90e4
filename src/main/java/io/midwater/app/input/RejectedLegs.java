package io.midwater.app.input;

import io.midwater.control.FaultPoint;
import io.midwater.control.FileResult;
import io.midwater.control.RunManifest;
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
public final class RejectedLegs {
    private static final Comparator<RunManifest.RejectedLeg> FILE_ORDER =
            Comparator.comparingLong(RunManifest.RejectedLeg::line);

    private final Configuration configuration;
    private final OutputLayout staging;
    private final Map<Integer, InputFile> files;

    /** @param files by number */
    public RejectedLegs(Configuration configuration, OutputLayout staging, Map<Integer, InputFile> files) {
        this.configuration = configuration;
        this.staging = staging;
        this.files = files;
    }

    /** The rejected legs of a unit with the lines that they have in their files. */
    public static List<RunManifest.RejectedLeg> of(UnitResult unit, Map<Integer, FileResult> accounts) {
        return unit.rejectedLegs().stream()
                .map(leg -> new RunManifest.RejectedLeg(
                        leg.file(),
                        1 + accounts.get(leg.file()).linesBefore().get(leg.split()) + leg.line(),
                        leg.byteOffset()))
                .toList();
    }

    /** Writes those of all units to staging. */
    public List<WrittenTable> write(Collection<RunManifest.Unit> units) throws IOException {
        Map<Integer, List<RunManifest.RejectedLeg>> byFile = new TreeMap<>();
        for (RunManifest.Unit unit : units) {
            for (RunManifest.RejectedLeg leg : unit.rejectedLegs()) {
                byFile.computeIfAbsent(leg.file(), file -> new ArrayList<>()).add(leg);
            }
        }
        List<WrittenTable> written = new ArrayList<>();
        for (Map.Entry<Integer, List<RunManifest.RejectedLeg>> legs : byFile.entrySet()) {
            legs.getValue().sort(FILE_ORDER);
            written.add(write(files.get(legs.getKey()), legs.getValue()));
            FaultPoint.REJECTS_STAGED.reached();
        }
        return written;
    }

    private WrittenTable write(InputFile file, List<RunManifest.RejectedLeg> legs) throws IOException {
        try (ParquetTableWriter writer = new ParquetTableWriter(
                configuration,
                staging.unitRejects(file.kind(), file.index()),
                new RejectsTable(RowGroupSink.none()).schema())) {
            RejectsTable table = new RejectsTable(writer);
            for (RunManifest.RejectedLeg leg : legs) {
                table.add(file.path(), leg.line(), leg.byteOffset(), RejectReason.LEG_CONFLICT.name(), null, null);
            }
            table.flush();
            return staging.written(RejectsTable.NAME, writer.finish());
        }
    }
}
