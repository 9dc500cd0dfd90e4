package io.midwater.totals;

import static io.midwater.domain.table.RowGroup.NULL;

import io.midwater.domain.table.TextDictionary;
import java.util.Arrays;
import java.util.function.LongPredicate;

/** True (1) or not (0) of a row; what is not known is not true. */
public final class Condition extends Formula {
    private Condition(String sql, Evaluation evaluation) {
        super(sql, evaluation);
    }

    /** True of every row. */
    static Condition always() {
        return new Condition("true", block -> {
            long[] all = new long[block.rows()];
            Arrays.fill(all, 1);
            return all;
        });
    }

    /** A column that is true. */
    static Condition flag(String column) {
        return of(column, block -> block.column(column), value -> value == 1);
    }

    /** A column that has a value. */
    static Condition known(String column) {
        return of(column + " IS NOT NULL", block -> block.column(column), value -> value != NULL);
    }

    /** A column with this text. */
    static Condition is(String column, String text) {
        return new Condition(column + " = '" + text + "'", block -> {
            TextDictionary texts = block.texts(column);
            long wanted = NULL;
            for (int index = 0; index < texts.size(); index++) {
                wanted = texts.text(index).equals(text) ? index : wanted;
            }
            long index = wanted;
            return test(block.column(column), value -> value != NULL && value == index);
        });
    }

    static Condition of(String sql, Evaluation values, LongPredicate predicate) {
        return new Condition(sql, block -> test(values.of(block), predicate));
    }

    private static long[] test(long[] values, LongPredicate predicate) {
        long[] result = new long[values.length];
        for (int row = 0; row < result.length; row++) {
            result[row] = predicate.test(values[row]) ? 1 : 0;
        }
        return result;
    }

    Condition and(Condition other) {
        return new Condition(sql() + " AND " + other.sql(), with(other, (a, b) -> a & b));
    }
}
