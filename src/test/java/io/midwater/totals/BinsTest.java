package io.midwater.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Counts by rounded value against the sorted values. */
class BinsTest {
    @Property
    void aQuantileIsTheRoundedQuantileOfTheValues(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -1e13, max = 1e13) Double> values) {
        Bins bins = new Bins();
        values.forEach(bins::add);
        List<Double> sorted = values.stream().sorted().toList();
        for (double share : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            double exact = sorted.get((int) (share * (sorted.size() - 1)));
            assertThat(bins.quantile(share)).isEqualTo(Bins.value(Bins.bin(exact)));
            assertThat(bins.quantile(share)).isCloseTo(exact, within(Math.abs(exact) / 256));
        }
    }

    @Property
    void partsAddUpToTheWholeInAnyOrder(
            @ForAll List<@DoubleRange(min = -1e6, max = 1e6) Double> some,
            @ForAll List<@DoubleRange(min = -10, max = 10) Double> others) {
        Bins whole = new Bins();
        some.forEach(whole::add);
        others.forEach(whole::add);
        assertThat(merged(others, some).encoded()).isEqualTo(whole.encoded());
        assertThat(merged(some, others).encoded()).isEqualTo(whole.encoded());
    }

    private static Bins merged(List<Double> first, List<Double> second) {
        Bins merged = new Bins();
        Bins part = new Bins();
        first.forEach(part::add);
        merged.add(part.encoded());
        Bins other = new Bins();
        second.forEach(other::add);
        merged.add(other);
        return merged;
    }

    @Test
    void roundsToEightBinaryDigits() {
        // 1/3 = 0.01010101 01|0101…₂: 10101011₂ = 171 of 512.
        assertThat(Bins.value(Bins.bin(1 / 3.0))).isEqualTo(171 / 512.0);
        assertThat(Bins.value(Bins.bin(-1 / 3.0))).isEqualTo(-171 / 512.0);
        // 257 = 100000001₂ lies between 256 and 258: halves go up.
        assertThat(Bins.value(Bins.bin(257))).isEqualTo(258);
        for (int whole = -256; whole <= 256; whole++) {
            assertThat(Bins.value(Bins.bin(whole))).isEqualTo(whole);
        }
    }

    @Test
    void withoutValuesThereIsNothing() {
        assertThat(new Bins().encoded()).isNull();
        assertThat(new Bins().quantile(0.5)).isNaN();
    }
}
