package io.midwater.control;

import io.midwater.control.Increment.Request;
import io.midwater.domain.InputKind;
import io.midwater.domain.SecurityDay;
import java.util.ArrayList;
import java.util.Arrays;
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

/** Finds out what has changed since the newest earlier run; an {@link Increment} begins with it. */
final class Changes {
    private final RunManifest previous;
    private final Request request;
    private final List<Integer> numbers = new ArrayList<>();
    private final SortedSet<Integer> look = new TreeSet<>();
    private final SortedMap<Integer, RunManifest.Input> accounts = new TreeMap<>();
    private final SortedMap<SecurityDay, RunManifest.Unit> standing = new TreeMap<>();
    private final SortedMap<SecurityDay, RowOrigins> redo = new TreeMap<>();
    private final SortedMap<SecurityDay, RowOrigins> idle = new TreeMap<>();
    private final SortedMap<SecurityDay, RowOrigins> leftOut = new TreeMap<>();

    private Changes(RunManifest previous, Request request) {
        this.previous = previous;
        this.request = request;
    }

    /**
     * @param present the files of kinds that come in security-days
     * @param usable true for a unit whose published files are as recorded and as asked for
     */
    static Increment find(
            RunManifest previous,
            Request request,
            List<Increment.SourceFile> present,
            Predicate<RunManifest.Unit> usable) {
        return new Changes(previous, request).find(present, usable);
    }

    private Increment find(List<Increment.SourceFile> present, Predicate<RunManifest.Unit> usable) {
        Set<Integer> lost = files(present);
        units(lost, usable);
        boolean changed = !lost.isEmpty()
                || !look.isEmpty()
                || !redo.isEmpty()
                || !leftOut.isEmpty()
                || smallChanged()
                || !previous.resultHash().equals(request.resultHash());
        return new Increment(null, changed, numbers, look, accounts, standing, redo, idle, leftOut);
    }

    /** Files that do not come in security-days decide names and scales: the units stand, all that is made of them not. */
    private boolean smallChanged() {
        List<RunManifest.Input> known =
                previous.inputs().stream().filter(input -> !sliced(input)).toList();
        return known.size() != request.small().size()
                || !request.small().stream().allMatch(file -> known.stream()
                        .anyMatch(input -> file.key().equals(key(input)) && file.is(input)));
    }

    private static boolean sliced(RunManifest.Input input) {
        return Arrays.stream(InputKind.values())
                .anyMatch(kind -> kind.sliced() && kind.label().equals(input.kind()));
    }

    private static String key(RunManifest.Input input) {
        return input.kind() + " " + input.path();
    }

    static String wholeReason(RunManifest previous, Request request) {
        if (previous == null) {
            return "there is no earlier run";
        } else if (previous.format() != RunManifest.FORMAT
                || !previous.version().equals(request.version())) {
            return "the last run was by another version of Midwater";
        } else if (!previous.unitHash().equals(request.unitHash())) {
            return "the configuration has changed";
        }
        return null;
    }

    static int nextNumber(RunManifest previous) {
        return previous.inputs().stream()
                        .mapToInt(RunManifest.Input::number)
                        .max()
                        .orElse(-1)
                + 1;
    }

    /** @return the numbers of files that are no more what they were */
    private Set<Integer> files(List<Increment.SourceFile> present) {
        Map<String, RunManifest.Input> known = new HashMap<>();
        Set<Integer> lost = new HashSet<>();
        for (RunManifest.Input input : previous.inputs()) {
            if (!sliced(input)) {
                continue;
            }
            known.put(key(input), input);
            lost.add(input.number());
        }
        boolean wider = !previous.selection().covers(request.selection());
        int next = nextNumber(previous);
        for (Increment.SourceFile file : present) {
            RunManifest.Input input = known.get(file.key());
            if (input == null || !file.is(input)) {
                look.add(next);
                numbers.add(next++);
                continue;
            }
            lost.remove(input.number());
            numbers.add(input.number());
            accounts.put(input.number(), input);
            boolean more = wider
                    && input.filteredOut() > 0
                    && request.selection().mayTakeFrom(input.elsewhere(), request.calendar());
            if (more || !input.complete()) {
                look.add(input.number());
            }
        }
        return lost;
    }

    private void units(Set<Integer> lost, Predicate<RunManifest.Unit> usable) {
        UnitSelection selection = request.selection();
        for (RunManifest.Unit unit : previous.units()) {
            RowOrigins origins = RowOrigins.parse(unit.origins());
            RowOrigins left = origins.without(lost);
            if (!selection.selects(unit.unit())) {
                leftOut.put(unit.unit(), left);
            } else if (unit.done() && left.equals(origins) && usable.test(unit)) {
                standing.put(unit.unit(), unit);
            } else if (!left.isEmpty()) {
                redo.put(unit.unit(), left);
            }
        }
        for (RunManifest.Idle unit : previous.idle()) {
            RowOrigins left = RowOrigins.parse(unit.origins()).without(lost);
            if (!selection.selects(unit.unit())) {
                leftOut.put(unit.unit(), left);
            } else if (!left.isEmpty()) {
                idle.put(unit.unit(), left);
            }
        }
    }
}
