package io.midwater.rollup;

import static java.util.Objects.requireNonNull;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.sink.AggregateColumn;

/**
 * One published column of an aggregate.
 *
 * @param name the public name
 * @param type the value type
 * @param unit the unit in words, empty where there is none
 * @param description definition, sign convention and null rule, for the data dictionary
 */
public record RollupColumn(String name, AggregateColumn.Type type, String unit, String description) {
    public RollupColumn {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(unit, "unit is null");
        requireNonNull(description, "description is null");
    }

    RollupColumn in(String scenario) {
        return new RollupColumn(name + "_" + scenario, type, unit, description + " (scenario " + scenario + ")");
    }

    /** A column of the tables that is published under the same name. */
    static RollupColumn of(ColumnSpec column) {
        AggregateColumn.Type type =
                switch (column.type()) {
                    case LONG -> AggregateColumn.Type.LONG;
                    case INT -> AggregateColumn.Type.INT;
                    case BOOLEAN -> AggregateColumn.Type.BOOLEAN;
                    case DATE -> AggregateColumn.Type.DATE;
                    case DOUBLE -> AggregateColumn.Type.DOUBLE;
                    case TEXT -> AggregateColumn.Type.TEXT;
                    case DECIMAL_38_0 -> AggregateColumn.Type.DECIMAL_38_0;
                    case DECIMAL_38_12 -> AggregateColumn.Type.DECIMAL_38_12;
                };
        return new RollupColumn(column.name(), type, column.unit(), column.description());
    }

    AggregateColumn published() {
        return new AggregateColumn(name, type);
    }
}
