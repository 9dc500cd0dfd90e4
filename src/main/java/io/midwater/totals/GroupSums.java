package io.midwater.totals;

import static io.midwater.domain.table.RowGroup.NULL;

import io.midwater.domain.table.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/** One sum for each of many groups, exact beyond 64 bits: what is added is cut into parts that 64-bit integers add. */
abstract sealed class GroupSums {
    private static final int HALF = 32;
    private static final long LOW = 0xFFFF_FFFFL;
    private static final BigInteger LOW_HALF = BigInteger.ONE.shiftLeft(HALF);

    private final int parts;
    private long[] sums;

    private GroupSums(int parts) {
        this.parts = parts;
        this.sums = new long[16 * parts];
    }

    static GroupSums of(ColumnType type) {
        return switch (type) {
            case LONG -> new Counts();
            case DECIMAL_38_0 -> new Integers();
            case DECIMAL_38_12 -> new Decimals();
            case INT, BOOLEAN, DATE, DOUBLE, TEXT, BINARY ->
                throw new IllegalArgumentException("no sums of type " + type);
        };
    }

    /**
     * Adds each row's value to the sum of the row's group.
     *
     * @param groups one number a row, below {@code count}
     * @param count groups so far
     */
    final void add(long[] values, int[] groups, int count) {
        reserve(count);
        addTo(sums, values, groups);
    }

    private void reserve(int count) {
        if (sums.length < count * parts) {
            sums = Arrays.copyOf(sums, Math.max(count * parts, 2 * sums.length));
        }
    }

    abstract void addTo(long[] into, long[] values, int[] groups);

    /** No sums yet, of the same kind. */
    abstract GroupSums empty();

    /**
     * Adds other groups' sums to these.
     *
     * @param groups for each group of the others one of these, below {@code count}
     */
    final void add(GroupSums others, int[] groups, int count) {
        reserve(count);
        for (int group = 0; group < groups.length; group++) {
            for (int part = 0; part < parts; part++) {
                sums[groups[group] * parts + part] += others.sums[group * parts + part];
            }
        }
    }

    /** A group's sum; null where no row had a value. */
    abstract BigDecimal sum(int group);

    /** A part of a group's sum. */
    final long part(int group, int part) {
        return sums[group * parts + part];
    }

    final BigInteger joined(int group, int part) {
        return BigInteger.valueOf(part(group, part)).multiply(LOW_HALF).add(BigInteger.valueOf(part(group, part + 1)));
    }

    /** Conditions that hold. */
    private static final class Counts extends GroupSums {
        Counts() {
            super(1);
        }

        @Override
        GroupSums empty() {
            return new Counts();
        }

        @Override
        void addTo(long[] into, long[] values, int[] groups) {
            for (int row = 0; row < values.length; row++) {
                into[groups[row]] += values[row];
            }
        }

        @Override
        BigDecimal sum(int group) {
            return BigDecimal.valueOf(part(group, 0));
        }
    }

    /** Values, then the upper and the lower 32 bits. */
    private static final class Integers extends GroupSums {
        Integers() {
            super(3);
        }

        @Override
        GroupSums empty() {
            return new Integers();
        }

        @Override
        void addTo(long[] into, long[] values, int[] groups) {
            for (int row = 0; row < values.length; row++) {
                long value = values[row];
                if (value != NULL) {
                    int at = 3 * groups[row];
                    into[at]++;
                    into[at + 1] += value >> HALF;
                    into[at + 2] += value & LOW;
                }
            }
        }

        @Override
        BigDecimal sum(int group) {
            return part(group, 0) == 0 ? null : new BigDecimal(joined(group, 1));
        }
    }

    /** Values, the whole part in units of 2³² and of 1, then what is behind the point as {@link Integers} has it. */
    private static final class Decimals extends GroupSums {
        private static final int PLACES = 12;
        private static final double UNITS = 1e12;
        private static final double HIGH = 0x1p32;
        /** DECIMAL(38,12) has 26 digits before the point. */
        private static final double LARGEST = 1e26;

        Decimals() {
            super(5);
        }

        @Override
        GroupSums empty() {
            return new Decimals();
        }

        @Override
        void addTo(long[] into, long[] values, int[] groups) {
            for (int row = 0; row < values.length; row++) {
                if (values[row] != NULL) {
                    add(into, 5 * groups[row], Double.longBitsToDouble(values[row]));
                }
            }
        }

        /** Cutting the whole part off is exact in binary. */
        private static void add(long[] into, int at, double value) {
            if (!(Math.abs(value) < LARGEST)) {
                throw new ArithmeticException("too large to be added exactly: " + value);
            }
            long high = (long) (value / HIGH);
            double rest = value - high * HIGH;
            long whole = (long) rest;
            long places = rounded(rest - whole);
            into[at]++;
            into[at + 1] += high;
            into[at + 2] += whole;
            into[at + 3] += places >> HALF;
            into[at + 4] += places & LOW;
        }

        /** A fraction in units of 10⁻¹², half-even of its exact value. */
        private static long rounded(double fraction) {
            double product = fraction * UNITS;
            double units = Math.rint(product);
            if (Math.abs(product - units) == 0.5) {
                // The product itself is rounded; what it lost says whether this is a tie.
                double lost = Math.fma(fraction, UNITS, -product);
                if (lost != 0) {
                    units = product + Math.copySign(0.5, lost);
                }
            }
            return (long) units;
        }

        @Override
        BigDecimal sum(int group) {
            return part(group, 0) == 0
                    ? null
                    : new BigDecimal(joined(group, 1)).add(new BigDecimal(joined(group, 3), PLACES));
        }
    }
}
