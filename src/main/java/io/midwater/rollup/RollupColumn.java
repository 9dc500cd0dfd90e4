package io.midwater.rollup;

import static java.util.Objects.requireNonNull;

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

    AggregateColumn published() {
        return new AggregateColumn(name, type);
    }
}
