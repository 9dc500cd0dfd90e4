package io.midwater.rollup;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One group.
 *
 * @param values the key's values in the grouping's order, null for what the orders do not tell
 * @param scenario of a simulated sum, null for the orders' own
 */
record GroupKey(Grouping grouping, List<Object> values, String scenario) implements Serializable {
    GroupKey {
        values = Collections.unmodifiableList(values);
    }

    static GroupKey of(Grouping grouping, Object... values) {
        return new GroupKey(grouping, Arrays.asList(values), null);
    }

    GroupKey in(String label) {
        return new GroupKey(grouping, values, label);
    }
}
