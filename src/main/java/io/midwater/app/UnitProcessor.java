package io.midwater.app;

import io.midwater.control.FailureReason;
import io.midwater.control.UnitFailure;
import io.midwater.control.UnitResult;
import io.midwater.control.UnitSums;
import io.midwater.control.WrittenTable;
import io.midwater.domain.Findings;
import io.midwater.domain.InputKind;
import io.midwater.domain.InvariantException;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.table.ColumnBlock;
import io.midwater.feed.RoutedBlock;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.StagedUnit;
import io.midwater.slice.Assembled;
import io.midwater.slice.Piece;
import io.midwater.slice.SliceAssembler;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/**
 * Does one unit: gathers its blocks, puts the slice together, analyses it, writes its files to staging. Whatever goes
 * wrong with it stays with it: an {@link Exception} becomes the unit's failure and its files are removed; an {@link Error}
 * is not caught.
 */
final class UnitProcessor {
    private final Configuration configuration;
    private final OutputLayout staging;
    private final UnitJob job;
    private final SliceAssembler assembler;

    UnitProcessor(Configuration configuration, OutputLayout staging, UnitJob job) {
        this.configuration = configuration;
        this.staging = staging;
        this.job = job;
        this.assembler = new SliceAssembler(job.market(), job.schemas());
    }

    /** @return null for a unit that has neither orders nor trades */
    UnitResult process(SecurityDay unit, Iterator<RoutedBlock> blocks) {
        long started = System.nanoTime();
        SortedMap<String, Long> rowsRead = new TreeMap<>();
        Map<InputKind, List<Piece>> pieces = new EnumMap<>(InputKind.class);
        long bytes = 0;
        while (blocks.hasNext()) {
            RoutedBlock block = blocks.next();
            InputKind kind = InputKind.values()[block.kind()];
            rowsRead.merge(kind.label(), (long) block.rows(), Long::sum);
            bytes += block.bytes().length;
            if (bytes <= job.maxSliceBytes()) {
                pieces.computeIfAbsent(kind, k -> new ArrayList<>())
                        .add(new Piece(
                                block.fileIndex(), block.split(), block.ordinal(), new ColumnBlock(block.bytes())));
            } else {
                pieces.clear();
            }
        }
        if (!rowsRead.containsKey(InputKind.ORDERS.label()) && !rowsRead.containsKey(InputKind.TRADES.label())) {
            return null;
        }
        if (bytes > job.maxSliceBytes()) {
            String message = "its blocks hold " + bytes + " bytes, more than the " + job.maxSliceBytes()
                    + " that run.max-slice-memory allows a slice";
            return failed(unit, new UnitFailure(FailureReason.SLICE_TOO_LARGE, message, ""), rowsRead, started);
        }
        try {
            return analysed(unit, pieces, rowsRead, started);
        } catch (IOException | RuntimeException e) {
            return failed(unit, failure(e), rowsRead, started);
        }
    }

    private UnitResult analysed(
            SecurityDay unit, Map<InputKind, List<Piece>> pieces, SortedMap<String, Long> rowsRead, long started)
            throws IOException {
        Assembled assembled = assembler.assemble(unit, pieces);
        pieces.clear();
        Findings findings = assembled.findings();
        try (StagedUnit output = new StagedUnit(configuration, unit, staging, job.csv())) {
            UnitSums sums = job.analysis().analyse(assembled.slice(), findings, output);
            List<WrittenTable> tables = output.finish();
            return new UnitResult(
                    unit,
                    null,
                    tables,
                    sums,
                    findings.found(),
                    rowsRead,
                    assembled.duplicatesByFile(),
                    assembled.rejectedLegs().stream()
                            .map(leg ->
                                    new UnitResult.RejectedRow(leg.file(), leg.split(), leg.line(), leg.byteOffset()))
                            .toList(),
                    System.nanoTime() - started);
        }
    }

    private static UnitResult failed(
            SecurityDay unit, UnitFailure failure, SortedMap<String, Long> rowsRead, long started) {
        return new UnitResult(
                unit,
                failure,
                List.of(),
                UnitSums.NONE,
                Map.of(),
                rowsRead,
                Map.of(),
                List.of(),
                System.nanoTime() - started);
    }

    private static UnitFailure failure(Exception e) {
        FailureReason reason = e instanceof ArithmeticException
                ? FailureReason.OVERFLOW
                : e instanceof IOException || e instanceof UncheckedIOException
                        ? FailureReason.WRITE_ERROR
                        : e instanceof InvariantException
                                ? FailureReason.INVARIANT_BROKEN
                                : FailureReason.ANALYSIS_ERROR;
        StringWriter stack = new StringWriter();
        e.printStackTrace(new PrintWriter(stack));
        return new UnitFailure(reason, e.toString().lines().findFirst().orElse(""), stack.toString());
    }
}
