package io.midwater.app.input;

import io.midwater.config.InputConfig;
import io.midwater.config.MidwaterConfig;
import io.midwater.control.FileResult;
import io.midwater.control.RunManifest;
import io.midwater.domain.BusinessCalendar;
import io.midwater.domain.InputKind;
import io.midwater.domain.SecurityDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says whether an input can be used, from the accounts of its files. */
public final class InputCheck {
    private final InputConfig input;
    /** Null where something else decides the date. */
    private final BusinessCalendar calendar;

    private final Map<Integer, String> firstRejects = new HashMap<>();

    public InputCheck(MidwaterConfig config) {
        input = config.input();
        calendar = config.market().dateFromColumn()
                ? null
                : config.market().rules().calendar();
    }

    /** Takes note of where the first rejected rows are. */
    public void note(Collection<FileResult> results) {
        for (FileResult result : results) {
            if (result.firstReject() != null) {
                firstRejects.put(result.file(), result.firstReject());
            }
        }
    }

    /** Why the input cannot be used; null if it can. */
    public String problem(List<RunManifest.Input> accounts) {
        List<String> problems = new ArrayList<>();
        for (RunManifest.Input account : accounts) {
            if (account.rowsRead() > 0 && account.rejected() == account.rowsRead()) {
                problems.add(account.path() + ": every one of its " + account.rowsRead() + " rows is rejected ("
                        + reasons(account.rejectedByReason()) + ")" + first(account));
            }
        }
        for (InputKind kind : InputKind.values()) {
            long read = 0;
            long rejected = 0;
            Map<String, Long> reasons = new TreeMap<>();
            String example = "";
            for (RunManifest.Input account : accounts) {
                if (account.kind().equals(kind.label())) {
                    read += account.rowsRead();
                    rejected += account.rejected();
                    account.rejectedByReason().forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
                    if (example.isEmpty() && firstRejects.containsKey(account.number())) {
                        example = "; the first of " + account.path() + " is in " + firstRejects.get(account.number());
                    }
                }
            }
            if (input.tooManyRejected(rejected, read)) {
                problems.add(kind.label() + ": " + rejected + " of " + read + " rows are rejected (" + reasons(reasons)
                        + "), more than input.max-reject-rate " + input.maxRejectRate() + " allows" + example);
            }
        }
        if (!problems.isEmpty()) {
            return String.join("\n", problems)
                    + "\nSee the rejected rows in tables/rejects, with file, line and reason.";
        }
        return nothingSelected(accounts);
    }

    private String first(RunManifest.Input account) {
        String first = firstRejects.get(account.number());
        return first == null ? "" : "; the first is in " + first;
    }

    private String nothingSelected(List<RunManifest.Input> accounts) {
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
                + " securities " + some(elsewhere.securities()) + ", " + dates(elsewhere);
    }

    private String dates(FileResult.Elsewhere rows) {
        return calendar == null
                ? "times " + BusinessCalendar.utc(rows.firstNs()) + " to " + BusinessCalendar.utc(rows.lastNs())
                : businessDates(
                        LocalDate.ofEpochDay(calendar.businessDate(rows.firstNs())),
                        LocalDate.ofEpochDay(calendar.businessDate(rows.lastNs())));
    }

    private static String businessDates(LocalDate first, LocalDate last) {
        return first.equals(last) ? "business date " + first : "business dates " + first + " to " + last;
    }

    private static String some(List<Long> securities) {
        List<String> names = securities.stream().map(String::valueOf).toList();
        return String.join(", ", names) + (securities.size() >= SecurityDay.MOST_NAMED ? " …" : "");
    }

    private static String reasons(Map<String, Long> reasons) {
        List<String> parts = new ArrayList<>();
        reasons.forEach((reason, count) -> parts.add(reason + " " + count));
        return String.join(", ", parts);
    }
}
