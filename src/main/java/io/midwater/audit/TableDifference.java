package io.midwater.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where two outputs differ in one table.
 *
 * @param files how many of its files differ
 * @param onlyInFirst rows whose key the second does not have
 * @param onlyInSecond rows whose key the first does not have
 * @param missingColumns columns that only one of the two has
 */
public record TableDifference(
        String table,
        long files,
        long onlyInFirst,
        long onlyInSecond,
        List<ColumnDifference> columns,
        List<String> missingColumns) {
    public TableDifference {
        columns = List.copyOf(columns);
        missingColumns = List.copyOf(missingColumns);
    }

    TableDifference plus(TableDifference later) {
        Map<String, ColumnDifference> merged = new LinkedHashMap<>();
        columns.forEach(column -> merged.put(column.column(), column));
        later.columns.forEach(column -> merged.merge(column.column(), column, ColumnDifference::plus));
        return new TableDifference(
                table,
                files + later.files,
                onlyInFirst + later.onlyInFirst,
                onlyInSecond + later.onlyInSecond,
                new ArrayList<>(merged.values()),
                missingColumns.isEmpty() ? later.missingColumns : missingColumns);
    }

    boolean lastDigitsOnly() {
        return onlyInFirst == 0
                && onlyInSecond == 0
                && missingColumns.isEmpty()
                && columns.stream().allMatch(ColumnDifference::lastDigits);
    }
}
