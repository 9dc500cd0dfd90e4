package io.midwater.app.input;

import io.midwater.control.FileResult;
import io.midwater.control.Increment;
import io.midwater.control.RowOrigins;
import io.midwater.control.RunManifest;
import io.midwater.domain.BusinessCalendar;
import io.midwater.domain.SecurityDay;
import io.midwater.feed.InputFile;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The accounts of the input files. A file read whole has a new one; one of which nothing or only some units' rows were
 * read keeps the account of its last whole reading, except that the rows of units no longer asked for now count as
 * filtered out. What was dropped in the units is taken off last.
 */
public final class InputAccounts {
    private final Map<Integer, InputFile> files;
    private final Increment increment;
    private final String runId;
    private final BusinessCalendar calendar;

    /** @param files of the kinds that come in security-days, by number */
    public InputAccounts(Map<Integer, InputFile> files, Increment increment, String runId, BusinessCalendar calendar) {
        this.files = files;
        this.increment = increment;
        this.runId = runId;
        this.calendar = calendar;
    }

    /**
     * The accounts as the readers left them: nothing has been dropped in a unit yet.
     *
     * @param results of the files read whole, and perhaps others
     * @param complete whether all rows reach their units
     */
    public List<RunManifest.Input> read(Collection<FileResult> results, boolean complete) {
        SortedMap<Integer, RunManifest.Input> accounts = new TreeMap<>();
        Set<Integer> fetched = increment.fetch().keySet();
        increment
                .accounts()
                .forEach((number, account) ->
                        accounts.put(number, kept(account, complete || !fetched.contains(number))));
        increment.leftOut().forEach((unit, origins) -> leaveOut(unit, origins, accounts));
        for (FileResult result : results) {
            if (increment.look().contains(result.file())) {
                accounts.put(result.file(), account(files.get(result.file()), result, runId, complete));
            }
        }
        return List.copyOf(accounts.values());
    }

    /** The account of a file that was read whole. */
    static RunManifest.Input account(InputFile file, FileResult result, String runId, boolean complete) {
        return new RunManifest.Input(
                file.index(),
                file.path(),
                file.kind().label(),
                file.size(),
                file.modified(),
                file.header().hash(),
                runId,
                complete,
                result.rowsRead(),
                result.kept(),
                result.filteredOut(),
                0,
                result.rejected(),
                result.blank(),
                new TreeMap<>(result.reasons()),
                result.counters(),
                result.elsewhere());
    }

    /** What was dropped in units counts as kept again. */
    private static RunManifest.Input kept(RunManifest.Input account, boolean complete) {
        SortedMap<String, Long> reasons = new TreeMap<>(account.rejectedByReason());
        Long legs = reasons.remove(RunManifest.Input.LEG_CONFLICT);
        long rejected = legs == null ? 0 : legs;
        return account.with(
                complete,
                account.kept() + account.duplicates() + rejected,
                account.filteredOut(),
                0,
                account.rejected() - rejected,
                reasons,
                account.elsewhere());
    }

    private void leaveOut(SecurityDay unit, RowOrigins origins, SortedMap<Integer, RunManifest.Input> accounts) {
        // Its first moment by the clock on the wall, which lies in that business date in every zone.
        long start = calendar.startNs(unit.date(), LocalTime.MIN);
        FileResult.Elsewhere left = new FileResult.Elsewhere(start, start, List.of(unit.securityCode()));
        for (RowOrigins.Share share : origins.shares()) {
            accounts.computeIfPresent(
                    share.file(),
                    (number, account) -> account.with(
                            account.complete(),
                            account.kept() - share.rows(),
                            account.filteredOut() + share.rows(),
                            account.duplicates(),
                            account.rejected(),
                            account.rejectedByReason(),
                            account.elsewhere() == null
                                    ? left
                                    : account.elsewhere().plus(left)));
        }
    }

    /** The same accounts with the duplicates and rejected legs of all units taken off what was kept. */
    public static List<RunManifest.Input> settled(
            List<RunManifest.Input> accounts, Collection<RunManifest.Unit> units) {
        Map<Integer, long[]> dropped = new HashMap<>();
        for (RunManifest.Unit unit : units) {
            for (RowOrigins.Share share : RowOrigins.parse(unit.origins()).shares()) {
                if (share.duplicates() + share.rejected() > 0) {
                    long[] both = dropped.computeIfAbsent(share.file(), file -> new long[2]);
                    both[0] += share.duplicates();
                    both[1] += share.rejected();
                }
            }
        }
        List<RunManifest.Input> settled = new ArrayList<>();
        for (RunManifest.Input account : accounts) {
            long[] both = dropped.getOrDefault(account.number(), new long[2]);
            SortedMap<String, Long> reasons = new TreeMap<>(account.rejectedByReason());
            if (both[1] > 0) {
                reasons.put(RunManifest.Input.LEG_CONFLICT, both[1]);
            }
            settled.add(account.with(
                    account.complete(),
                    account.kept() - both[0] - both[1],
                    account.filteredOut(),
                    both[0],
                    account.rejected() + both[1],
                    reasons,
                    account.elsewhere()));
        }
        return settled;
    }
}
