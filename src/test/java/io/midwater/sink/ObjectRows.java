package io.midwater.sink;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.TableSchema;
import io.midwater.domain.table.TextDictionary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Rows of plain Java objects, null for no value: what tests expect to read back. */
record ObjectRows(TableSchema schema, List<List<Object>> values) implements RowGroup {
    /** A table with one column of each type. */
    static final TableSchema EVERY_TYPE = new TableSchema(
            "every_type",
            List.of(
                    spec("a_long", ColumnType.LONG),
                    spec("an_int", ColumnType.INT),
                    spec("a_boolean", ColumnType.BOOLEAN),
                    spec("a_date", ColumnType.DATE),
                    spec("a_double", ColumnType.DOUBLE),
                    spec("a_text", ColumnType.TEXT)));

    static ColumnSpec spec(String name, ColumnType type) {
        return new ColumnSpec(name, type, "", "");
    }

    static ObjectRows oneColumn(ColumnType type, List<?> values) {
        List<List<Object>> rows = new ArrayList<>();
        for (Object value : values) {
            List<Object> row = new ArrayList<>();
            row.add(value);
            rows.add(row);
        }
        return new ObjectRows(new TableSchema("one_column", List.of(spec("v", type))), rows);
    }

    @Override
    public int rows() {
        return values.size();
    }

    @Override
    public void read(int column, int from, int count, long[] into) {
        TextDictionary dictionary = dictionary(column);
        for (int i = 0; i < count; i++) {
            into[i] = code(values.get(from + i).get(column), dictionary);
        }
    }

    private static long code(Object value, TextDictionary dictionary) {
        if (value == null) {
            return NULL;
        } else if (value instanceof Long number) {
            return number;
        } else if (value instanceof Integer number) {
            return number;
        } else if (value instanceof Boolean yes) {
            return yes ? 1 : 0;
        } else if (value instanceof LocalDate date) {
            return date.toEpochDay();
        } else if (value instanceof Double number) {
            return Double.doubleToRawLongBits(number);
        }
        return dictionary.indexOf((String) value);
    }

    @Override
    public TextDictionary dictionary(int column) {
        TextDictionary dictionary = new TextDictionary();
        if (schema.columns().get(column).type() == ColumnType.TEXT) {
            for (List<Object> row : values) {
                if (row.get(column) != null) {
                    dictionary.indexOf((String) row.get(column));
                }
            }
        }
        return dictionary;
    }
}
