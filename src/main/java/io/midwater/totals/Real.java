package io.midwater.totals;

import static io.midwater.domain.table.RowGroup.NULL;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;

/** A double of a row. */
public final class Real extends Formula {
    private Real(String sql, Evaluation evaluation) {
        super(sql, evaluation);
    }

    /** A column of doubles. */
    static Real real(String column) {
        return new Real(column, block -> block.column(column));
    }

    static Real of(Whole whole) {
        return new Real("CAST(" + whole.sql() + " AS DOUBLE)", each(whole, value -> code(value)));
    }

    Real where(Condition condition) {
        return new Real(sqlWhere(condition), onlyWhere(condition));
    }

    Real plus(Real other) {
        return new Real("(" + sql() + " + " + other.sql() + ")", both(other, (a, b) -> a + b));
    }

    Real minus(Real other) {
        return new Real("(" + sql() + " - " + other.sql() + ")", both(other, (a, b) -> a - b));
    }

    Real times(Real other) {
        return new Real(sql() + " * " + other.sql(), both(other, (a, b) -> a * b));
    }

    Real times(double factor) {
        return new Real(sql() + " * " + factor, each(this, mapped(value -> value * factor)));
    }

    /** No value where the divisor is 0. */
    Real over(Real divisor) {
        return new Real(
                "(" + sql() + " / nullif(" + divisor.sql() + ", 0))",
                both(divisor, (a, b) -> b == 0 ? Double.NaN : a / b));
    }

    Real over(double divisor) {
        return new Real("(" + sql() + " / " + divisor + ")", each(this, mapped(value -> value / divisor)));
    }

    private Evaluation both(Real other, DoubleBinaryOperator operation) {
        return with(
                other, (a, b) -> code(operation.applyAsDouble(Double.longBitsToDouble(a), Double.longBitsToDouble(b))));
    }

    private static LongUnaryOperator mapped(DoubleUnaryOperator operation) {
        return value -> code(operation.applyAsDouble(Double.longBitsToDouble(value)));
    }

    private static Evaluation each(Formula formula, LongUnaryOperator operation) {
        return block -> {
            long[] values = formula.of(block);
            long[] result = new long[values.length];
            for (int row = 0; row < result.length; row++) {
                result[row] = values[row] == NULL ? NULL : operation.applyAsLong(values[row]);
            }
            return result;
        };
    }

    /** As a column has it: NaN is no value, −0.0 is 0.0. */
    private static long code(double value) {
        return Double.isNaN(value) ? NULL : Double.doubleToRawLongBits(value + 0.0);
    }
}
