package io.midwater.slice;

import io.midwater.domain.SessionChange;
import io.midwater.domain.table.PackedColumn;
import io.midwater.domain.table.PackedRows;
import io.midwater.domain.table.RowGroup;
import java.util.ArrayList;
import java.util.List;

/** What the session rows of a unit say; rows without a name say nothing. */
final class SessionRows {
    private SessionRows() {}

    /** In the order of the rows. */
    static List<SessionChange> changes(PackedRows rows) {
        PackedColumn time = rows.column("timestamp");
        List<SessionChange> changes = new ArrayList<>();
        for (int row = 0; row < rows.rows(); row++) {
            String name = text(rows, "name", row);
            if (name != null) {
                changes.add(SessionChange.of(
                        time.get(row), name, text(rows, "level", row), text(rows, "matchingtype", row)));
            }
        }
        return changes;
    }

    private static String text(PackedRows rows, String column, int row) {
        int position = rows.schema().indexOf(column);
        long code = rows.column(position).get(row);
        return code == RowGroup.NULL ? null : rows.dictionary(position).text((int) code);
    }
}
