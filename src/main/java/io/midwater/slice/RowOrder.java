package io.midwater.slice;

/** Compares two rows of a table by their numbers. */
@FunctionalInterface
interface RowOrder {
    int compare(int left, int right);

    /** True where rows 0 … count−1 are already in order. */
    default boolean holds(int count) {
        for (int row = 1; row < count; row++) {
            if (compare(row - 1, row) > 0) {
                return false;
            }
        }
        return true;
    }

    /** True where each of rows 0 … count−1 stands before the next, none beside it. */
    default boolean rises(int count) {
        for (int row = 1; row < count; row++) {
            if (compare(row - 1, row) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Sorts row numbers [from, to); stable; linear where they are in order already or made of few ordered runs. */
    default void sort(int[] rows, int from, int to) {
        mergeSort(rows, new int[rows.length], from, to);
    }

    private void mergeSort(int[] rows, int[] scratch, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        mergeSort(rows, scratch, from, middle);
        mergeSort(rows, scratch, middle, to);
        if (compare(rows[middle - 1], rows[middle]) <= 0) {
            return;
        }
        System.arraycopy(rows, from, scratch, from, middle - from);
        int left = from;
        int right = middle;
        for (int at = from; left < middle; at++) {
            boolean takeLeft = right >= to || compare(scratch[left], rows[right]) <= 0;
            rows[at] = takeLeft ? scratch[left++] : rows[right++];
        }
    }
}
