package io.midwater.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
    private final Function<Iterator<T>, R> process;
    private T next;

    /** @param process sees the members of one group; it may stop early */
    public GroupedIterator(Iterator<T> input, BiPredicate<T, T> sameGroup, Function<Iterator<T>, R> process) {
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
        Group group = new Group(next);
        R result = process.apply(group);
        while (group.hasNext()) {
            group.next();
        }
        return result;
    }

    /** Collects a group whose members are small. */
    public static <T> List<T> collect(Iterator<T> group) {
        List<T> members = new ArrayList<>();
        group.forEachRemaining(members::add);
        return members;
    }

    private final class Group implements Iterator<T> {
        private final T first;

        Group(T first) {
            this.first = first;
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
