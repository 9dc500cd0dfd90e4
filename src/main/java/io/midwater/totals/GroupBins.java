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
                of(numbers[row]).add(Double.longBitsToDouble(values[row]));
            }
        }
    }

    /**
     * Adds other groups' counts to these.
     *
     * @param numbers for each group of the others one of these
     */
    void add(GroupBins others, int[] numbers) {
        for (int group = 0; group < others.groups.size(); group++) {
            of(numbers[group]).add(others.groups.get(group));
        }
    }

    private Bins of(int number) {
        while (groups.size() <= number) {
            groups.add(new Bins());
        }
        return groups.get(number);
    }

    /** A group's bins; null without values. */
    byte[] encoded(int group) {
        return group < groups.size() ? groups.get(group).encoded() : null;
    }
}
