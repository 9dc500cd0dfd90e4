package io.midwater.domain.table;

import static java.util.Objects.requireNonNull;

/**
 * One public column.
 *
 * @param name the public name; units are part of it where they are not obvious
 * @param type the value type
 * @param unit the unit in words ("ns since 1970-01-01 UTC", "bps", "shares"), empty where there is none
 * @param description definition, sign convention and null rule, for the data dictionary
 */
public record ColumnSpec(String name, ColumnType type, String unit, String description) {
    public ColumnSpec {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(unit, "unit is null");
        requireNonNull(description, "description is null");
    }
}
