package io.midwater.benchmark;

import io.midwater.domain.InputColumn;
import io.midwater.domain.InputKind;
import io.midwater.domain.table.ColumnType;
import java.util.Arrays;
import java.util.List;

/** The columns of {@link OrdersFile} in the order of its header, with the types that the published table has. */
final class OrdersColumns {
    private OrdersColumns() {}

    static List<String> names() {
        return Arrays.asList(OrdersFile.HEADER.split(","));
    }

    static List<String> numbers() {
        return names().stream()
                .filter(name -> type(name) == ColumnType.LONG || type(name) == ColumnType.INT)
                .toList();
    }

    static ColumnType type(String name) {
        for (InputColumn column : InputKind.ORDERS.columns()) {
            if (column.name().equals(name)) {
                return column.kind().type();
            }
        }
        throw new IllegalArgumentException("orders have no column " + name);
    }

    /** The type's name in SQL, of DuckDB and of Spark. */
    static String sqlType(String name) {
        return switch (type(name)) {
            case LONG -> "bigint";
            case INT -> "int";
            case DOUBLE -> "double";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case DECIMAL_38_0 -> "decimal(38,0)";
            case DECIMAL_38_12 -> "decimal(38,12)";
            case BINARY -> "binary";
            case TEXT -> "string";
        };
    }
}
