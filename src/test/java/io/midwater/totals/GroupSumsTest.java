package io.midwater.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.RowGroup;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Sums in parts against sums of decimals without limit. */
class GroupSumsTest {
    private static final int GROUPS = 3;

    @Property(tries = 300)
    void doublesAreRoundedHalfEvenAndThenAddedExactly(@ForAll("doubles") List<Double> values) {
        GroupSums sums = GroupSums.of(ColumnType.DECIMAL_38_12);
        long[] codes = values.stream()
                .mapToLong(value -> Double.doubleToRawLongBits(value + 0.0))
                .toArray();
        int[] groups = groups(codes.length);
        sums.add(codes, groups, GROUPS);
        for (int group = 0; group < GROUPS; group++) {
            BigDecimal expected = null;
            for (int i = group; i < values.size(); i += GROUPS) {
                BigDecimal rounded = new BigDecimal(values.get(i)).setScale(12, RoundingMode.HALF_EVEN);
                expected = expected == null ? rounded : expected.add(rounded);
            }
            assertThat(sums.sum(group)).isEqualTo(expected);
        }
    }

    /** Of every size, and ties: an odd multiple of 2⁻¹³ has half a unit of 10⁻¹² left. */
    @Provide
    Arbitrary<List<Double>> doubles() {
        Arbitrary<Double> any = Arbitraries.doubles().between(-1e25, 1e25);
        Arbitrary<Double> small =
                Arbitraries.integers().between(-10_000_000, 10_000_000).map(n -> n / 1e16);
        Arbitrary<Double> usual =
                Arbitraries.longs().between(-1L << 52, 1L << 52).map(n -> n / 3e10);
        Arbitrary<Double> ties =
                Arbitraries.integers().between(-1_000_000, 1_000_000).map(n -> n / 8192.0);
        Arbitrary<Double> nearTies = ties.map(Math::nextUp);
        return Arbitraries.oneOf(any, small, usual, ties, nearTies).list().ofMaxSize(40);
    }

    @Property(tries = 300)
    void integersAddUpBeyondSixtyFourBits(@ForAll List<Long> values) {
        GroupSums sums = GroupSums.of(ColumnType.DECIMAL_38_0);
        long[] codes = values.stream().mapToLong(Long::longValue).toArray();
        sums.add(codes, groups(codes.length), GROUPS);
        sums.add(codes, groups(codes.length), GROUPS);
        for (int group = 0; group < GROUPS; group++) {
            BigDecimal expected = null;
            for (int i = group; i < codes.length; i += GROUPS) {
                if (codes[i] != RowGroup.NULL) {
                    BigDecimal twice = BigDecimal.valueOf(codes[i]).multiply(BigDecimal.valueOf(2));
                    expected = expected == null ? twice : expected.add(twice);
                }
            }
            assertThat(sums.sum(group)).isEqualTo(expected);
        }
    }

    private static int[] groups(int rows) {
        int[] groups = new int[rows];
        for (int row = 0; row < rows; row++) {
            groups[row] = row % GROUPS;
        }
        return groups;
    }

    @Test
    void aTieIsOneOnlyOfTheExactValue() {
        // 2⁻¹³ = 0.0001220703125: 122070312.5 units, even is 122070312. One step of the double more is no tie.
        assertThat(sum(0x1p-13)).isEqualTo(new BigDecimal("0.000122070312"));
        assertThat(sum(Math.nextUp(0x1p-13))).isEqualTo(new BigDecimal("0.000122070313"));
        assertThat(sum(-Math.nextUp(0x1p-13))).isEqualTo(new BigDecimal("-0.000122070313"));
        // 3 × 2⁻¹³: 366210937.5 units, even is 366210938.
        assertThat(sum(0x3p-13)).isEqualTo(new BigDecimal("0.000366210938"));
        assertThat(sum(Math.nextDown(0x3p-13))).isEqualTo(new BigDecimal("0.000366210937"));
    }

    @Test
    void whatHasNoPlaceInTheColumnIsRefused() {
        assertThatThrownBy(() -> sum(1e26))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("too large to be added exactly: 1.0E26");
    }

    private static BigDecimal sum(double value) {
        GroupSums sums = GroupSums.of(ColumnType.DECIMAL_38_12);
        sums.add(new long[] {Double.doubleToRawLongBits(value)}, new int[1], 1);
        return sums.sum(0);
    }
}
