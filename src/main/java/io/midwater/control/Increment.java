package io.midwater.control;

import io.midwater.domain.BusinessCalendar;
import io.midwater.domain.SecurityDay;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a run has to do beyond what stands of the newest earlier one. Files that are new, changed, or may hold rows that a
 * wider selection asks for are looked through whole; what they hold is told by {@link #met}; then only the known rows of
 * the units that have to be done are fetched from the files that hold them.
 */
public final class Increment {
    private final String wholeReason;
    private final boolean changed;
    private final List<Integer> numbers;
    private final SortedSet<Integer> look;
    private final SortedMap<Integer, RunManifest.Input> accounts;
    private final SortedMap<SecurityDay, RunManifest.Unit> standing;
    private final SortedMap<SecurityDay, RowOrigins> redo;
    private final SortedMap<SecurityDay, RowOrigins> idle;
    private final SortedMap<SecurityDay, RowOrigins> leftOut;

    /** An input file as it is now. */
    public record SourceFile(String kind, String path, long size, long modified, String headerHash) {
        boolean is(RunManifest.Input input) {
            return size == input.size() && modified == input.modified() && headerHash.equals(input.headerHash());
        }

        String key() {
            return kind + " " + path;
        }
    }

    /**
     * What is asked for now.
     *
     * @param unitHash of the configuration that decides a unit's tables
     * @param resultHash of the configuration that decides the whole result
     * @param small the files of the other kinds as they are now
     * @param calendar turns times into business dates; null where something else decides the date
     */
    public record Request(
            String version,
            String unitHash,
            String resultHash,
            UnitSelection selection,
            List<SourceFile> small,
            BusinessCalendar calendar) {}

    /** Of what is given here standing, redo and idle change as units are met. */
    Increment(
            String wholeReason,
            boolean changed,
            List<Integer> numbers,
            SortedSet<Integer> look,
            SortedMap<Integer, RunManifest.Input> accounts,
            SortedMap<SecurityDay, RunManifest.Unit> standing,
            SortedMap<SecurityDay, RowOrigins> redo,
            SortedMap<SecurityDay, RowOrigins> idle,
            SortedMap<SecurityDay, RowOrigins> leftOut) {
        this.wholeReason = wholeReason;
        this.changed = changed;
        this.numbers = List.copyOf(numbers);
        this.look = Collections.unmodifiableSortedSet(new TreeSet<>(look));
        this.accounts = Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
        this.standing = new TreeMap<>(standing);
        this.redo = new TreeMap<>(redo);
        this.idle = new TreeMap<>(idle);
        this.leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    }

    /**
     * Everything, whatever there is.
     *
     * @param previous the newest manifest, null for none; its file numbers are not used again
     * @param reason for people
     */
    public static Increment everything(RunManifest previous, int files, String reason) {
        int first = previous == null ? 0 : Changes.nextNumber(previous);
        SortedSet<Integer> numbers = new TreeSet<>();
        for (int i = 0; i < files; i++) {
            numbers.add(first + i);
        }
        SortedMap<SecurityDay, RowOrigins> none = new TreeMap<>();
        return new Increment(
                reason, true, List.copyOf(numbers), numbers, new TreeMap<>(), new TreeMap<>(), none, none, none);
    }

    /**
     * Compares what there was with what there is.
     *
     * @param previous the newest manifest, null for none
     * @param present the files of kinds that come in security-days
     * @param usable true for a unit whose published files are as recorded and as asked for
     */
    public static Increment between(
            RunManifest previous, List<SourceFile> present, Request request, Predicate<RunManifest.Unit> usable) {
        String reason = Changes.wholeReason(previous, request);
        if (reason != null) {
            return everything(previous, present.size(), reason);
        }
        return Changes.find(previous, request, present, usable);
    }

    /** Takes note that a file that was looked through holds rows of a unit that were not known. */
    public void met(SecurityDay unit, int file) {
        if (!look.contains(file)) {
            throw new IllegalArgumentException("file " + file + " is not among those to look through: " + look);
        }
        RunManifest.Unit stood = standing.remove(unit);
        RowOrigins idled = idle.remove(unit);
        if (stood != null) {
            redo.put(unit, RowOrigins.parse(stood.origins()));
        } else if (idled != null) {
            redo.put(unit, idled);
        } else {
            redo.putIfAbsent(unit, RowOrigins.NONE);
        }
    }

    /** Why nothing of earlier runs can stand; null if something can. */
    public String wholeReason() {
        return wholeReason;
    }

    public boolean isWhole() {
        return wholeReason != null;
    }

    /** True where the output is what is asked for. */
    public boolean isNothing() {
        return !changed;
    }

    /** The number of each file present, in their order. */
    public List<Integer> numbers() {
        return numbers;
    }

    /** Numbers of the files to be read whole. */
    public SortedSet<Integer> look() {
        return look;
    }

    /** The accounts of the files that are what they were, by number. */
    public SortedMap<Integer, RunManifest.Input> accounts() {
        return accounts;
    }

    /** Units that stand. */
    public SortedMap<SecurityDay, RunManifest.Unit> standing() {
        return Collections.unmodifiableSortedMap(standing);
    }

    /** Units known to have to be done, and which of their rows are known. */
    public SortedMap<SecurityDay, RowOrigins> redo() {
        return Collections.unmodifiableSortedMap(redo);
    }

    /** Security-days without orders and trades that stay so. */
    public SortedMap<SecurityDay, RowOrigins> idle() {
        return Collections.unmodifiableSortedMap(idle);
    }

    /** Security-days of the earlier output that are no longer asked for, and their rows in files that are still there. */
    public SortedMap<SecurityDay, RowOrigins> leftOut() {
        return leftOut;
    }

    /** By number of a file to be looked through: the units whose rows in it are known already. */
    public Map<Integer, Set<SecurityDay>> known() {
        Map<Integer, Set<SecurityDay>> known = new HashMap<>();
        standing.forEach((unit, stood) -> note(known, unit, RowOrigins.parse(stood.origins())));
        redo.forEach((unit, origins) -> note(known, unit, origins));
        idle.forEach((unit, origins) -> note(known, unit, origins));
        known.keySet().retainAll(look);
        return known;
    }

    /** By number of a file: the units to be done whose known rows are in it. */
    public Map<Integer, Set<SecurityDay>> fetch() {
        Map<Integer, Set<SecurityDay>> fetch = new HashMap<>();
        redo.forEach((unit, origins) -> note(fetch, unit, origins));
        return fetch;
    }

    private static void note(Map<Integer, Set<SecurityDay>> into, SecurityDay unit, RowOrigins origins) {
        for (RowOrigins.Share share : origins.shares()) {
            into.computeIfAbsent(share.file(), file -> new HashSet<>()).add(unit);
        }
    }
}
