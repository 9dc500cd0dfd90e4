package io.midwater.app;

import io.midwater.control.FileResult;
import io.midwater.control.TaskMessage;
import io.midwater.control.UnitResult;
import io.midwater.sink.Publisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * Receives the messages of the tasks and publishes units on a thread of its own. Nothing is published before every file's
 * account is in and has been found good; after a stop nothing more is.
 */
final class Outcomes implements AutoCloseable {
    private static final List<TaskMessage> END = new ArrayList<>();

    private final Publisher publisher;
    private final int expectedFiles;
    private final int maxFailedUnits;
    private final Function<Collection<FileResult>, String> check;
    private final Runnable cancel;
    private final BlockingQueue<List<TaskMessage>> queue = new LinkedBlockingQueue<>();
    private final SortedMap<Integer, FileResult> files = new TreeMap<>();
    private final List<UnitResult> units = new ArrayList<>();
    private final List<UnitResult> waiting = new ArrayList<>();
    private final Thread thread = new Thread(this::work, "publisher");
    private volatile Stop stop;
    private volatile String problem;
    private volatile RuntimeException error;
    private volatile int done;
    private volatile int failed;

    /** Why no more units are published. */
    enum Stop {
        /** The input cannot be used. */
        INPUT,
        /** More units failed than {@code run.max-failed-units}. */
        FAILED_UNITS,
        /** Publishing failed. */
        ERROR
    }

    /**
     * @param check says what is wrong with the input when all accounts are in; null if nothing is
     * @param cancel stops the job
     */
    Outcomes(
            Publisher publisher,
            int expectedFiles,
            int maxFailedUnits,
            Function<Collection<FileResult>, String> check,
            Runnable cancel) {
        this.publisher = publisher;
        this.expectedFiles = expectedFiles;
        this.maxFailedUnits = maxFailedUnits;
        this.check = check;
        this.cancel = cancel;
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes the messages of one partition. */
    void receive(List<TaskMessage> messages) {
        queue.add(messages);
    }

    /** Waits until everything received has been dealt with. */
    @Override
    public void close() {
        queue.add(END);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            for (List<TaskMessage> messages = queue.take(); messages != END; messages = queue.take()) {
                for (TaskMessage message : messages) {
                    take(message);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            error = e instanceof RuntimeException r ? r : new UncheckedIOException((IOException) e);
            halt(Stop.ERROR);
        }
    }

    private void take(TaskMessage message) throws IOException {
        if (message instanceof FileResult file) {
            files.put(file.file(), file);
            if (file.rejects() != null) {
                publisher.publish(List.of(file.rejects()));
            }
            if (files.size() == expectedFiles) {
                problem = check.apply(files.values());
                if (problem != null) {
                    halt(Stop.INPUT);
                }
                for (UnitResult unit : waiting) {
                    publish(unit);
                }
                waiting.clear();
            }
        } else if (message instanceof UnitResult unit) {
            if (files.size() < expectedFiles) {
                waiting.add(unit);
            } else {
                publish(unit);
            }
        }
    }

    private void publish(UnitResult unit) throws IOException {
        if (stop != null) {
            return;
        }
        units.add(unit);
        if (unit.done()) {
            publisher.publish(unit.tables());
            done++;
        } else {
            failed++;
            if (maxFailedUnits >= 0 && failed > maxFailedUnits) {
                halt(Stop.FAILED_UNITS);
            }
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

    RuntimeException error() {
        return error;
    }

    int done() {
        return done;
    }

    int failed() {
        return failed;
    }

    /** By number of the file. Only after {@link #close}. */
    SortedMap<Integer, FileResult> files() {
        return files;
    }

    /** Units published or failed. Only after {@link #close}. */
    List<UnitResult> units() {
        return units;
    }
}
