package io.midwater.progress;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Says now and then how far a run is: on a terminal one line that rewrites itself, elsewhere a plain line per update, and
 * a snapshot to a listener. Reads only; stopping it changes nothing.
 */
public final class ProgressView implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration TELL = Duration.ofSeconds(10);

    private final PrintStream out;
    private final boolean terminal;
    private final RunProgress progress;
    private final Consumer<Snapshot> listener;
    private final Thread thread = new Thread(this::work, "progress");

    /**
     * @param terminal true where {@code out} is one
     * @param listener gets a snapshot every ten seconds and at the end
     */
    public ProgressView(PrintStream out, boolean terminal, RunProgress progress, Consumer<Snapshot> listener) {
        this.out = requireNonNull(out, "out is null");
        this.terminal = terminal;
        this.progress = requireNonNull(progress, "progress is null");
        this.listener = requireNonNull(listener, "listener is null");
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        long shown = System.nanoTime();
        long told = shown;
        try {
            while (true) {
                Thread.sleep(LOOK.toMillis());
                Snapshot now = progress.snapshot();
                long time = System.nanoTime();
                if (terminal || time - shown >= TELL.toNanos()) {
                    shown = time;
                    show(now);
                }
                if (time - told >= TELL.toNanos()) {
                    told = time;
                    listener.accept(now);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(Snapshot now) {
        if (terminal) {
            out.print("\r\u001b[K" + ProgressText.line(now));
            out.flush();
        } else {
            out.println(ProgressText.line(now));
        }
    }

    /** Stops; the last line stays. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Snapshot last = progress.snapshot();
        show(last);
        if (terminal) {
            out.println();
        }
        listener.accept(last);
    }
}
