package io.midwater.feed;

import io.midwater.domain.InputKind;
import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.TableSchema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is in the blocks that leave a scan. */
public final class BlockSchemas {
    /** Line within the split, 1 for the first line that the split owns; in trade blocks and rejects. */
    public static final String LINE = "_line";

    /** Offset of the row's first byte in the file's plain bytes; in trade blocks and rejects. */
    public static final String OFFSET = "_offset";

    /** Rejected rows of one split. */
    public static final TableSchema REJECTS = new TableSchema(
            "rejects",
            List.of(
                    number(LINE, "line within the split, from 1"),
                    number(OFFSET, "byte offset in the file's plain bytes"),
                    text("reason", "a RejectReason"),
                    text("column", "canonical column at fault, null for the whole line"),
                    text("raw", "the line as it was, cut at 4 KiB")));

    private static final Map<InputKind, TableSchema> BY_KIND = byKind();

    private BlockSchemas() {}

    private static Map<InputKind, TableSchema> byKind() {
        Map<InputKind, TableSchema> schemas = new EnumMap<>(InputKind.class);
        for (InputKind kind : InputKind.values()) {
            schemas.put(kind, kind == InputKind.TRADES ? withPlace(kind) : kind.schema());
        }
        return schemas;
    }

    private static TableSchema withPlace(InputKind kind) {
        List<ColumnSpec> columns = new ArrayList<>(kind.schema().columns());
        columns.add(number(LINE, "line within the split, from 1"));
        columns.add(number(OFFSET, "byte offset in the file's plain bytes"));
        return new TableSchema(kind.label(), columns);
    }

    /**
     * The columns of a block of rows: those of the kind, and for trades {@link #LINE} and {@link #OFFSET} behind them,
     * because a leg can still be rejected when its match is complete.
     */
    public static TableSchema of(InputKind kind) {
        return BY_KIND.get(kind);
    }

    static ColumnSpec number(String name, String description) {
        return new ColumnSpec(name, ColumnType.LONG, "", description);
    }

    static ColumnSpec text(String name, String description) {
        return new ColumnSpec(name, ColumnType.TEXT, "", description);
    }
}
