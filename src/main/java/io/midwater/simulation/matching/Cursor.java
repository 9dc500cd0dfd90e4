package io.midwater.simulation.matching;

/** Walks one or two indexes together, oldest first, over the orders whose key reaches a threshold. */
final class Cursor {
    private PriorityIndex first;
    private PriorityIndex second;
    /** Where each is searched on from; the search waits until the next order is asked for. */
    private int firstAt;

    private int secondAt;
    private long threshold;

    /** Begins with the orders younger than a priority; an index may be null. */
    void start(PriorityIndex newFirst, PriorityIndex newSecond, long newThreshold, long after) {
        first = newFirst;
        second = newSecond;
        threshold = newThreshold;
        firstAt = begin(newFirst, after);
        secondAt = begin(newSecond, after);
    }

    /** The next order, or {@link PriorityIndex#NONE}. */
    int next() {
        firstAt = find(first, firstAt);
        secondAt = find(second, secondAt);
        boolean takeFirst = firstAt != PriorityIndex.NONE
                && (secondAt == PriorityIndex.NONE || first.priority(firstAt) < second.priority(secondAt));
        if (takeFirst) {
            return first.order(firstAt++);
        }
        return secondAt == PriorityIndex.NONE ? PriorityIndex.NONE : second.order(secondAt++);
    }

    private int begin(PriorityIndex index, long after) {
        return index == null || index.max() < threshold ? PriorityIndex.NONE : index.firstAfter(after);
    }

    private int find(PriorityIndex index, int from) {
        return from == PriorityIndex.NONE ? PriorityIndex.NONE : index.first(from, threshold);
    }
}
