package io.midwater.slice;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.RowGroupSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the rows that a table gives out, by column name: Long, Double or String; booleans are 0 or 1; null is null. */
public final class Collected implements RowGroupSink {
    private final List<Map<String, Object>> rows = new ArrayList<>();

    @Override
    public void accept(RowGroup group) {
        int first = rows.size();
        long[] values = new long[group.rows()];
        for (int i = 0; i < group.rows(); i++) {
            rows.add(new HashMap<>());
        }
        for (int column = 0; column < group.schema().columns().size(); column++) {
            ColumnSpec spec = group.schema().columns().get(column);
            group.read(column, 0, values.length, values);
            for (int i = 0; i < values.length; i++) {
                rows.get(first + i).put(spec.name(), value(group, column, spec.type(), values[i]));
            }
        }
    }

    private static Object value(RowGroup group, int column, ColumnType type, long value) {
        if (value == RowGroup.NULL) {
            return null;
        }
        if (type == ColumnType.TEXT) {
            return group.dictionary(column).text((int) value);
        }
        return type == ColumnType.DOUBLE ? (Object) Double.longBitsToDouble(value) : (Object) value;
    }

    public List<Map<String, Object>> rows() {
        return rows;
    }
}
