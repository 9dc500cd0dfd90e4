package io.midwater.totals;

import static io.midwater.domain.table.RowGroup.NULL;
import static java.util.Objects.requireNonNull;

import java.util.function.LongBinaryOperator;

/**
 * A formula over the columns of one row, computed for many rows at once. Its SQL says the same, for the people and the
 * databases that read the published tables. A formula over a missing value has no value.
 */
public abstract sealed class Formula permits Condition, Whole, Real {
    private final String sql;
    private final Evaluation evaluation;

    Formula(String sql, Evaluation evaluation) {
        this.sql = requireNonNull(sql, "sql is null");
        this.evaluation = requireNonNull(evaluation, "evaluation is null");
    }

    /** One value for each row, as a column of its type has them. */
    @FunctionalInterface
    interface Evaluation {
        long[] of(Block block);
    }

    /** The formula in SQL, over the columns of the table that it reads. */
    public final String sql() {
        return sql;
    }

    final long[] of(Block block) {
        return evaluation.of(block);
    }

    /** An operation on two values, where both are known. */
    final Evaluation with(Formula other, LongBinaryOperator operation) {
        return block -> {
            long[] left = of(block);
            long[] right = other.of(block);
            long[] result = new long[left.length];
            for (int row = 0; row < result.length; row++) {
                boolean known = left[row] != NULL && right[row] != NULL;
                result[row] = known ? operation.applyAsLong(left[row], right[row]) : NULL;
            }
            return result;
        };
    }

    /** The value where the condition holds, else none. */
    final Evaluation onlyWhere(Condition condition) {
        return block -> {
            long[] values = of(block);
            long[] holds = condition.of(block);
            long[] result = new long[values.length];
            for (int row = 0; row < result.length; row++) {
                result[row] = holds[row] == 1 ? values[row] : NULL;
            }
            return result;
        };
    }

    final String sqlWhere(Condition condition) {
        return "CASE WHEN " + condition.sql() + " THEN " + sql + " END";
    }
}
