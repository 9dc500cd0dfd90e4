package io.midwater.app;

import io.midwater.sink.AggregateColumn;
import io.midwater.sink.AggregateTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The global summary as people read it: one line per metric. */
final class GlobalSummary {
    private GlobalSummary() {}

    static AggregateTable lines(AggregateTable table) {
        List<Object[]> lines = new ArrayList<>();
        Object[] row = table.rows().get(0);
        for (int i = 0; i < row.length; i++) {
            lines.add(new Object[] {table.columns().get(i).name(), text(row[i])});
        }
        return new AggregateTable(
                table.name(),
                List.of(
                        new AggregateColumn("metric", AggregateColumn.Type.TEXT),
                        new AggregateColumn("value", AggregateColumn.Type.TEXT)),
                lines);
    }

    private static String text(Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
