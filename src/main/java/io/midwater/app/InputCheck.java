package io.midwater.app;

import io.midwater.control.FileResult;
import io.midwater.control.RunManifest;
import io.midwater.domain.BusinessCalendar;
import io.midwater.domain.InputKind;
import io.midwater.feed.RejectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says whether an input can be used, from the accounts of its files. */
final class InputCheck {
    private static final long ALWAYS_ALLOWED = 10;

    private final double maxRejectRate;

    InputCheck(double maxRejectRate) {
        this.maxRejectRate = maxRejectRate;
    }

    /** Why the input cannot be used; null if it can. */
    String problem(List<RunManifest.Input> accounts) {
        List<String> problems = new ArrayList<>();
        for (RunManifest.Input account : accounts) {
            long legs = account.rejectedByReason().getOrDefault(RejectReason.LEG_CONFLICT.name(), 0L);
            if (account.rowsRead() > 0 && account.rejected() - legs == account.rowsRead()) {
                problems.add(account.path() + ": every one of its " + account.rowsRead() + " rows is rejected ("
                        + reasons(account.rejectedByReason()) + ")");
            }
        }
        for (InputKind kind : InputKind.values()) {
            long read = 0;
            long rejected = 0;
            Map<String, Long> reasons = new TreeMap<>();
            for (RunManifest.Input account : accounts) {
                if (account.kind().equals(kind.label())) {
                    read += account.rowsRead();
                    rejected += account.rejected();
                    account.rejectedByReason().forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
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
        return nothingSelected(accounts);
    }

    private static String nothingSelected(List<RunManifest.Input> accounts) {
        long kept = 0;
        long filtered = 0;
        FileResult.Elsewhere elsewhere = null;
        for (RunManifest.Input account : accounts) {
            if (account.kind().equals(InputKind.ORDERS.label())
                    || account.kind().equals(InputKind.TRADES.label())) {
                kept += account.kept() + account.duplicates();
                filtered += account.filteredOut();
                if (account.elsewhere() != null) {
                    elsewhere = elsewhere == null ? account.elsewhere() : elsewhere.plus(account.elsewhere());
                }
            }
        }
        if (kept > 0 || filtered == 0 || elsewhere == null) {
            return null;
        }
        return "nothing is selected: all " + filtered
                + " rows lie outside select.securities and select.dates. In the files:"
                + " securities " + some(elsewhere.securities()) + ", from " + BusinessCalendar.utc(elsewhere.firstNs())
                + " to " + BusinessCalendar.utc(elsewhere.lastNs());
    }

    private static String some(List<Long> securities) {
        List<String> names = securities.stream().map(String::valueOf).toList();
        return String.join(", ", names) + (securities.size() >= FileResult.Elsewhere.MOST_SECURITIES ? " …" : "");
    }

    private static String reasons(Map<String, Long> reasons) {
        List<String> parts = new ArrayList<>();
        reasons.forEach((reason, count) -> parts.add(reason + " " + count));
        return String.join(", ", parts);
    }
}
