package io.midwater.app;

import io.midwater.control.FileResult;
import io.midwater.control.IdleUnit;
import io.midwater.control.TaskMessage;
import io.midwater.control.UnitResult;
import io.midwater.control.WrittenTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gathers the messages of the tasks, and stops the job early where its end would be worth nothing: when the accounts of
 * the files are in and not good, or when more units failed than may.
 */
final class Outcomes {
    private final int maxFailedUnits;
    private final Check check;
    private final Runnable cancel;
    private final SortedMap<Integer, FileResult> files = new TreeMap<>();
    private final List<UnitResult> units = new ArrayList<>();
    private final List<IdleUnit> idle = new ArrayList<>();
    private int expectedFiles = Integer.MAX_VALUE;
    private volatile Stop stop;
    private volatile String problem;
    private int failed;

    /** Why the job was stopped. */
    enum Stop {
        /** The input cannot be used. */
        INPUT,
        /** More units failed than {@code run.max-failed-units}. */
        FAILED_UNITS
    }

    /** Looks at the accounts of the files. */
    interface Check {
        /** Why the input cannot be used; null if it can. */
        String problem(Collection<FileResult> accounts);
    }

    /**
     * @param check says what is wrong with the input when all accounts are in; null if nothing is
     * @param cancel stops the job
     */
    Outcomes(int maxFailedUnits, Check check, Runnable cancel) {
        this.maxFailedUnits = maxFailedUnits;
        this.check = check;
        this.cancel = cancel;
    }

    /** Says how many files will have an account. */
    synchronized void expect(int accounts) {
        expectedFiles = accounts;
        if (accounts == 0) {
            problem = check.problem(List.of());
            stop = problem == null ? null : Stop.INPUT;
        }
    }

    /** Takes the messages of one partition. */
    synchronized void receive(List<TaskMessage> messages) {
        for (TaskMessage message : messages) {
            if (message instanceof FileResult file) {
                files.put(file.file(), file);
                if (files.size() == expectedFiles) {
                    problem = check.problem(files.values());
                }
            } else if (message instanceof UnitResult unit) {
                units.add(unit);
                failed += unit.done() ? 0 : 1;
            } else if (message instanceof IdleUnit unit) {
                idle.add(unit);
            }
        }
        if (stop != null || files.size() < expectedFiles) {
            return;
        }
        if (problem != null) {
            halt(Stop.INPUT);
        } else if (maxFailedUnits >= 0 && failed > maxFailedUnits) {
            halt(Stop.FAILED_UNITS);
        }
    }

    private void halt(Stop reason) {
        stop = reason;
        cancel.run();
    }

    /** Null while nothing stopped it. */
    Stop stop() {
        return stop;
    }

    /** What is wrong with the input. */
    String problem() {
        return problem;
    }

    /** By number of the file. */
    synchronized SortedMap<Integer, FileResult> files() {
        return new TreeMap<>(files);
    }

    /** The rejects that were found while reading files whole. */
    synchronized List<WrittenTable> rejects() {
        return files.values().stream()
                .map(FileResult::rejects)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Units done or failed. */
    synchronized List<UnitResult> units() {
        return List.copyOf(units);
    }

    synchronized List<IdleUnit> idle() {
        return List.copyOf(idle);
    }
}
