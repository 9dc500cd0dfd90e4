package io.midwater.sink;

import static java.util.Objects.requireNonNull;

import io.midwater.domain.table.ColumnSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A small table held as objects: one value a column, null for no value.
 *
 * @param name the table's public name
 */
public record AggregateTable(String name, List<ColumnSpec> columns, List<Object[]> rows) {
    private static final int DECIMAL_DIGITS = 38;

    /**
     * Copies the rows, brought to one form: NaN is null, −0.0 is 0.0, decimals have their column's scale.
     *
     * @throws IllegalArgumentException if a row has too few or too many values, or a value does not fit its column
     */
    public AggregateTable {
        requireNonNull(name, "name is null");
        columns = List.copyOf(columns);
        List<ColumnSpec> checked = columns;
        String table = name;
        rows = rows.stream().map(row -> canonical(table, checked, row)).toList();
    }

    private static Object[] canonical(String table, List<ColumnSpec> columns, Object[] row) {
        if (row.length != columns.size()) {
            throw new IllegalArgumentException("table " + table + " has " + columns.size() + " columns, got "
                    + row.length + " values: " + Arrays.toString(row));
        }
        Object[] result = new Object[row.length];
        for (int i = 0; i < row.length; i++) {
            ColumnSpec column = columns.get(i);
            try {
                result[i] = row[i] == null ? null : canonical(column, row[i]);
            } catch (ClassCastException | ArithmeticException e) {
                throw new IllegalArgumentException(
                        "table " + table + ", column " + column.name() + ": " + row[i] + " ("
                                + row[i].getClass().getSimpleName() + ") does not fit " + column.type(),
                        e);
            }
        }
        return result;
    }

    private static Object canonical(ColumnSpec column, Object value) {
        return switch (column.type()) {
            case LONG -> notSmallest((Long) value);
            case INT -> (Integer) value;
            case BOOLEAN -> (Boolean) value;
            case DATE -> (LocalDate) value;
            case DOUBLE -> finite((Double) value);
            case TEXT -> (String) value;
            case DECIMAL_38_0 -> decimal((BigDecimal) value, 0);
            case DECIMAL_38_12 -> decimal((BigDecimal) value, 12);
            case BINARY -> throw new IllegalArgumentException("no aggregate shows bytes: " + column.name());
        };
    }

    private static Long notSmallest(Long value) {
        if (value == Long.MIN_VALUE) {
            throw new ArithmeticException("the smallest long means no value");
        }
        return value;
    }

    private static Double finite(Double value) {
        if (value.isInfinite()) {
            throw new ArithmeticException("infinite");
        }
        return value.isNaN() ? null : Double.valueOf(value + 0.0);
    }

    private static BigDecimal decimal(BigDecimal value, int scale) {
        BigDecimal scaled = value.setScale(scale);
        if (scaled.precision() > DECIMAL_DIGITS) {
            throw new ArithmeticException("more than 38 digits");
        }
        return scaled;
    }
}
