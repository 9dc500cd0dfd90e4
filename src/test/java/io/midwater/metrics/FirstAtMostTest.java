package io.midwater.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FirstAtMostTest {
    @Property
    void findsWhatALoopFinds(
            @ForAll @Size(max = 40) int[] values,
            @ForAll @IntRange(max = 40) int from,
            @ForAll @IntRange(max = 40) int to,
            @ForAll int most) {
        long[] wide = new long[values.length];
        int expected = -1;
        int start = Math.min(from, values.length);
        int end = Math.min(to, values.length);
        for (int i = values.length - 1; i >= 0; i--) {
            wide[i] = values[i];
            expected = i >= start && i < end && values[i] <= most ? i : expected;
        }
        assertThat(new FirstAtMost(wide).find(start, end, most)).isEqualTo(expected);
    }
}
