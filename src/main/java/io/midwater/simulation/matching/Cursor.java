package io.midwater.simulation.matching;

/** Walks one or two indexes together, oldest first, over the orders whose key reaches a threshold. */
final class Cursor {
    private PriorityIndex first;
    private PriorityIndex second;
    private int firstAt;
    private int secondAt;
    private long threshold;

    /** Begins with the orders younger than a priority; an index may be null. */
    void start(PriorityIndex newFirst, PriorityIndex newSecond, long newThreshold, long after) {
        first = newFirst;
        second = newSecond;
        threshold = newThreshold;
        firstAt = find(newFirst, after);
        secondAt = find(newSecond, after);
    }

    /** The next order, or {@link PriorityIndex#NONE}. */
    int next() {
        boolean takeFirst = firstAt != PriorityIndex.NONE
                && (secondAt == PriorityIndex.NONE || first.priority(firstAt) < second.priority(secondAt));
        if (takeFirst) {
            int order = first.order(firstAt);
            firstAt = first.first(firstAt + 1, threshold);
            return order;
        }
        if (secondAt == PriorityIndex.NONE) {
            return PriorityIndex.NONE;
        }
        int order = second.order(secondAt);
        secondAt = second.first(secondAt + 1, threshold);
        return order;
    }

    private int find(PriorityIndex index, long after) {
        if (index == null || index.max() < threshold) {
            return PriorityIndex.NONE;
        }
        return index.first(after < 0 ? 0 : index.firstAfter(after), threshold);
    }
}
