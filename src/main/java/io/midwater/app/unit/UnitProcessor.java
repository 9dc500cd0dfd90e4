package io.midwater.app.unit;

import io.midwater.control.FailureReason;
import io.midwater.control.FaultPoint;
import io.midwater.control.IdleUnit;
import io.midwater.control.RowOrigins;
import io.midwater.control.ScaleChoice;
import io.midwater.control.TaskMessage;
import io.midwater.control.UnitFailure;
import io.midwater.control.UnitResult;
import io.midwater.control.UnitSums;
import io.midwater.control.WrittenTable;
import io.midwater.domain.Finding;
import io.midwater.domain.Findings;
import io.midwater.domain.InvariantException;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.Slice;
import io.midwater.domain.StoppedException;
import io.midwater.domain.table.ColumnMemory;
import io.midwater.feed.RoutedBlock;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.StagedUnit;
import io.midwater.slice.Assembled;
import io.midwater.slice.SliceAssembler;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.hadoop.conf.Configuration;

/**
 * Does one unit: gathers its blocks, puts the slice together, analyses it, writes its files to staging and reads their
 * footers back. Whatever goes wrong with it stays with it: an {@link Exception} becomes the unit's failure and its files
 * are removed; an {@link Error} is not caught.
 */
final class UnitProcessor {
    private final Configuration configuration;
    private final OutputLayout staging;
    private final UnitJob job;
    private final ColumnMemory memory;
    private final SliceAssembler assembler;

    UnitProcessor(Configuration configuration, OutputLayout staging, UnitJob job, ColumnMemory memory) {
        this.configuration = configuration;
        this.staging = staging;
        this.job = job;
        this.memory = memory;
        this.assembler = new SliceAssembler(job.market(), job.schemas(), memory);
    }

    TaskMessage process(SecurityDay unit, Iterator<RoutedBlock> blocks) {
        long started = System.nanoTime();
        UnitPieces pieces = new UnitPieces(blocks, job.maxSliceBytes());
        try {
            return process(unit, pieces, started);
        } finally {
            pieces.release();
        }
    }

    private TaskMessage process(SecurityDay unit, UnitPieces pieces, long started) {
        if (!pieces.makeUnit()) {
            return new IdleUnit(unit, origins(pieces.rowsByFile(), Map.of(), List.of()));
        }
        if (pieces.tooLarge()) {
            String message = "its blocks hold " + pieces.bytes() + " bytes, more than the " + job.maxSliceBytes()
                    + " that run.max-slice-memory allows a slice";
            return failed(
                    unit, new UnitFailure(FailureReason.SLICE_TOO_LARGE, message, ""), pieces.rowsByFile(), started);
        }
        try {
            return analysed(unit, pieces, started);
        } catch (IOException | RuntimeException e) {
            return failed(unit, failure(e), pieces.rowsByFile(), started);
        }
    }

    private UnitResult analysed(SecurityDay unit, UnitPieces pieces, long started) throws IOException {
        Deadline deadline = new Deadline(job.timeoutNs());
        memory.reuse();
        Assembled assembled = assembler.assemble(unit, pieces.byKind());
        pieces.release();
        deadline.check();
        Findings findings = assembled.findings();
        ScaleChoice choice = job.scales().choose(unit, assembled.slice());
        Slice slice = choice == null ? assembled.slice() : assembled.slice().withPriceScale(choice.used());
        if (choice != null) {
            findings.add(choice.confirmed() ? Finding.PRICE_SCALE_OF_REFERENCE : Finding.PRICE_SCALE_NOT_CONFIRMED);
        }
        FaultPoint.UNIT_STAGING.reached();
        try (StagedUnit output = new StagedUnit(configuration, unit, staging, job.csv())) {
            UnitSums sums = job.analysis().analyse(slice.withStop(deadline), findings, output);
            List<WrittenTable> tables = output.finish();
            FaultPoint.UNIT_STAGED.reached();
            output.check(tables);
            FaultPoint.UNIT_CHECKED.reached();
            return new UnitResult(
                    unit,
                    null,
                    tables,
                    sums,
                    findings.found(),
                    origins(pieces.rowsByFile(), assembled.duplicatesByFile(), assembled.rejectedLegs()),
                    assembled.rejectedLegs().stream()
                            .map(leg ->
                                    new UnitResult.RejectedRow(leg.file(), leg.split(), leg.line(), leg.byteOffset()))
                            .toList(),
                    choice,
                    System.nanoTime() - started);
        }
    }

    private static RowOrigins origins(
            SortedMap<Integer, Long> rows, Map<Integer, Long> duplicates, List<Assembled.RejectedLeg> legs) {
        List<RowOrigins.Share> shares = new ArrayList<>();
        rows.forEach((file, count) -> shares.add(new RowOrigins.Share(
                file,
                count,
                duplicates.getOrDefault(file, 0L),
                legs.stream().filter(leg -> leg.file() == file).count())));
        return new RowOrigins(shares);
    }

    private static UnitResult failed(
            SecurityDay unit, UnitFailure failure, SortedMap<Integer, Long> rowsByFile, long started) {
        return new UnitResult(
                unit,
                failure,
                List.of(),
                UnitSums.NONE,
                Map.of(),
                origins(rowsByFile, Map.of(), List.of()),
                List.of(),
                null,
                System.nanoTime() - started);
    }

    private static UnitFailure failure(Exception e) {
        StringWriter stack = new StringWriter();
        e.printStackTrace(new PrintWriter(stack));
        String message = e instanceof StoppedException ? e.getMessage() : e.toString();
        return new UnitFailure(reason(e), message.lines().findFirst().orElse(""), stack.toString());
    }

    private static FailureReason reason(Exception e) {
        if (e instanceof StoppedException) {
            return FailureReason.UNIT_TIMEOUT;
        } else if (e instanceof ArithmeticException) {
            return FailureReason.OVERFLOW;
        } else if (e instanceof IOException || e instanceof UncheckedIOException) {
            return FailureReason.WRITE_ERROR;
        } else if (e instanceof InvariantException) {
            return FailureReason.INVARIANT_BROKEN;
        }
        return FailureReason.ANALYSIS_ERROR;
    }
}
