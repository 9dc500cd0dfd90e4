package io.midwater.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Cuts a sorted iterator into groups of neighbours and turns each group into results. One group is held at a time, and
 * whatever {@code process} leaves of its group is skipped.
 *
 * @param <T> what comes in
 * @param <R> what goes out, one per group
 */
public final class GroupedIterator<T, R> implements Iterator<R> {
    private final Iterator<T> input;
    private final BiPredicate<T, T> sameGroup;
    private final Function<Group<T>, R> process;
    private T next;

    /** @param process sees the members of one group; it may stop early */
    public GroupedIterator(Iterator<T> input, BiPredicate<T, T> sameGroup, Function<Group<T>, R> process) {
        this.input = input;
        this.sameGroup = sameGroup;
        this.process = process;
        this.next = input.hasNext() ? input.next() : null;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public R next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        Members group = new Members(next);
        R result = process.apply(group);
        while (group.hasNext()) {
            group.next();
        }
        return result;
    }

    /** The members of one group, in order. */
    public interface Group<T> extends Iterator<T> {
        /** The first member, whether it has been taken or not. */
        T first();
    }

    private final class Members implements Group<T> {
        private final T first;

        Members(T first) {
            this.first = first;
        }

        @Override
        public T first() {
            return first;
        }

        @Override
        public boolean hasNext() {
            return next != null && sameGroup.test(first, next);
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            T member = next;
            next = input.hasNext() ? input.next() : null;
            return member;
        }
    }
}
