package io.midwater.app.input;

import io.midwater.control.FaultPoint;
import io.midwater.control.FileResult;
import io.midwater.control.WrittenTable;
import io.midwater.domain.table.ColumnBlock;
import io.midwater.domain.table.ColumnMemory;
import io.midwater.domain.table.PackedColumn;
import io.midwater.domain.table.PackedRows;
import io.midwater.domain.table.RowGroup;
import io.midwater.feed.BlockSchemas;
import io.midwater.feed.FeedBlock;
import io.midwater.feed.InputFile;
import io.midwater.feed.RejectReason;
import io.midwater.feed.RejectsTable;
import io.midwater.feed.RoutedBlock;
import io.midwater.feed.SplitSummary;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.ParquetTableWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/**
 * Adds up the splits of one input file and writes its rejects. Summaries arrive before rejects, in order of splits, so a
 * line's number in its split becomes its number in the file.
 */
public final class FileAccount {
    private final Configuration configuration;
    private final OutputLayout staging;
    private final InputFile file;
    private final List<Long> linesBefore = new ArrayList<>();
    private SplitSummary total = SplitSummary.empty();
    private ParquetTableWriter writer;
    private RejectsTable rejects;
    private String firstReject;

    /** @param staging where the rejects are written */
    public FileAccount(Configuration configuration, OutputLayout staging, InputFile file) {
        this.configuration = configuration;
        this.staging = staging;
        this.file = file;
    }

    /** @param blocks summaries and rejects of the file, none of its rows */
    public FileResult process(Iterator<RoutedBlock> blocks) {
        try {
            while (blocks.hasNext()) {
                RoutedBlock block = blocks.next();
                if (block.kind() == FeedBlock.SUMMARY) {
                    add(SplitSummary.decode(block.bytes()));
                } else {
                    reject(block);
                }
            }
            return result(finish());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            close();
        }
    }

    private void add(SplitSummary summary) {
        linesBefore.add(total.lines());
        total = total.plus(summary);
    }

    private void reject(RoutedBlock block) throws IOException {
        if (writer == null) {
            rejects = new RejectsTable(group -> writer.accept(group));
            writer = new ParquetTableWriter(
                    configuration, staging.readingRejects(file.kind(), file.index()), rejects.schema());
        }
        PackedRows rows =
                ColumnBlock.concat(BlockSchemas.REJECTS, List.of(new ColumnBlock(block.bytes())), new ColumnMemory());
        PackedColumn line = rows.column(BlockSchemas.LINE);
        PackedColumn offset = rows.column(BlockSchemas.OFFSET);
        for (int row = 0; row < rows.rows(); row++) {
            if (firstReject == null) {
                firstReject = place(rows, row, 1 + linesBefore.get(block.split()) + line.get(row));
            }
            rejects.add(
                    file.path(),
                    1 + linesBefore.get(block.split()) + line.get(row),
                    offset.get(row),
                    text(rows, "reason", row),
                    text(rows, "column", row),
                    text(rows, "raw", row));
        }
    }

    private static String place(PackedRows rows, int row, long line) {
        String column = text(rows, "column", row);
        return "line " + line + (column == null ? "" : ", column " + column) + ": " + text(rows, "reason", row);
    }

    private static String text(PackedRows rows, String name, int row) {
        int column = rows.schema().indexOf(name);
        long index = rows.column(column).get(row);
        return index == RowGroup.NULL ? null : rows.dictionary(column).text((int) index);
    }

    private WrittenTable finish() throws IOException {
        if (writer == null) {
            return null;
        }
        rejects.flush();
        WrittenTable written = staging.written(RejectsTable.NAME, writer.finish());
        FaultPoint.REJECTS_STAGED.reached();
        return written;
    }

    private void close() {
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private FileResult result(WrittenTable written) {
        SortedMap<String, Long> reasons = new TreeMap<>();
        for (RejectReason reason : RejectReason.values()) {
            if (total.rejected(reason) > 0) {
                reasons.put(reason.name(), total.rejected(reason));
            }
        }
        SortedMap<String, Long> counters = new TreeMap<>();
        counters.put("lines", total.lines());
        counters.put("plain_bytes", total.bytes());
        counters.put("replaced_texts", total.replacedTexts());
        counters.put("date_disagreements", total.dateDisagreements());
        counters.put("leaves_above_quantity", total.leavesAboveQuantity());
        return new FileResult(
                file.index(),
                total.rows(),
                total.kept(),
                total.filtered(),
                total.blank(),
                total.rejectedRows(),
                reasons,
                List.copyOf(linesBefore),
                written,
                counters,
                firstReject,
                total.filtered() == 0
                        ? null
                        : new FileResult.Elsewhere(total.firstNs(), total.lastNs(), total.otherSecurities()));
    }
}
