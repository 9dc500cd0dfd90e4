package io.midwater.app;

import io.midwater.control.FileResult;
import io.midwater.control.RunManifest;
import io.midwater.control.UnitResult;
import io.midwater.domain.BusinessCalendar;
import io.midwater.domain.InputKind;
import io.midwater.feed.InputFile;
import io.midwater.feed.RejectReason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the accounts of the input files say: whether the input can be used, and what becomes of it in the manifest. */
final class InputAccounts {
    private static final long ALWAYS_ALLOWED = 10;

    private final List<InputFile> files;
    private final double maxRejectRate;

    InputAccounts(List<InputFile> files, double maxRejectRate) {
        this.files = files;
        this.maxRejectRate = maxRejectRate;
    }

    /** Why the input cannot be used; null if it can. */
    String problem(Collection<FileResult> results) {
        List<String> problems = new ArrayList<>();
        for (FileResult result : results) {
            InputFile file = files.get(result.file());
            if (result.rowsRead() > 0 && result.kept() + result.filteredOut() == 0) {
                problems.add(file.path() + ": every one of its " + result.rowsRead() + " rows is rejected ("
                        + reasons(result.reasons()) + ")");
            }
        }
        for (InputKind kind : InputKind.values()) {
            long read = 0;
            long rejected = 0;
            Map<String, Long> reasons = new TreeMap<>();
            for (FileResult result : results) {
                if (files.get(result.file()).kind() == kind) {
                    read += result.rowsRead();
                    rejected += result.rejected();
                    result.reasons().forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
                }
            }
            if (rejected > Math.max(ALWAYS_ALLOWED, maxRejectRate * read)) {
                problems.add(kind.label() + ": " + rejected + " of " + read + " rows are rejected (" + reasons(reasons)
                        + "), more than input.max-reject-rate " + maxRejectRate + " allows");
            }
        }
        if (!problems.isEmpty()) {
            return String.join("\n", problems)
                    + "\nSee the rejected rows in tables/rejects, with file, line and reason.";
        }
        return nothingSelected(results);
    }

    private String nothingSelected(Collection<FileResult> results) {
        long kept = 0;
        long filtered = 0;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        TreeSet<Long> securities = new TreeSet<>();
        for (FileResult result : results) {
            InputKind kind = files.get(result.file()).kind();
            if (kind == InputKind.ORDERS || kind == InputKind.TRADES) {
                kept += result.kept();
                filtered += result.filteredOut();
                if (result.elsewhere() != null) {
                    first = Math.min(first, result.elsewhere().firstNs());
                    last = Math.max(last, result.elsewhere().lastNs());
                    securities.addAll(result.elsewhere().securities());
                }
            }
        }
        if (kept > 0 || filtered == 0) {
            return null;
        }
        return "nothing is selected: all " + filtered
                + " rows lie outside select.securities and select.dates. In the files:"
                + " securities " + some(securities) + ", from " + BusinessCalendar.utc(first) + " to "
                + BusinessCalendar.utc(last);
    }

    private static String some(TreeSet<Long> securities) {
        List<String> names = securities.stream().limit(16).map(String::valueOf).toList();
        return String.join(", ", names) + (securities.size() >= 16 ? " …" : "");
    }

    private static String reasons(Map<String, Long> reasons) {
        List<String> parts = new ArrayList<>();
        reasons.forEach((reason, count) -> parts.add(reason + " " + count));
        return String.join(", ", parts);
    }

    /** The files with their accounts, duplicates and rejected legs of the units taken off what was kept. */
    List<RunManifest.Input> inputs(Map<Integer, FileResult> results, List<UnitResult> units) {
        long[] duplicates = new long[files.size()];
        long[] rejectedLegs = new long[files.size()];
        for (UnitResult unit : units) {
            unit.duplicatesByFile().forEach((file, count) -> duplicates[file] += count);
            unit.rejectedLegs().forEach(leg -> rejectedLegs[leg.file()]++);
        }
        List<RunManifest.Input> inputs = new ArrayList<>();
        for (InputFile file : files) {
            FileResult result = results.get(file.index());
            if (result != null) {
                inputs.add(input(file, result, duplicates[file.index()], rejectedLegs[file.index()]));
            }
        }
        return inputs;
    }

    private static RunManifest.Input input(InputFile file, FileResult result, long duplicates, long rejectedLegs) {
        SortedMap<String, Long> reasons = new TreeMap<>(result.reasons());
        if (rejectedLegs > 0) {
            reasons.put(RejectReason.LEG_CONFLICT.name(), rejectedLegs);
        }
        return new RunManifest.Input(
                file.path(),
                file.kind().label(),
                file.size(),
                file.modified(),
                file.header().hash(),
                result.rowsRead(),
                result.kept() - duplicates - rejectedLegs,
                result.filteredOut(),
                duplicates,
                result.rejected() + rejectedLegs,
                result.blank(),
                reasons,
                result.counters());
    }
}
