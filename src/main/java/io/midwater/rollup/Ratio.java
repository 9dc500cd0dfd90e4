package io.midwater.rollup;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;

/**
 * A column formed last, from two sums.
 *
 * @param factor what the quotient is multiplied by
 */
record Ratio(ColumnSpec column, String numerator, String denominator, long factor) {
    static Ratio of(String name, String unit, String numerator, String denominator, long factor, String description) {
        return new Ratio(new ColumnSpec(name, ColumnType.DOUBLE, unit, description), numerator, denominator, factor);
    }

    /** The same quotient of one scenario's columns. */
    Ratio in(String scenario) {
        return new Ratio(
                SavingsColumns.of(column, scenario), numerator + "_" + scenario, denominator + "_" + scenario, factor);
    }

    /** Null where a sum is missing or the denominator is 0. */
    Double of(Map<String, Object> sums) {
        BigDecimal above = number(sums.get(numerator));
        BigDecimal below = number(sums.get(denominator));
        if (above == null || below == null || below.signum() == 0) {
            return null;
        }
        return above.multiply(BigDecimal.valueOf(factor))
                .divide(below, MathContext.DECIMAL128)
                .doubleValue();
    }

    /** A sum that is a Long or a BigDecimal; null stays null. */
    static BigDecimal number(Object sum) {
        return sum instanceof Long count ? BigDecimal.valueOf(count) : (BigDecimal) sum;
    }
}
