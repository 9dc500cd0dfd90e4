package io.midwater.totals;

import static io.midwater.domain.table.RowGroup.NULL;

/** A 64-bit integer of a row. Arithmetic that does not fit 64 bits is an {@link ArithmeticException}. */
public final class Whole extends Formula {
    private Whole(String sql, Evaluation evaluation) {
        super(sql, evaluation);
    }

    /** A column of integers. */
    static Whole whole(String column) {
        return new Whole(column, block -> block.column(column));
    }

    /** +1 for a buy, −1 for a sell. */
    static Whole sign() {
        Condition buy = Condition.is("side", "BUY");
        return new Whole("CASE WHEN " + buy.sql() + " THEN 1 ELSE -1 END", block -> {
            long[] signs = buy.of(block);
            for (int row = 0; row < signs.length; row++) {
                signs[row] = 2 * signs[row] - 1;
            }
            return signs;
        });
    }

    Whole where(Condition condition) {
        return new Whole(sqlWhere(condition), onlyWhere(condition));
    }

    Whole orZero() {
        return new Whole("coalesce(" + sql() + ", 0)", block -> {
            long[] values = of(block);
            long[] result = new long[values.length];
            for (int row = 0; row < result.length; row++) {
                result[row] = values[row] == NULL ? 0 : values[row];
            }
            return result;
        });
    }

    Whole plus(Whole other) {
        return new Whole("(" + sql() + " + " + other.sql() + ")", with(other, Math::addExact));
    }

    Whole times(Whole other) {
        return new Whole(sql() + " * " + other.sql(), with(other, Math::multiplyExact));
    }

    Condition atLeast(long least) {
        return Condition.of(sql() + " >= " + least, this::of, value -> value != NULL && value >= least);
    }

    Condition atLeast(Whole other) {
        return Condition.of(sql() + " >= " + other.sql(), with(other, (a, b) -> a >= b ? 1 : 0), value -> value == 1);
    }

    Real real() {
        return Real.of(this);
    }
}
