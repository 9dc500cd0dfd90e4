package io.midwater.totals;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.Table;
import java.math.BigDecimal;

/** A table whose rows are groups and whose columns, beside the group's names, are sums. */
abstract class TableOfSums extends Table {
    TableOfSums(String name, RowGroupSink sink) {
        super(name, sink);
    }

    /** Declares the column of a key or a sum. */
    final Column column(ColumnSpec spec) {
        return switch (spec.type()) {
            case LONG -> longs(spec.name(), spec.unit(), spec.description());
            case INT -> ints(spec.name(), spec.unit(), spec.description());
            case BOOLEAN -> booleans(spec.name(), spec.description());
            case TEXT -> texts(spec.name(), spec.description());
            case DECIMAL_38_0 -> wholes(spec.name(), spec.unit(), spec.description());
            case DECIMAL_38_12 -> decimals(spec.name(), spec.unit(), spec.description());
            case DATE, DOUBLE, BINARY -> throw new IllegalArgumentException("no key and no sum is a " + spec.type());
        };
    }

    /** Appends what a sum comes to; null where no row had a value. */
    static void append(Column column, Sum sum, BigDecimal value) {
        append(column, value == null && sum.known() ? BigDecimal.ZERO : value);
    }

    /** Appends a value of the column's type; null is no value. */
    static void append(Column column, Object value) {
        if (value == null) {
            column.appendNull();
        } else if (column instanceof LongColumn longs) {
            longs.append(value instanceof BigDecimal count ? count.longValueExact() : (Long) value);
        } else if (column instanceof IntColumn ints) {
            ints.append((Integer) value);
        } else if (column instanceof BooleanColumn booleans) {
            booleans.append((Boolean) value);
        } else if (column instanceof TextColumn texts) {
            texts.append((String) value);
        } else {
            ((DecimalColumn) column).append((BigDecimal) value);
        }
    }
}
