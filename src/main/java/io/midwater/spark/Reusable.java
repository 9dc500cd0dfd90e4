package io.midwater.spark;

import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Things that one user leaves to the next in the same JVM. In between nothing but this holds them, and weakly: a collection
 * of garbage frees what is not in use, and what has grown old only one of the whole heap.
 *
 * @param <T> what is handed on
 */
public final class Reusable<T> {
    private final Queue<WeakReference<T>> idle = new ConcurrentLinkedQueue<>();
    private final Supplier<T> maker;

    public Reusable(Supplier<T> maker) {
        this.maker = maker;
    }

    /** One that nobody else has. */
    public T take() {
        for (WeakReference<T> left = idle.poll(); left != null; left = idle.poll()) {
            T found = left.get();
            if (found != null) {
                return found;
            }
        }
        return maker.get();
    }

    /** Leaves to others what is not needed any more. */
    public void giveBack(T used) {
        idle.add(new WeakReference<>(used));
    }
}
