package io.midwater.audit;

import io.midwater.sink.parquet.ColumnValues;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of two tables put together by key; rows with equal keys in their order. Row {@code inFirst[i]} of the first
 * belongs to row {@code inSecond[i]} of the second.
 */
record RowMatch(int[] inFirst, int[] inSecond, int[] onlyInFirst, int[] onlyInSecond) {

    static RowMatch of(List<ColumnValues> first, List<ColumnValues> second, int firstRows, int secondRows) {
        int[] left = sorted(first, firstRows);
        int[] right = sorted(second, secondRows);
        int[] inFirst = new int[Math.min(firstRows, secondRows)];
        int[] inSecond = new int[inFirst.length];
        int[] onlyInFirst = new int[firstRows];
        int[] onlyInSecond = new int[secondRows];
        int both = 0;
        int gone = 0;
        int added = 0;
        int i = 0;
        int j = 0;
        while (i < firstRows || j < secondRows) {
            int order = i == firstRows ? 1 : j == secondRows ? -1 : compare(first, left[i], second, right[j]);
            if (order == 0) {
                inFirst[both] = left[i++];
                inSecond[both++] = right[j++];
            } else if (order < 0) {
                onlyInFirst[gone++] = left[i++];
            } else {
                onlyInSecond[added++] = right[j++];
            }
        }
        return new RowMatch(
                Arrays.copyOf(inFirst, both),
                Arrays.copyOf(inSecond, both),
                Arrays.copyOf(onlyInFirst, gone),
                Arrays.copyOf(onlyInSecond, added));
    }

    private static int[] sorted(List<ColumnValues> key, int rows) {
        boolean ordered = true;
        for (int row = 1; ordered && row < rows; row++) {
            ordered = compare(key, row - 1, key, row) <= 0;
        }
        IntStream all = IntStream.range(0, rows);
        return ordered
                ? all.toArray()
                : all.boxed()
                        .sorted((a, b) -> compare(key, a, key, b))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    private static int compare(List<ColumnValues> first, int row, List<ColumnValues> second, int otherRow) {
        for (int column = 0; column < first.size(); column++) {
            int order = first.get(column).compare(row, second.get(column), otherRow);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
