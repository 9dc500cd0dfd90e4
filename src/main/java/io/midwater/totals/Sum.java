package io.midwater.totals;

import static java.util.Objects.requireNonNull;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;

/**
 * A column that adds up over any grouping of the rows, exactly and in any order: {@link ColumnType#LONG} counts the rows
 * that meet a condition, {@link ColumnType#DECIMAL_38_0} adds integers, {@link ColumnType#DECIMAL_38_12} adds doubles,
 * each rounded half-even to 12 places before it is added.
 *
 * @param column the published column
 * @param value what is added
 * @param known true where every row has a value: the sum over no rows is then 0, else null
 */
public record Sum(ColumnSpec column, Formula value, boolean known) {
    public Sum {
        requireNonNull(column, "column is null");
        requireNonNull(value, "value is null");
    }

    /** Rows that meet a condition. */
    static Sum count(String name, Condition condition, String description) {
        return new Sum(new ColumnSpec(name, ColumnType.LONG, "", description), condition, true);
    }

    /** The sum of an integer that every row has. */
    static Sum total(String name, String unit, Whole value, String description) {
        return new Sum(new ColumnSpec(name, ColumnType.DECIMAL_38_0, unit, description), value, true);
    }

    /** The sum of an integer over the rows that have it; null where none has. */
    static Sum totalOfKnown(String name, String unit, Whole value, String description) {
        return new Sum(new ColumnSpec(name, ColumnType.DECIMAL_38_0, unit, description), value, false);
    }

    /** The sum of a double over the rows that have it; null where none has. */
    static Sum decimalOfKnown(String name, String unit, Real value, String description) {
        return new Sum(new ColumnSpec(name, ColumnType.DECIMAL_38_12, unit, description), value, false);
    }

    public String name() {
        return column.name();
    }
}
