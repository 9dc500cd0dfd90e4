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

    /** Declares the column of a sum. */
    final Column sum(ColumnSpec spec) {
        return switch (spec.type()) {
            case LONG -> longs(spec.name(), spec.unit(), spec.description());
            case DECIMAL_38_0 -> wholes(spec.name(), spec.unit(), spec.description());
            case DECIMAL_38_12 -> decimals(spec.name(), spec.unit(), spec.description());
            case INT, BOOLEAN, DATE, DOUBLE, TEXT, BINARY ->
                throw new IllegalArgumentException("no sum is a " + spec.type());
        };
    }

    static void append(Column column, Sum sum, BigDecimal value) {
        BigDecimal shown = value == null && sum.known() ? BigDecimal.ZERO : value;
        if (column instanceof LongColumn counts) {
            counts.append(shown.longValueExact());
        } else {
            ((DecimalColumn) column).append(shown);
        }
    }
}
