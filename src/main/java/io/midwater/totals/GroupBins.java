package io.midwater.totals;

import static io.midwater.domain.table.RowGroup.NULL;

import java.util.ArrayList;
import java.util.List;

/** The values of one figure in many groups. */
final class GroupBins {
    private final List<Bins> groups = new ArrayList<>();

    /** Counts each row's value in the row's group. */
    void add(long[] values, int[] numbers) {
        for (int row = 0; row < values.length; row++) {
            if (values[row] != NULL) {
                while (groups.size() <= numbers[row]) {
                    groups.add(new Bins());
                }
                groups.get(numbers[row]).add(Double.longBitsToDouble(values[row]));
            }
        }
    }

    /** A group's bins; null without values. */
    byte[] encoded(int group) {
        return group < groups.size() ? groups.get(group).encoded() : null;
    }
}
